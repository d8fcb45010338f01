/** How an expression responds to one name: its derivative, and its parts where it is linear. */
import { isNumber, minus, negative, one, over, plus, raised, times, zero } from './algebra.ts'
import { apply, type Expr, fold, foldUnsettled, readsOf, readsSought, rebuild } from './expr.ts'
import { mayHold } from './sought.ts'
import { type Op, rowOf } from './ops.ts'
import { readExpr } from './read.ts'

type Apply = Extract<Expr, { kind: 'apply' }>

/** The symbolic derivative by a name; 0 where the table has none (steps, comparisons, draws). */
export function derivative(expr: Expr, name: string): Expr {
  return fold(expr, (e, inner: readonly Expr[]) => {
    if (e.kind === 'apply') return chain(e, inner)
    return e.kind === 'read' && e.name === name ? one : zero
  })
}

/** The chain rule: the sum over arguments of slope by argument × slope of argument. */
function chain({ op, args }: Apply, inner: readonly Expr[]): Expr {
  const [condition] = args
  const [, then = zero, otherwise = zero] = inner
  if (op === 'select' && condition) return choose(condition, then, otherwise)
  let sum = zero
  inner.forEach((slope, k) => {
    if (isNumber(slope, 0)) return
    sum = plus(sum, scaled(partial(op, args, k), slope))
  })
  return sum
}

const choose = (condition: Expr, a: Expr, b: Expr): Expr =>
  a === b ? a : apply('select', condition, a, b)

/** partial × slope; inside the branches of a case distinction, so that 0 × infinity stays away. */
function scaled(partial: Expr, slope: Expr): Expr {
  const [condition, a, b] = partial.kind === 'apply' && partial.op === 'select' ? partial.args : []
  if (condition && a && b) return choose(condition, times(a, slope), times(b, slope))
  const [numerator, denominator] =
    partial.kind === 'apply' && partial.op === 'divide' ? partial.args : []
  if (numerator && denominator && isNumber(numerator, 1)) return over(slope, denominator)
  return times(partial, slope)
}

const argumentNames = ['x', 'y', 'z']

/** The table's derivative by argument k, with the arguments in place of x, y, z. */
function partial(op: Op, args: readonly Expr[], k: number): Expr {
  const text = rowOf(op).derivative?.[k]
  if (text === undefined) return zero
  return fold(readExpr(text), (e, parts: readonly Expr[]) => {
    if (e.kind === 'read') return args[argumentNames.indexOf(e.name)] ?? e
    return e.kind === 'apply' ? rebuilt(e.op, parts) : e
  })
}

const tidy: Partial<Record<Op, (a: Expr, b: Expr) => Expr>> = {
  add: plus,
  subtract: minus,
  multiply: times,
  divide: over,
  negate: negative,
  power: raised,
}

function rebuilt(op: Op, parts: readonly Expr[]): Expr {
  const [a, b = zero] = parts
  const build = tidy[op]
  return build && a ? build(a, b) : apply(op, ...parts)
}

const knownReads = new WeakMap<Expr, ReadonlySet<string>>()

export function dependsOn(expr: Expr, name: string): boolean {
  const known = knownReads.get(expr) ?? readsOf(expr)
  knownReads.set(expr, known)
  return known.has(name)
}

/** expr = slope × name + rest, neither of which reads the name; undefined where there is no such form. */
export function linearIn(expr: Expr, name: string): { slope: Expr; rest: Expr } | undefined {
  const linear = linearInAll(expr, [name])
  return linear && { slope: linear.slopes.get(name) ?? zero, rest: linear.rest }
}

/** expr = Σ slope × name + rest. A name that does not matter has no slope. */
export interface Linear {
  readonly slopes: ReadonlyMap<string, Expr>
  readonly rest: Expr
}

/** Splits into slopes and rest, none of which reads any of the names. */
export function linearInAll(expr: Expr, names: Iterable<string>): Linear | undefined {
  return split(expr, names)
}

/**
 * Splits whatever is not linear too: `hold` says what stands for such a part. Of two factors the one that is
 * not linear is held, so that g * m(v)^3 * (v - E) has a slope.
 */
export function linearWhileHeld(
  expr: Expr,
  names: Iterable<string>,
  hold: (bent: Expr) => Expr,
): Linear {
  return split(expr, names, hold) ?? { slopes: none, rest: hold(expr) }
}

function split(
  expr: Expr,
  names: Iterable<string>,
  hold?: (bent: Expr) => Expr,
): Linear | undefined {
  const wanted = new Map([...names].map((name) => [name, new Map([[name, one]])]))
  const sought = readsSought(wanted)
  const settled = (e: Expr) => (mayHold(e, sought) ? undefined : { slopes: none, rest: e })
  const split = (e: Expr, inner: readonly (Linear | 'bent')[]): Linear | 'bent' => {
    const slopes = e.kind === 'read' ? wanted.get(e.name) : undefined
    if (slopes) return { slopes, rest: zero }
    if (e.kind !== 'apply') return { slopes: none, rest: e }
    if (!areStraight(inner)) return 'bent'
    if (inner.every(isFree)) return { slopes: none, rest: rebuild(e, inner.map(restOf)) }
    const result = combine(e.op, inner)
    return result === 'bent' && hold ? { slopes: none, rest: hold(e) } : result
  }
  const parts = foldUnsettled<Linear | 'bent'>(expr, { combine: split, settled })
  if (parts === 'bent') return undefined
  const slopes = [...parts.slopes].filter(([, slope]) => !isNumber(slope, 0))
  return { slopes: new Map(slopes), rest: parts.rest }
}

const none: ReadonlyMap<string, Expr> = new Map()

const areStraight = (parts: readonly (Linear | 'bent')[]): parts is readonly Linear[] =>
  !parts.includes('bent')

const restOf = ({ rest }: Linear): Expr => rest

const isFree = ({ slopes }: Linear): boolean => slopes.size === 0

/** How an operator acts on linear arguments, at least one of which is not free. */
function combine(op: Op, [x, y, z]: readonly Linear[]): Linear | 'bent' {
  if (!x) return 'bent'
  if (op === 'negate') return each(x, negative)
  if (!y) return 'bent'
  if (op === 'add') return both(x, y, plus)
  if (op === 'subtract') return both(x, y, minus)
  if (op === 'multiply' && isFree(x)) return each(y, (part) => times(x.rest, part))
  if (op === 'multiply' && isFree(y)) return each(x, (part) => times(part, y.rest))
  if (op === 'divide' && isFree(y)) return each(x, (part) => over(part, y.rest))
  if (op === 'select' && z && isFree(x)) return both(y, z, (a, b) => choose(x.rest, a, b))
  return 'bent'
}

function each({ slopes, rest }: Linear, change: (part: Expr) => Expr): Linear {
  return {
    slopes: new Map([...slopes].map(([name, slope]) => [name, change(slope)])),
    rest: change(rest),
  }
}

function both(x: Linear, y: Linear, join: (a: Expr, b: Expr) => Expr): Linear {
  if (isFree(x) && isFree(y)) return { slopes: none, rest: join(x.rest, y.rest) }
  const names = new Set([...x.slopes.keys(), ...y.slopes.keys()])
  const slopes = [...names].map(
    (name) => [name, join(x.slopes.get(name) ?? zero, y.slopes.get(name) ?? zero)] as const,
  )
  return { slopes: new Map(slopes), rest: join(x.rest, y.rest) }
}
