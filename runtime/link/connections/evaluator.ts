/** Expressions of a connect clause as functions of the pair of cells that is being looked at. */
import { streamOf, uniformAt } from '../../../compiler/ir/random.ts'
import { type Expr, fold, visit } from '../../../compiler/ir/expr.ts'
import { rowOf } from '../../../compiler/ir/ops.ts'
import { InternalError } from '../../../compiler/ir/internal-error.ts'

export type Value = () => number

/** What the names of a clause stand for. */
export interface Pair {
  i: number
  j: number
  /** One of several connections between the same two cells. */
  copy: number
}

export type Meaning = (name: string) => Value | undefined

const drawn: ReadonlySet<string> = new Set(['uniform', 'normal', 'poisson', 'gamma'])

export interface EvaluatorOptions {
  readonly pair: Pair
  readonly seed: number
  /** Whose random numbers these are: two clauses never share a stream. */
  readonly stream: string
  readonly meaning: Meaning
}

/** Draws depend on the pair and the place in the text alone, not on the order of evaluation. */
export function evaluator(expr: Expr, { pair, seed, stream, meaning }: EvaluatorOptions): Value {
  const start = streamOf(stream)
  return fold<Value>(expr, (e, args) => {
    if (e.kind === 'number') return () => e.value
    if (e.kind === 'read') return read(e.name, meaning)
    const { evaluate } = rowOf(e.op)
    if (drawn.has(e.op)) return draw(e, args, { evaluate, pair, seed, start })
    const [x, y, z] = args
    if (e.op === 'select' && x && y && z) return () => (x() !== 0 ? y() : z())
    if (x && y && z) return () => evaluate(x(), y(), z())
    if (x && y) return () => evaluate(x(), y())
    if (x) return () => evaluate(x())
    throw new InternalError('link', `${e.op} has no arguments`)
  })
}

function read(name: string, meaning: Meaning): Value {
  if (name === 'seed' || name === 'step') return () => 0
  const value = meaning(name)
  if (!value) throw new InternalError('link', `${name} means nothing in a connect clause`)
  return value
}

type Drawing = {
  readonly evaluate: (...args: number[]) => number
  readonly pair: Pair
  readonly seed: number
  readonly start: number
}

/** The key (seed, site, i, step) becomes (seed, stream of the site, j, i): unique for every pair. */
function draw(
  e: Extract<Expr, { kind: 'apply' }>,
  args: readonly Value[],
  { evaluate, pair, seed, start }: Drawing,
): Value {
  const before = args.slice(0, -4)
  const site = args.at(-3)?.() ?? 0
  const stream = (start ^ Math.imul(site + 1, 0x9e3779b1)) >>> 0
  const copied = (): number => (stream + Math.imul(pair.copy, 0x85ebca6b)) >>> 0
  const [x] = before
  if (e.op === 'uniform') return () => uniformAt(seed, copied(), pair.j, pair.i)
  return x
    ? () => evaluate(x(), seed, copied(), pair.j, pair.i)
    : () => evaluate(seed, copied(), pair.j, pair.i)
}

/** Whether an expression draws random numbers. */
export function isDrawn(expr: Expr): boolean {
  let found = false
  visit(expr, (e) => {
    if (e.kind === 'apply' && drawn.has(e.op)) found = true
  })
  return found
}
