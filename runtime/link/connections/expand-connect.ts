/** A connect clause → its connections: the same for ever for the same seed, in time that grows with their number. */
import type { Connect } from '../../../compiler/ir/dynamics.ts'
import { type Expr, readsOf } from '../../../compiler/ir/expr.ts'
import { UsageError } from '../../../compiler/usage-error.ts'
import { streamOf } from '../../../compiler/ir/random.ts'
import type { ConnectionTable } from '../../engine/plan.ts'
import { evaluator, isDrawn, type Meaning, type Pair, type Value } from './evaluator.ts'
import { type Allocate, Growing } from './growing.ts'
import { RowRandom } from './row-random.ts'
import { Choice, type Emit, Sample } from './targets.ts'
import { valuesOf } from './values.ts'

export interface Endpoint {
  readonly name: string
  readonly count: number
  /** x, y, z of each cell in um. */
  readonly coordinates?: Float64Array
  /** A parameter of a cell in kernel units. */
  readonly parameter?: (name: string, cell: number) => number
}

export interface ExpandOptions {
  readonly seed: number
  /** Number of the clause in its model. */
  readonly clause: number
  readonly pre: Endpoint
  readonly post: Endpoint
  readonly allocate: Allocate
}

/** Clauses often have the same probability, and what one has learned of it serves them all. */
const sample = new Sample()

/** Names that are the same for every pair. */
const fixed: ReadonlySet<string> = new Set(['N_pre', 'N_post', 'seed', 'step', 'pi', 'e'])

export function expandConnect(connect: Connect, options: ExpandOptions): ConnectionTable {
  return new Expansion(connect, options).table()
}

/** The same for every pair. */
const isFixed = (expr: Expr): boolean =>
  !isDrawn(expr) && [...readsOf(expr)].every((name) => fixed.has(name))

interface Slice {
  readonly first: number
  readonly count: number
}

class Expansion {
  private readonly connect: Connect
  private readonly options: ExpandOptions
  private readonly pair: Pair = { i: 0, j: 0, copy: 0 }
  private readonly from: Slice
  private readonly to: Slice
  private readonly random = new RowRandom()
  private readonly choice = new Choice()
  private readonly stream: string

  constructor(connect: Connect, options: ExpandOptions) {
    this.connect = connect
    this.options = options
    this.stream = `connect/${options.clause}`
    this.from = this.slice(connect.from, options.pre)
    this.to = this.slice(connect.to, options.post)
  }

  table(): ConnectionTable {
    const { pre } = this.options
    const rows = this.options.allocate('integer', pre.count + 1)
    const found = new Growing(this.options.allocate, this.expected())
    const row = this.rowFinder()
    for (let i = 0; i < pre.count; i++) {
      const isMine = i >= this.from.first && i < this.from.first + this.from.count
      if (isMine) row(i - this.from.first, (j) => found.push(j + this.to.first))
      rows[i + 1] = found.count
    }
    const targets = found.values()
    const { weight, delay, parameters } = valuesOf(this.connect, {
      rows,
      targets,
      pair: this.pair,
      start: [this.from.first, this.to.first],
      allocate: this.options.allocate,
      names: [this.options.pre.name, this.options.post.name],
      evaluate: (expr, part, extra) => this.evaluate(expr, part, extra),
      isFixed: (expr) => isFixed(expr),
    })
    return { rows, targets, weight, delay, parameters }
  }

  private expected(): number {
    return expectedConnections(this.connect, this.options.pre.count, this.options.post.count)
  }

  private slice({ from, to }: Connect['from'], { count }: Endpoint): Slice {
    const bound = (expr: Expr | undefined, otherwise: number): number => {
      if (!expr) return otherwise
      const value = this.evaluate(expr, 'slice')()
      const fromEnd = value < 0 ? count + value : value
      return Math.min(count, Math.max(0, fromEnd))
    }
    const first = bound(from, 0)
    return { first, count: Math.max(0, bound(to, count) - first) }
  }

  private evaluate(expr: Expr, part: string, extra: ReadonlyMap<string, Value> = new Map()): Value {
    const meaning: Meaning = (name) => extra.get(name) ?? this.meaning(name)
    const { seed } = this.options
    return evaluator(expr, { pair: this.pair, seed, stream: `${this.stream}/${part}`, meaning })
  }

  private meaning(name: string): Value | undefined {
    const { pair, from, to } = this
    const { pre, post } = this.options
    switch (name) {
      case 'i':
        return () => pair.i
      case 'j':
      case this.connect.each?.name:
        return () => pair.j
      case 'N_pre':
        return () => from.count
      case 'N_post':
        return () => to.count
      case 'distance':
        return () => this.distance()
    }
    const [, end = '', rest = ''] = /^(pre|post)\.(.+)$/.exec(name) ?? []
    if (end === 'pre') return ofCell(pre, rest, () => pair.i + from.first)
    if (end === 'post') return ofCell(post, rest, () => pair.j + to.first)
    return undefined
  }

  private distance(): number {
    const { pre, post } = this.options
    const a = 3 * (this.pair.i + this.from.first)
    const b = 3 * (this.pair.j + this.to.first)
    const along = (k: number): number =>
      (pre.coordinates?.[a + k] ?? 0) - (post.coordinates?.[b + k] ?? 0)
    return Math.hypot(along(0), along(1), along(2))
  }

  /** Finds the targets of a source: candidates, thinned by condition and probability, some several times. */
  private rowFinder(): (i: number, emit: Emit) => void {
    const { connect, pair, random } = this
    const { where, probability, times } = connect
    const holds = where && this.evaluate(where, 'where')
    const chance = probability && this.evaluate(probability, 'probability')
    const copies = times && this.evaluate(times, 'times')
    const skips = chance && probability && isFixed(probability) && !connect.each
    const candidates = this.candidates(skips ? chance : undefined)
    // A small integer, as the generator has them: code for one kind of number serves all clauses.
    const stream = streamOf(`${this.stream}/pairs`) | 0
    const areTargets = skips && !holds && !copies
    return (i, emit) => {
      pair.i = i
      random.begin(this.options.seed, stream, i)
      if (areTargets) return candidates(emit)
      candidates((j) => {
        pair.j = j
        if (holds && holds() === 0) return
        this.mustBeInside(j)
        if (chance && !skips && random.uniform() > this.checked(chance())) return
        const count = copies ? copies() : 1
        for (let copy = 0; copy < count; copy++) emit(j)
      })
    }
  }

  /** Before any condition. */
  private candidates(chance: Value | undefined): (emit: Emit) => void {
    const { connect, random } = this
    const { each } = connect
    if (!each) {
      if (chance) return (emit) => sample.take(this.to.count, this.checked(chance()), random, emit)
      return (emit) => {
        for (let j = 0; j < this.to.count; j++) emit(j)
      }
    }
    const [a, b, c] = each.args.map((arg, k) => this.evaluate(arg, `${each.kind}/${k}`))
    if (each.kind === 'sample') {
      return (emit) => sample.take(a?.() ?? 0, this.checked(b?.() ?? 0), random, emit)
    }
    if (each.kind === 'choose') return (emit) => this.choose(a?.() ?? 0, b?.() ?? 0, emit)
    return (emit) => {
      const [low, high] = b ? [a?.() ?? 0, b()] : [0, a?.() ?? 0]
      const by = c?.() ?? 1
      if (by > 0) for (let j = low; j < high; j += by) emit(j)
      else if (by < 0) {
        const reached = Math.ceil((low - high) / -by)
        for (let k = reached - 1; k >= 0; k--) emit(low + k * by)
      } else throw new UsageError(`${this.say()}: a range cannot go on by 0.`)
    }
  }

  private choose(count: number, size: number, emit: Emit): void {
    if (size < 0 || size > count || !Number.isInteger(size)) {
      throw new UsageError(`${this.say()}: ${size} different targets cannot be chosen of ${count}.`)
    }
    this.choice.choose(count, size, this.random, emit)
  }

  private checked(probability: number): number {
    if (probability >= 0 && probability <= 1) return probability
    throw new UsageError(
      `${this.say()}: the probability for i = ${this.pair.i} is ${probability}; it must be from 0 to 1.`,
    )
  }

  private mustBeInside(j: number): void {
    if (j >= 0 && j < this.to.count && Number.isInteger(j)) return
    throw new UsageError(
      `${this.say()}: for i = ${this.pair.i} the target j = ${j} is not one of the ${this.to.count} cells of ` +
        `${this.options.post.name}. Exclude it: where 0 <= j and j < N_post.`,
    )
  }

  private say(): string {
    const { pre, post } = this.options
    return `connect ${pre.name} to ${post.name} by ${this.connect.synapse}`
  }
}

function ofCell(
  { coordinates, parameter, count }: Endpoint,
  name: string,
  cell: () => number,
): Value {
  const axis = ['x', 'y', 'z'].indexOf(name)
  if (axis >= 0) return () => coordinates?.[3 * cell() + axis] ?? 0
  if (name === 'i') return cell
  if (name === 'N') return () => count
  return () => parameter?.(name, cell()) ?? Number.NaN
}

/** About how many connections a clause makes, to make room for them beforehand. */
export function expectedConnections(connect: Connect, pre: number, post: number): number {
  const { each, probability } = connect
  const number = (expr: Expr | undefined, otherwise: number): number => {
    if (expr === undefined) return otherwise
    if (expr.kind === 'number') return expr.value
    return expr.kind === 'read' && expr.name === 'N_post' ? post : otherwise
  }
  const [, second] = each?.args ?? []
  const perSource = {
    sample: number(second, 1) * post,
    choose: number(second, post),
    range: Math.min(post, 64),
  }
  const candidates = each ? perSource[each.kind] : post
  const chance = number(probability, 1)
  const isThinned = connect.where !== undefined && !each
  return Math.ceil(pre * candidates * chance * (isThinned ? 0.05 : 1))
}
