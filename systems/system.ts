/** Cells in space and the connections between them; no dynamics. */
import { UsageError } from '../compiler/usage-error.ts'
import { connectionsFrom, type ProjectionDescription } from './connections-from.ts'
import type { ElectrodeArray } from './electrodes.ts'
import type { Numbers } from './numbers-from.ts'
import { populationsFrom, type PopulationDescription } from './populations-from.ts'
import { mustBeFields, unknownName } from './validate.ts'

/** A contiguous range of cells. */
export interface Population {
  readonly name: string
  readonly count: number
  /** The gid of its first cell. */
  readonly offset: number
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
}

/** Such as e (mV), g_unit (uS for each unit of weight), tau_rise and tau_decay (ms). */
export type Mechanism = Readonly<Record<string, number>>

export interface SystemParts {
  readonly name: string
  readonly populations: readonly Population[]
  readonly projections: readonly Projection[]
  /** The electrodes it comes with. */
  readonly mea?: ElectrodeArray
  /** Gids of cells that belong together, by name. */
  readonly selections?: ReadonlyMap<string, Int32Array>
}

export interface SystemDescription {
  readonly name?: string
  readonly populations: Readonly<Record<string, PopulationDescription>>
  readonly projections?: readonly ProjectionDescription[]
}

export class System implements SystemParts {
  readonly name: string
  readonly populations: readonly Population[]
  readonly projections: readonly Projection[]
  readonly mea?: ElectrodeArray
  readonly selections: ReadonlyMap<string, Int32Array>

  /** From parts that fit together; `fromArrays` makes sure that they do. */
  constructor({ name, populations, projections, mea, selections = new Map() }: SystemParts) {
    this.name = name
    this.populations = Object.freeze(populations.map((each) => Object.freeze(each)))
    this.projections = Object.freeze(projections.map((each) => Object.freeze(each)))
    if (mea) this.mea = mea
    this.selections = selections
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

  /** Number of cells. */
  get count(): number {
    return this.populations.reduce((sum, { count }) => sum + count, 0)
  }

  population(name: string): Population {
    const found = this.populations.find((population) => population.name === name)
    if (found) return found
    const known = this.populations.map((population) => population.name)
    throw new UsageError(`Asked for ${unknownName(name, 'population', known)}`)
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
}
