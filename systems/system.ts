/** Cells in space and the connections between them; no dynamics. */
import { UsageError } from '../compiler/usage-error.ts'
import { connectionsFrom, type ProjectionDescription } from './connections-from.ts'
import { mustBeNames, numberOfCells } from './validate.ts'

/** A contiguous range of cells. */
export interface Population {
  readonly name: string
  readonly count: number
  /** The gid of its first cell. */
  readonly offset: number
  /** x, y, z of each cell in um. */
  readonly coordinates?: Float64Array
}

type Numbers = Float64Array | Float32Array

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
}

export interface SystemDescription {
  readonly name?: string
  readonly populations: Readonly<
    Record<string, { readonly count: number; readonly coordinates?: ArrayLike<number> }>
  >
  readonly projections?: readonly ProjectionDescription[]
}

export class System {
  readonly name: string
  readonly populations: readonly Population[]
  readonly projections: readonly Projection[]

  constructor(
    name: string,
    populations: readonly Population[],
    projections: readonly Projection[],
  ) {
    this.name = name
    this.populations = populations
    this.projections = projections
    Object.freeze(this)
  }

  /**
   * A system from arrays: `System.fromArrays({ populations: { A: { count: 2 } }, projections: [{ pre: 'A',
   * post: 'A', synapse: 'AMPA', i: [0], j: [1], weight: [0.5] }] })`. Typed arrays are kept, not copied.
   */
  static fromArrays({ name = 'system', populations, projections = [] }: SystemDescription): System {
    mustBeNames('populations', Object.keys(populations))
    let offset = 0
    const cells = Object.entries(populations).map(([each, { count, coordinates }]): Population => {
      const size = numberOfCells(`populations.${each}.count`, count)
      const place = coordinates ? { coordinates: positions(each, size, coordinates) } : {}
      offset += size
      return { name: each, count: size, offset: offset - size, ...place }
    })
    const links = projections.map((each, k) => connectionsFrom(each, `projections[${k}]`, cells))
    return new System(name, cells, links)
  }

  /** Number of cells. */
  get count(): number {
    return this.populations.reduce((sum, { count }) => sum + count, 0)
  }

  population(name: string): Population {
    const found = this.populations.find((population) => population.name === name)
    if (found) return found
    const known = this.populations.map((population) => population.name).join(', ') || 'none'
    throw new UsageError(`There is no population ${name}; there is ${known}.`)
  }

  /** `EI: EXC 8, INH 2; EXC → INH by AMPA 12` */
  toString(): string {
    const cells = this.populations.map(({ name, count }) => `${name} ${count}`).join(', ')
    const links = this.projections.map(
      ({ pre, post, synapse, i }) => `${pre} → ${post} by ${synapse} ${i.length}`,
    )
    return [`${this.name}: ${cells}`, ...links].join('; ')
  }
}

function positions(name: string, count: number, values: ArrayLike<number>): Float64Array {
  const place = `populations.${name}.coordinates`
  if (values.length !== 3 * count) {
    throw new UsageError(
      `${place} has ${values.length} numbers; x, y and z of ${count} cells are ${3 * count}.`,
    )
  }
  for (let k = 0; k < values.length; k++) {
    if (!Number.isFinite(values[k])) {
      throw new UsageError(`${place}[${k}] is ${values[k]}; it must be a finite number of um.`)
    }
  }
  return values instanceof Float64Array ? values : Float64Array.from(values)
}
