/** Simplifications as pairs of small texts: what is written, and what computes the same more cheaply. */
import type { Expr } from '../ir/expr.ts'
import { readExpr } from '../ir/read.ts'

/** Names in both texts stand for any expression; sums and products match in either order. */
export interface Rule {
  readonly pattern: Expr
  readonly result: Expr
}

const rules = (...pairs: readonly (readonly [string, string])[]): readonly Rule[] =>
  pairs.map(([pattern, result]) => ({ pattern: readExpr(pattern), result: readExpr(result) }))

/** These never change a bit, whatever the values: not the sign of a zero, not a NaN. */
export const exact = (): readonly Rule[] =>
  rules(
    ['x * 1', 'x'],
    ['x / 1', 'x'],
    ['x - 0', 'x'],
    ['x + -0', 'x'],
    ['x * -1', '-x'],
    ['x / -1', '-x'],
    ['-(-x)', 'x'],
    ['x + -y', 'x - y'],
    ['x - -y', 'x + y'],
    ['x + -y * z', 'x - y * z'],
    ['x - -y * z', 'x + y * z'],
    ['x + -y / z', 'x - y / z'],
    ['x - -y / z', 'x + y / z'],
    ['-x * -y', 'x * y'],
    ['-x / -y', 'x / y'],
    ['x ^ 0', '1'],
    ['x ^ 1', 'x'],
    ['abs(-x)', 'abs(x)'],
    ['abs(abs(x))', 'abs(x)'],
    ['floor(floor(x))', 'floor(x)'],
    ['min(x, x)', 'x'],
    ['max(x, x)', 'x'],
    ['not not x', 'x'],
    ['x and x', 'x'],
    ['x or x', 'x'],
    ['if not x then y else z', 'if x then z else y'],
    ['if x then y else y', 'y'],
  )

/**
 * These may change the sign of a zero, a NaN, an overflow or the last bits.
 * exp(x) * exp(y) = exp(x + y) is not among them: for large x it costs far more than the last bits.
 * Nor is x / y / z = x / (y * z): where x / y is needed elsewhere too, it saves nothing.
 */
export const algebraic = (): readonly Rule[] =>
  rules(
    ['x + 0', 'x'],
    ['0 - x', '-x'],
    ['-x - y', '-(x + y)'],
    ['x - x', '0'],
    ['x * 0', '0'],
    ['0 / x', '0'],
    ['-(x - y)', 'y - x'],
    ['x * (1 / y)', 'x / y'],
    ['x / (1 / y)', 'x * y'],
    ['x ^ 0.5', 'sqrt(x)'],
    ['x ^ -0.5', '1 / sqrt(x)'],
  )
