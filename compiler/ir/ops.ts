/** The table of everything that can be computed: one row per operator. */
import { normalAt, poissonAt, gammaAt, uniformAt } from './random.ts'

export type ValueType = 'real' | 'boolean'

/**
 * How dimensions pass through: `same` all arguments agree and so does the result; `pure` numbers only;
 * `compare` all agree, result is boolean; the others say it themselves.
 */
export type DimensionRule =
  | 'same'
  | 'pure'
  | 'product'
  | 'quotient'
  | 'ratio'
  | 'power'
  | 'root'
  | 'compare'
  | 'logic'
  | 'select'
  | 'key'
  | 'sign'

export interface OpRow {
  readonly arity: number
  readonly result: ValueType
  readonly dimension: DimensionRule
  readonly evaluate: (...args: number[]) => number
  /** Partial derivatives in our own language; arguments are called x, y, z; absent where the slope is 0 or undefined. */
  readonly derivative?: readonly string[]
}

const real = (
  arity: number,
  dimension: DimensionRule,
  evaluate: (...args: number[]) => number,
  derivative?: readonly string[],
): OpRow => ({ arity, result: 'real', dimension, evaluate, ...(derivative ? { derivative } : {}) })

const truth = (
  arity: number,
  dimension: DimensionRule,
  evaluate: (...args: number[]) => boolean,
): OpRow => ({
  arity,
  result: 'boolean',
  dimension,
  evaluate: (...args) => Number(evaluate(...args)),
})

/** x^y; whole powers up to 16 are products in a fixed order, so that every target can repeat them. */
export function power(x: number, y: number): number {
  if (!Number.isInteger(y) || Math.abs(y) > 16) return x ** y
  return y < 0 ? 1 / wholePower(x, -y) : wholePower(x, y)
}

/** Square-and-multiply: x^n for whole n ≥ 0. */
function wholePower(x: number, n: number): number {
  if (n === 0) return 1
  const half = wholePower(x, n >> 1)
  return n % 2 === 1 ? half * half * x : half * half
}

/** Booleans are 0 and 1 inside the interpreter; `x` stands for the first argument, `y`, `z` for the next. */
export const ops = {
  add: real(2, 'same', (x, y) => x + y, ['1', '1']),
  subtract: real(2, 'same', (x, y) => x - y, ['1', '-1']),
  multiply: real(2, 'product', (x, y) => x * y, ['y', 'x']),
  divide: real(2, 'quotient', (x, y) => x / y, ['1 / y', '-x / y / y']),
  floorDivide: real(2, 'ratio', (x, y) => Math.floor(x / y)),
  modulo: real(2, 'same', (x, y) => x - Math.floor(x / y) * y, ['1', '-floor(x / y)']),
  negate: real(1, 'same', (x) => -x, ['-1']),
  power: real(2, 'power', power, ['y * x ^ (y - 1)', 'x ^ y * log(x)']),

  exp: real(1, 'pure', Math.exp, ['exp(x)']),
  expm1: real(1, 'pure', Math.expm1, ['exp(x)']),
  exprel: real(1, 'pure', (x) => (x === 0 ? 1 : x === Infinity ? x : Math.expm1(x) / x), [
    'if abs(x) < 0.0001 then 0.5 + x / 3 else (exp(x) - exprel(x)) / x',
  ]),
  log: real(1, 'pure', Math.log, ['1 / x']),
  log10: real(1, 'pure', Math.log10, ['0.4342944819032518 / x']),
  log1p: real(1, 'pure', Math.log1p, ['1 / (1 + x)']),
  sqrt: real(1, 'root', Math.sqrt, ['0.5 / sqrt(x)']),
  sin: real(1, 'pure', Math.sin, ['cos(x)']),
  cos: real(1, 'pure', Math.cos, ['-sin(x)']),
  tan: real(1, 'pure', Math.tan, ['1 + tan(x) ^ 2']),
  sinh: real(1, 'pure', Math.sinh, ['cosh(x)']),
  cosh: real(1, 'pure', Math.cosh, ['sinh(x)']),
  tanh: real(1, 'pure', Math.tanh, ['1 - tanh(x) ^ 2']),
  arcsin: real(1, 'pure', Math.asin, ['1 / sqrt(1 - x ^ 2)']),
  arccos: real(1, 'pure', Math.acos, ['-1 / sqrt(1 - x ^ 2)']),
  arctan: real(1, 'pure', Math.atan, ['1 / (1 + x ^ 2)']),
  arctan2: real(2, 'same', Math.atan2, ['y / (x ^ 2 + y ^ 2)', '-x / (x ^ 2 + y ^ 2)']),

  abs: real(1, 'same', Math.abs, ['sign(x)']),
  sign: real(1, 'sign', Math.sign),
  floor: real(1, 'same', Math.floor),
  ceil: real(1, 'same', Math.ceil),
  truncate: real(1, 'same', Math.trunc),
  min: real(2, 'same', Math.min, ['if x <= y then 1 else 0', 'if x <= y then 0 else 1']),
  max: real(2, 'same', Math.max, ['if x >= y then 1 else 0', 'if x >= y then 0 else 1']),
  clip: real(3, 'same', (x, low, high) => Math.min(Math.max(x, low), high), [
    'if x >= y and x <= z then 1 else 0',
    'if x < y then 1 else 0',
    'if x > z then 1 else 0',
  ]),

  less: truth(2, 'compare', (x, y) => x < y),
  lessEqual: truth(2, 'compare', (x, y) => x <= y),
  greater: truth(2, 'compare', (x, y) => x > y),
  greaterEqual: truth(2, 'compare', (x, y) => x >= y),
  equal: truth(2, 'compare', (x, y) => x === y),
  notEqual: truth(2, 'compare', (x, y) => x !== y),
  and: truth(2, 'logic', (x, y) => x !== 0 && y !== 0),
  or: truth(2, 'logic', (x, y) => x !== 0 || y !== 0),
  not: truth(1, 'logic', (x) => x === 0),

  /** select(condition, then, otherwise) */
  select: real(3, 'select', (condition, x, y) => (condition !== 0 ? x : y)),
  /** int(condition): 0 or 1. */
  int: real(1, 'key', (x) => x),

  /** Steps since a remembered step number; both whole numbers held in 32 bits. */
  elapsed: real(2, 'key', (step, last) => step - last),
  /** Uniform on [0, 1), a pure function of (seed, stream, cell, step). */
  uniform: real(4, 'key', uniformAt),
  /** Standard normal, a pure function of (seed, stream, cell, step). */
  normal: real(4, 'key', normalAt),
  /** Poisson count of mean x, keyed by the four others. */
  poisson: real(5, 'key', poissonAt),
  /** Gamma variate of shape x and scale 1, keyed by the four others; initial values only. */
  gamma: real(5, 'key', gammaAt),
} satisfies Record<string, OpRow>

export type Op = keyof typeof ops

/** The row of an operator, seen through the common type. */
export const rowOf = (op: Op): OpRow => ops[op]

/** What an operator gives: `select` gives the type of its branches, all others what the row says. */
export const resultOf = (op: Op): ValueType => rowOf(op).result
