/** Cells by population and by gid: what can be read and set of each of them. */
import { UsageError } from '../../compiler/index.ts'
import type { PopulationRange } from '../run.ts'
import { gidsOf } from './cell-numbers.ts'

/** What a registry asks of the Env whose cells it holds. */
export interface Holder {
  readonly populations: readonly PopulationRange[]
  /** Parameters that have names of their own, and values as they are. */
  paramsOf(population: string): readonly string[]
  get(population: string, name: string): number | Float64Array
  set(population: string, name: string, value: number | ArrayLike<number>): unknown
}

export type Values = Readonly<Record<string, number | ArrayLike<number>>>

/** `env.cells.EXC`, `env.cells.of('EXC')`, `env.cells.cell(3)`. */
export class Cells implements Iterable<Group> {
  private readonly groups: ReadonlyMap<string, Group>
  readonly [population: string]: unknown

  constructor(holder: Holder) {
    const groups = holder.populations.map(
      (range) => [range.name, new Group(holder, range)] as const,
    )
    this.groups = new Map(groups)
    for (const [name, group] of groups) {
      if (!(name in this)) Object.defineProperty(this, name, { value: group, enumerable: true })
    }
  }

  get populations(): readonly string[] {
    return [...this.groups.keys()]
  }

  get gids(): Int32Array {
    return Int32Array.from([...this].flatMap(({ gids }) => [...gids])).sort()
  }

  of(population: string): Group {
    const group = this.groups.get(population)
    if (group) return group
    throw new UsageError(
      `There is no population ${population}; there is ${this.populations.join(', ')}.`,
    )
  }

  cell(gid: number): Cell {
    for (const group of this) if (group.has(gid)) return group.cell(gid)
    throw new UsageError(`There is no cell ${gid}; there are ${this.gids.length} cells.`)
  }

  /** Every parameter that any cell has, in the order of gids; NaN where a cell lacks it. */
  getParams(): Readonly<Record<string, Float64Array>> {
    const groups = [...this]
    const names = new Set(groups.flatMap(({ params }) => params))
    const { gids } = this
    const places = new Map(Array.from(gids, (gid, k) => [gid, k]))
    const columns = [...names].map((name) => {
      const column = new Float64Array(gids.length).fill(Number.NaN)
      for (const group of groups) {
        if (!group.params.includes(name)) continue
        const own = group.get(name)
        group.gids.forEach((gid, k) => {
          column[places.get(gid) ?? 0] = own[k] ?? Number.NaN
        })
      }
      return [name, column] as const
    })
    return Object.fromEntries(columns)
  }

  /** Sets parameters of all cells that have them: a number for all, or one for each in the order of gids. */
  setParams(values: Values): this {
    for (const [name, value] of Object.entries(values)) this.mustTake(name, value)
    const places = new Map(Array.from(this.gids, (gid, k) => [gid, k]))
    for (const [name, value] of Object.entries(values)) {
      for (const group of this) {
        if (!group.params.includes(name)) continue
        const of = (gid: number): number =>
          typeof value === 'number' ? value : (value[places.get(gid) ?? 0] ?? Number.NaN)
        group.set(name, typeof value === 'number' ? value : Float64Array.from(group.gids, of))
      }
    }
    return this
  }

  private mustTake(name: string, value: number | ArrayLike<number>): void {
    const known = [...this].flatMap(({ params }) => params)
    if (!known.includes(name)) throw unknownParam(name, known)
    const { length } = this.gids
    if (typeof value === 'number' || value.length === length) return
    throw new UsageError(`${name} wants ${length} values, one per cell; there are ${value.length}.`)
  }

  *[Symbol.iterator](): Iterator<Group> {
    yield* this.groups.values()
  }

  /** `EXC 8: a, b; INH 2: a, b` */
  toString(): string {
    return [...this].join('; ')
  }

  /** What console.log shows in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Cells ${this}`
  }
}

/** The cells of one population. */
export class Group {
  readonly population: string
  readonly count: number
  readonly gids: Int32Array
  private readonly holder: Holder

  constructor(holder: Holder, range: PopulationRange) {
    this.holder = holder
    this.population = range.name
    this.count = range.count
    this.gids = gidsOf(range)
  }

  has(gid: number): boolean {
    return this.gids.includes(gid)
  }

  cell(gid: number): Cell {
    const index = this.gids.indexOf(gid)
    if (index >= 0) return new Cell(this.holder, this.population, [gid, index])
    const [first, last] = [this.gids[0], this.gids.at(-1)]
    throw new UsageError(
      `${this.population} has cells ${first} to ${last}; ${gid} is none of them.`,
    )
  }

  get params(): readonly string[] {
    return this.holder.paramsOf(this.population)
  }

  /** A parameter or state, one value for each cell. */
  get(name: string): Float64Array {
    const value = this.holder.get(this.population, name)
    return typeof value === 'number' ? new Float64Array(this.count).fill(value) : value
  }

  /** A parameter or state: one number for all, or one for each. */
  set(name: string, value: number | ArrayLike<number>): this {
    this.holder.set(this.population, name, value)
    return this
  }

  getParams(): Readonly<Record<string, Float64Array>> {
    return Object.fromEntries(this.params.map((name) => [name, this.get(name)]))
  }

  setParams(values: Values): this {
    const unknown = Object.keys(values).find((name) => !this.params.includes(name))
    if (unknown !== undefined) throw unknownParam(unknown, this.params)
    for (const [name, value] of Object.entries(values)) this.set(name, value)
    return this
  }

  /** `EXC 8: a, b` */
  toString(): string {
    return `${this.population} ${this.count}: ${this.params.join(', ')}`
  }

  /** What console.log shows in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Cells ${this}`
  }
}

/** One simulated neuron. */
export class Cell {
  readonly population: string
  readonly gid: number
  /** Within its population. */
  readonly index: number
  private readonly holder: Holder

  constructor(holder: Holder, population: string, [gid, index]: readonly [number, number]) {
    this.holder = holder
    this.population = population
    this.gid = gid
    this.index = index
  }

  get(name: string): number {
    const value = this.holder.get(this.population, name)
    return typeof value === 'number' ? value : (value[this.index] ?? Number.NaN)
  }

  /** Of this cell alone. */
  set(name: string, value: number): this {
    const now = this.holder.get(this.population, name)
    const { count = 0 } =
      this.holder.populations.find((each) => each.name === this.population) ?? {}
    const all = typeof now === 'number' ? new Float64Array(count).fill(now) : now
    all[this.index] = value
    this.holder.set(this.population, name, all)
    return this
  }

  getParams(): Readonly<Record<string, number>> {
    const names = this.holder.paramsOf(this.population)
    return Object.fromEntries(names.map((name) => [name, this.get(name)]))
  }

  setParams(values: Readonly<Record<string, number>>): this {
    const known = this.holder.paramsOf(this.population)
    const unknown = Object.keys(values).find((name) => !known.includes(name))
    if (unknown !== undefined) throw unknownParam(unknown, known)
    for (const [name, value] of Object.entries(values)) this.set(name, value)
    return this
  }

  /** `cell 3 of EXC: a, b` */
  toString(): string {
    return `cell ${this.gid} of ${this.population}: ${this.holder.paramsOf(this.population).join(', ')}`
  }

  /** What console.log shows in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString()
  }
}

const unknownParam = (name: string, known: readonly string[]): UsageError =>
  new UsageError(`There is no parameter ${name}; there is ${[...new Set(known)].join(', ')}.`)
