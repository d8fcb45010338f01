/** Cells in space and the connections between them; no dynamics. */
import { UsageError } from '../compiler/usage-error.ts'
import { type Box, boxAround, middleOf, type Point } from './bounding-box.ts'
import { connectionsFrom, type ProjectionDescription } from './connections-from.ts'
import { connectivityMatrix, type MatrixOptions } from './connectivity-matrix.ts'
import type { ElectrodeArray } from './electrodes.ts'
import type { Numbers } from './numbers-from.ts'
import {
  connectionsOf,
  type SynapseProjection,
  synapseProjectionsOf,
  type SynapseType,
  weightNamesOf,
} from './pathways.ts'
import { movedParts } from './moved-parts.ts'
import { populationsFrom, type PopulationDescription } from './populations-from.ts'
import type { Recipe } from './recipe.ts'
import { chooseCells, type Choice, gidsOf, type SelectOptions } from './select/choose-cells.ts'
import { restrict } from './select/restrict.ts'
import type { Folder } from './store/folder.ts'
import { mustBeFields, unknownName } from './validate.ts'

/** A contiguous range of cells. */
export interface Population {
  readonly name: string
  readonly count: number
  /** Where its cells begin in the row of all cells: the gid of the first, unless gids say otherwise. */
  readonly offset: number
  /** Of each cell, where they are not the numbers from the offset on: a part of a system keeps those of the whole. */
  readonly gids?: Int32Array
  /** x, y, z of each cell in um. */
  readonly coordinates?: Float64Array
}

/** All connections from one population to another through one label. */
export interface Projection {
  readonly pre: string
  readonly post: string
  /** Which synapse of a model it goes through. */
  readonly synapse: string
  /** Label of the section it ends on. */
  readonly at?: string
  /** Source and target of each connection, counted within their populations. */
  readonly i: Int32Array
  readonly j: Int32Array
  /** One number for all connections, or one each. */
  readonly weight?: number | Numbers
  /** In ms. */
  readonly delay?: number | Numbers
  /** Parameters of the synapse, in the units they are declared with. */
  readonly parameters: ReadonlyMap<string, number | Numbers>
  /** What the graph knows of its receptor; a model may have equations of its own. */
  readonly mechanism?: Mechanism
  readonly type?: SynapseType
}

/** Such as e (mV), g_unit (uS for each unit of weight), tau_rise and tau_decay (ms). */
export type Mechanism = Readonly<Record<string, number>>

export interface SystemParts {
  readonly name: string
  readonly populations: readonly Population[]
  readonly projections: readonly Projection[]
  /** The electrodes it comes with. */
  readonly mea?: ElectrodeArray
  /** What lightarray.json and model.json say: the fibres it comes with, and the model it was made for. */
  readonly lightArray?: Document
  readonly model?: Document
  /** Documents of tuned numbers, by the selection they are for; `default` is for all cells. */
  readonly params?: ReadonlyMap<string, Document>
  /** Gids of cells that belong together, by name. */
  readonly selections?: ReadonlyMap<string, Int32Array>
  /** The space it takes, where that is more than its cells. */
  readonly extent?: Box
  /** What it was generated from. */
  readonly recipe?: Recipe
  /** Of a part of a system: the share of its cells' connections that come from within. */
  readonly retainedInDegree?: number
}

/** What a JSON file says. */
export type Document = Readonly<Record<string, unknown>>

export interface SystemSummary {
  readonly name: string
  readonly cells: number
  /** Those with several receptors count once. */
  readonly connections: number
  readonly populations: Readonly<Record<string, number>>
  readonly electrodes: number
  readonly selections: Readonly<Record<string, number>>
  readonly retainedInDegree?: number
}

export interface SystemDescription {
  readonly name?: string
  readonly populations: Readonly<Record<string, PopulationDescription>>
  readonly projections?: readonly ProjectionDescription[]
}

/** Who is where and connected to whom. It never changes; what changes it makes another one. */
export class System implements SystemParts {
  readonly name: string
  readonly populations: readonly Population[]
  readonly projections: readonly Projection[]
  readonly mea?: ElectrodeArray
  readonly lightArray?: Document
  readonly model?: Document
  readonly params: ReadonlyMap<string, Document>
  readonly selections: ReadonlyMap<string, Int32Array>
  readonly extent?: Box
  readonly recipe?: Recipe
  readonly retainedInDegree?: number

  /** From parts that fit together; `fromArrays` makes sure that they do. */
  constructor(parts: SystemParts) {
    const { populations, projections, params = new Map(), selections = new Map() } = parts
    this.name = parts.name
    this.populations = Object.freeze(populations.map((each) => Object.freeze(each)))
    this.projections = Object.freeze(projections.map((each) => Object.freeze(each)))
    this.params = params
    this.selections = selections
    if (parts.mea) this.mea = parts.mea
    if (parts.lightArray) this.lightArray = parts.lightArray
    if (parts.model) this.model = parts.model
    if (parts.extent) this.extent = parts.extent
    if (parts.recipe) this.recipe = parts.recipe
    if (parts.retainedInDegree !== undefined) this.retainedInDegree = parts.retainedInDegree
    Object.freeze(this)
  }

  /**
   * A system from arrays: `System.fromArrays({ populations: { A: { count: 2 } }, projections: [{ pre: 'A',
   * post: 'A', synapse: 'AMPA', i: [0], j: [1], weight: [0.5] }] })`. Typed arrays are kept, not copied.
   */
  static fromArrays(description: SystemDescription): System {
    mustBeFields('The description of a system', description)
    const { name = 'system', populations: cells, projections: links = [] } = description
    const populations = populationsFrom(cells)
    if (!Array.isArray(links)) {
      throw new UsageError(`projections is ${links}; it must be a list of projections.`)
    }
    const projections = links.map((each: ProjectionDescription, k) =>
      connectionsFrom(each, `projections[${k}]`, populations),
    )
    return new System({ name, populations, projections })
  }

  /** A system from its folder: `await System.load('cultures/E3I')`. */
  static async load(from: string | Folder): Promise<System> {
    const { loadSystem } = await import('./store/load-system.ts')
    return loadSystem(from)
  }

  /** Number of cells. */
  get count(): number {
    return this.populations.reduce((sum, { count }) => sum + count, 0)
  }

  /** Of all cells, population after population; ascending unless somebody numbered them otherwise. */
  get gids(): Int32Array {
    const gids = new Int32Array(this.count)
    let at = 0
    for (const each of this.populations) {
      gids.set(gidsOf(each), at)
      at += each.count
    }
    return gids
  }

  /** Where each population begins in the row of all cells, and how many cells it has. */
  get populationRanges(): Readonly<Record<string, readonly [start: number, count: number]>> {
    return Object.fromEntries(
      this.populations.map(({ name, offset, count }) => [name, [offset, count] as const]),
    )
  }

  /** gid, x, y, z of each cell, by gid; cells without a place are at the origin. */
  get neuronCoordinates(): readonly (readonly [number, number, number, number])[] {
    const rows = this.populations.flatMap((each) => [...coordinatesOf(each)])
    return rows.sort(([a], [b]) => a - b)
  }

  /** Those of one population. */
  coordinates(population: string): readonly (readonly [number, number, number, number])[] {
    return coordinatesOf(this.population(population))
  }

  get boundingBox(): Box {
    return this.extent ?? boxAround(this.populations)
  }

  /** The middle of the bounding box. */
  get center(): Point {
    return middleOf(this.boundingBox)
  }

  population(name: string): Population {
    const found = this.populations.find((population) => population.name === name)
    if (found) return found
    const known = this.populations.map((population) => population.name)
    throw new UsageError(`Asked for ${unknownName(name, 'population', known)}`)
  }

  /** Who reaches whom through what. */
  get synapseProjections(): readonly SynapseProjection[] {
    return synapseProjectionsOf(this.projections)
  }

  /** What weights are called: `EXC_EXC-hillock-AMPA-weight`, the target first. */
  get weightNames(): readonly string[] {
    return weightNamesOf(this.projections)
  }

  /** Signed weights of all pairs, row by row: `matrix[pre * count + post]`; for small systems. */
  connectivityMatrix(options?: MatrixOptions): Float32Array {
    return connectivityMatrix(this, options)
  }

  /** Gids of some of its cells: `selection(100)`, `selection(0.1, { method: 'patch' })`, `selection('e1')`. */
  selection(choice?: Choice, options?: SelectOptions): Int32Array {
    return chooseCells(this, choice, options)
  }

  /** Some of its cells and what connects them: `predefined('EI3').select({ EXC: 80, INH: 20 })`. Gids stay what they are. */
  select(choice?: Choice, options?: SelectOptions): System {
    return new System(restrict(this, this.selection(choice, options)))
  }

  /** The same system with its cells moved: `system.moved(([x, y, z]) => [x, y, z + 50])`, all or those of some populations. */
  moved(move: (place: Point) => Point, populations?: readonly string[]): System {
    return new System(movedParts(this, move, populations))
  }

  summary(): SystemSummary {
    const { name, count, mea, retainedInDegree } = this
    return {
      name,
      cells: count,
      connections: connectionsOf(this.projections),
      populations: Object.fromEntries(this.populations.map((each) => [each.name, each.count])),
      electrodes: mea?.electrodeCoordinates.length ?? 0,
      selections: Object.fromEntries([...this.selections].map(([key, gids]) => [key, gids.length])),
      ...(retainedInDegree === undefined ? {} : { retainedInDegree }),
    }
  }

  /** `EI: EXC 8, INH 2; EXC → INH by AMPA 12` */
  toString(): string {
    const cells = this.populations.map(({ name, count }) => `${name} ${count}`).join(', ')
    const links = this.projections.map(
      ({ pre, post, synapse, at, i }) =>
        `${pre} → ${post} by ${synapse}${at === undefined ? '' : ` at ${at}`} ${i.length}`,
    )
    return [`${this.name}: ${cells}`, ...links].join('; ')
  }

  /** What console.log shows in Node: who is there, because who reaches whom may be long. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    const { connections, electrodes } = this.summary()
    const cells = this.populations.map(({ name, count }) => `${name} ${count}`).join(', ')
    return `System ${this.name}: ${cells}; connections ${connections}, electrodes ${electrodes}`
  }
}

function coordinatesOf(
  population: Population,
): readonly (readonly [number, number, number, number])[] {
  const { coordinates = [] } = population
  return Array.from(gidsOf(population), (gid, k) => {
    const [x = 0, y = 0, z = 0] = [0, 1, 2].map((axis) => coordinates[3 * k + axis] ?? 0)
    return [gid, x, y, z] as const
  })
}
