/** What a system is made of: so many cells of each kind on an area, connected by distance, above electrodes. */
import { UsageError } from '../compiler/usage-error.ts'
import type { Mechanism } from './system.ts'
import type { Transmitter } from './connect/transmitters.ts'

/** Names of projections look like `EXC->INH`. */
export type Pathway = string

export interface Recipe {
  readonly name: string
  /** What it is, in a sentence. */
  readonly summary?: string
  /** The same seed makes the same system for ever. */
  readonly seed: number
  /** Cells that populations with a ratio share. */
  readonly total?: number
  readonly populations: Readonly<Record<string, PopulationRecipe>>
  readonly area: AreaRecipe
  readonly connectivity: ConnectivityRecipe
  readonly electrodes?: ElectrodeRecipe
  /** Squares of so many um around the centre, by the names under which their cells can be selected. */
  readonly selections?: Readonly<Record<string, { readonly box: number }>>
}

export interface PopulationRecipe {
  readonly count?: number
  /** Share of the total, before rounding. */
  readonly ratio?: number
  /** Cells in each layer of the area. */
  readonly layers?: Readonly<Record<string, number>>
  readonly transmitter: Transmitter
  /** All that reaches its cells ends on the soma. */
  readonly somaOnly?: boolean
}

export interface AreaRecipe {
  readonly shape: 'rectangle' | 'disk'
  /** um; a rectangle has its corner at the origin. */
  readonly width?: number
  readonly height?: number
  /** um; a disk has its centre at the origin, and no cells inside the inner radius. */
  readonly radius?: number
  readonly innerRadius?: number
  /** Where cells without layers are, from below to above. */
  readonly z?: readonly [number, number]
  /** The same of each layer. */
  readonly layers?: Readonly<Record<string, readonly [number, number]>>
}

export interface ConnectivityRecipe {
  /** How chances fall with distance: e^(-d/sigma), or e^(-d²/2 sigma²). */
  readonly kernel: 'exponential' | 'gaussian'
  /** um */
  readonly sigma: number
  /** Lower chances count as none. */
  readonly cutoff?: number
  /** Mean number of connections onto a cell, by pathway; `default` for those not named. */
  readonly inDegree: Readonly<Record<Pathway, number>>
  readonly allowSelf?: boolean
  /** um/ms; 0 is at once. */
  readonly velocity?: number
  /** What replaces the transmitter's receptors and section, by pathway. */
  readonly synapses?: Readonly<Record<Pathway, SynapseRecipe>>
}

export interface SynapseRecipe {
  /** Shares of the connections that end on each section. */
  readonly sections: Readonly<Record<string, number>>
  readonly receptors: Readonly<Record<string, Mechanism>>
  readonly weight?: number
}

/** A grid: as many as fit the area in powers of two, or so many columns and rows from an offset. */
export interface ElectrodeRecipe {
  readonly pitch: number
  readonly z: number
  readonly inputRadius: number
  readonly outputRadius: number
  readonly columns?: number
  readonly rows?: number
  readonly offset?: number
}

export function populationOf({ populations }: Recipe, name: string): PopulationRecipe {
  const own = populations[name]
  if (own) return own
  throw new UsageError(`The recipe has no population ${name}.`)
}
