/** Sums and products that drop zeros and ones as they are built. */
import { apply, type Expr, number } from './expr.ts'

export const zero = number(0)
export const one = number(1)

export const isNumber = (expr: Expr, value: number): boolean =>
  expr.kind === 'number' && expr.value === value

export function plus(a: Expr, b: Expr): Expr {
  if (isNumber(a, 0)) return b
  if (isNumber(b, 0)) return a
  return apply('add', a, b)
}

export function minus(a: Expr, b: Expr): Expr {
  if (isNumber(b, 0)) return a
  if (isNumber(a, 0)) return negative(b)
  return apply('subtract', a, b)
}

export function negative(a: Expr): Expr {
  if (a.kind === 'number') return number(-a.value, a.dimension)
  if (a.kind === 'apply' && a.op === 'negate') return a.args[0] ?? a
  return apply('negate', a)
}

export function times(a: Expr, b: Expr): Expr {
  if (isNumber(a, 0) || isNumber(b, 0)) return zero
  if (isNumber(a, 1)) return b
  if (isNumber(b, 1)) return a
  return apply('multiply', a, b)
}

export function over(a: Expr, b: Expr): Expr {
  if (isNumber(a, 0)) return zero
  if (isNumber(b, 1)) return a
  return apply('divide', a, b)
}
