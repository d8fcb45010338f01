/** How each operator is written for gpu.js: one row per operator, and a missing row is a type error. */
import { always, never, number } from '../../ir/expr.ts'
import { InternalError } from '../../ir/internal-error.ts'
import type { Op } from '../../ir/ops.ts'
import {
  atom,
  called,
  choice,
  type Form,
  infix,
  level,
  type Piece,
  prefix,
  signed,
} from '../expression-printer.ts'
import { realLiteral } from '../wgsl/literals.ts'
import { wholeExponent } from '../wgsl/prelude.ts'

export function spellNumber(value: number): Piece {
  const text = realLiteral(value)
  return text.startsWith('-') ? signed(text, number(value)) : atom(text, number(value))
}

const one: Piece = atom('1.0', number(1))
const zero: Piece = atom('0.0', number(0))
const times = infix('*', level.product)
const over = infix('/', level.product)

/** x^y; whole powers are products in the order of the operator table. */
const power: Form = ([x, y], expr) => {
  if (!x || !y) return one
  const n = wholeExponent(y.expr)
  if (n === undefined) return called('Math.pow')([x, y], expr)
  return n < 0 ? over([one, product(x, -n)], expr) : product(x, n)
}

function product(x: Piece, n: number): Piece {
  if (n === 0) return one
  if (n === 1) return x
  const half = product(x, n >> 1)
  const square = times([half, half], x.expr)
  return n % 2 === 1 ? times([square, x], x.expr) : square
}

/** These are worked out by the host beforehand, as arrays. */
const drawn: Form = (_, expr) => {
  throw new InternalError('emit gpujs', 'a random number was not drawn beforehand', String(expr.id))
}

export const spelling: Readonly<Record<Op, Form>> = {
  add: infix('+', level.sum),
  subtract: infix('-', level.sum),
  multiply: times,
  divide: over,
  floorDivide: (args, expr) => called('Math.floor')([over(args, expr)], expr),
  modulo: called('modulo'),
  negate: prefix('-'),
  power,

  exp: called('Math.exp'),
  expm1: called('expm1'),
  exprel: called('exprel'),
  log: called('Math.log'),
  log10: ([x], expr) =>
    x ? times([spellNumber(Math.LOG10E), called('Math.log')([x], expr)], expr) : one,
  log1p: called('log1p'),
  sqrt: called('Math.sqrt'),
  sin: called('Math.sin'),
  cos: called('Math.cos'),
  tan: called('Math.tan'),
  sinh: called('Math.sinh'),
  cosh: called('Math.cosh'),
  tanh: called('tanh'),
  arcsin: called('Math.asin'),
  arccos: called('Math.acos'),
  arctan: called('Math.atan'),
  arctan2: called('Math.atan2'),

  abs: called('Math.abs'),
  sign: called('Math.sign'),
  floor: called('Math.floor'),
  ceil: called('Math.ceil'),
  truncate: called('Math.trunc'),
  min: called('Math.min'),
  max: called('Math.max'),
  clip: ([x, low, high], expr) =>
    x && low && high ? called('Math.min')([called('Math.max')([x, low], expr), high], expr) : one,

  less: infix('<', level.comparison),
  lessEqual: infix('<=', level.comparison),
  greater: infix('>', level.comparison),
  greaterEqual: infix('>=', level.comparison),
  equal: (args, expr) =>
    expr === always ? atom('1.0 > 0.5', expr) : infix('===', level.equality)(args, expr),
  notEqual: (args, expr) =>
    expr === never ? atom('0.0 > 0.5', expr) : infix('!==', level.equality)(args, expr),
  and: infix('&&', level.and),
  or: infix('||', level.or),
  not: prefix('!'),

  select: choice,
  int: ([test], expr) => (test ? choice([test, one, zero], expr) : one),

  /** The host gives steps as how long ago they were. */
  elapsed: ([, last], expr) => (last ? prefix('-')([last], expr) : one),
  uniform: drawn,
  normal: drawn,
  poisson: drawn,
  gamma: drawn,
}

/** Functions the language lacks; all of them are small. */
export const passages: readonly string[] = [
  `function exprel(x) {
  if (Math.abs(x) > 0.5) {
    return (Math.exp(x) - 1.0) / x
  }
  return 1.0 + x * (0.5 + x * (0.16666667 + x * (0.041666668 + x * (0.008333334 + x * (0.0013888889 + x * 0.0001984127)))))
}`,
  `function expm1(x) {
  if (Math.abs(x) > 0.5) {
    return Math.exp(x) - 1.0
  }
  return x * (1.0 + x * (0.5 + x * (0.16666667 + x * (0.041666668 + x * (0.008333334 + x * (0.0013888889 + x * 0.0001984127))))))
}`,
  `function log1p(x) {
  if (Math.abs(x) > 0.25) {
    return Math.log(1.0 + x)
  }
  const s = x / (2.0 + x)
  const z = s * s
  return 2.0 * s * (1.0 + z * (0.33333334 + z * (0.2 + z * (0.14285715 + z * 0.11111111))))
}`,
  `function tanh(x) {
  const e = Math.exp(-2.0 * Math.abs(x))
  const size = (1.0 - e) / (1.0 + e)
  return x < 0.0 ? -size : size
}`,
  `function modulo(x, y) {
  return x - Math.floor(x / y) * y
}`,
]

export const passageNames: readonly string[] = ['exprel', 'expm1', 'log1p', 'tanh', 'modulo']
