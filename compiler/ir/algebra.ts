/** Sums, products and powers that drop zeros and ones and join numbers as they are built. */
import { isNone } from './dimension.ts'
import { apply, type Expr, number } from './expr.ts'
import { type Op, rowOf } from './ops.ts'

export const zero = number(0)
export const one = number(1)

export const isNumber = (expr: Expr, value: number): boolean =>
  expr.kind === 'number' && expr.value === value

type Apply = Extract<Expr, { kind: 'apply' }>

const isApplied = (expr: Expr, op: Op): expr is Apply => expr.kind === 'apply' && expr.op === op

/** What an expression negates. */
export const negated = (expr: Expr): Expr | undefined =>
  isApplied(expr, 'negate') ? expr.args[0] : undefined

/** The value of an operator between two pure numbers. */
function joined(op: Op, a: Expr, b: Expr): Expr | undefined {
  if (a.kind !== 'number' || b.kind !== 'number') return undefined
  if (!isNone(a.dimension) || !isNone(b.dimension)) return undefined
  return number(rowOf(op).evaluate(a.value, b.value))
}

export function plus(a: Expr, b: Expr): Expr {
  if (isNumber(a, 0)) return b
  if (isNumber(b, 0)) return a
  const [p, q] = [negated(a), negated(b)]
  if (q) return minus(a, q)
  if (p) return minus(b, p)
  return joined('add', a, b) ?? apply('add', a, b)
}

export function minus(a: Expr, b: Expr): Expr {
  if (isNumber(b, 0)) return a
  if (isNumber(a, 0)) return negative(b)
  if (a === b) return zero
  const [p, q] = [negated(a), negated(b)]
  if (q) return plus(a, q)
  if (p) return negative(plus(p, b))
  return joined('subtract', a, b) ?? apply('subtract', a, b)
}

export function negative(a: Expr): Expr {
  if (a.kind === 'number') return number(-a.value, a.dimension)
  return negated(a) ?? apply('negate', a)
}

export function times(a: Expr, b: Expr): Expr {
  if (isNumber(a, 0) || isNumber(b, 0)) return zero
  if (isNumber(a, 1)) return b
  if (isNumber(b, 1)) return a
  if (isNumber(a, -1)) return negative(b)
  if (isNumber(b, -1)) return negative(a)
  return joined('multiply', a, b) ?? apply('multiply', a, b)
}

export function over(a: Expr, b: Expr): Expr {
  if (isNumber(a, 0)) return zero
  if (isNumber(b, 1)) return a
  return joined('divide', a, b) ?? apply('divide', a, b)
}

export function raised(a: Expr, n: Expr): Expr {
  if (isNumber(n, 0)) return one
  if (isNumber(n, 1)) return a
  return joined('power', a, n) ?? apply('power', a, n)
}
