/** How each operator is written in JavaScript: one row per operator, and a missing row is a type error. */
import { always, never, number } from '../../ir/expr.ts'
import type { Op } from '../../ir/ops.ts'
import {
  atom,
  called,
  choice,
  type Form,
  infix,
  level,
  type Piece,
  powerOf,
  prefix,
  signed,
} from '../expression-printer.ts'
import { powerForm } from './prelude.ts'

const times = infix('*', level.product)
const over = infix('/', level.product)
const one: Piece = atom('1', number(1))

/** 3.5, -2, 1e-9, Infinity; JavaScript's own text reads back as the same number. */
export function spellNumber(value: number): Piece {
  const expr = number(value)
  const text = String(Math.abs(value)).replace('e+', 'e')
  return value < 0 || Object.is(value, -0) ? signed(`-${text}`, expr) : atom(text, expr)
}

/** x^y, as powerForm decides. */
const power: Form = (args, expr) => {
  const [x, y] = args
  if (!x || !y) return one
  const form = powerForm(x.expr, y.expr)
  if (form.kind === 'operator') return powerOf('**')(args, expr)
  if (form.kind === 'product') return product(x, form.n)
  if (form.name === 'power') return called('power')(args, expr)
  const whole = called(form.name)([x], expr)
  return form.isInverse ? over([one, whole], expr) : whole
}

/** x^n for |n| ≤ 4, in the order of the operator table. */
function product(x: Piece, n: number): Piece {
  if (n === 0) return one
  if (n < 0) return over([one, product(x, -n)], x.expr)
  if (n === 1) return x
  const half = product(x, n >> 1)
  const square = times([half, half], x.expr)
  return n % 2 === 1 ? times([square, x], x.expr) : square
}

const equal: Form = (args, expr) =>
  expr === always ? atom('true', expr) : infix('===', level.equality)(args, expr)

const notEqual: Form = (args, expr) =>
  expr === never ? atom('false', expr) : infix('!==', level.equality)(args, expr)

const floorDivide: Form = (args, expr) => called('Math.floor')([over(args, expr)], expr)

const clip: Form = ([x, low, high], expr) => {
  if (!x || !low || !high) return one
  return called('Math.min')([called('Math.max')([x, low], expr), high], expr)
}

export const spelling: Readonly<Record<Op, Form>> = {
  add: infix('+', level.sum),
  subtract: infix('-', level.sum),
  multiply: times,
  divide: over,
  floorDivide,
  modulo: called('modulo'),
  negate: prefix('-'),
  power,

  exp: called('Math.exp'),
  expm1: called('Math.expm1'),
  exprel: called('exprel'),
  log: called('Math.log'),
  log10: called('Math.log10'),
  log1p: called('Math.log1p'),
  sqrt: called('Math.sqrt'),
  sin: called('Math.sin'),
  cos: called('Math.cos'),
  tan: called('Math.tan'),
  sinh: called('Math.sinh'),
  cosh: called('Math.cosh'),
  tanh: called('Math.tanh'),
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
  clip,

  less: infix('<', level.comparison),
  lessEqual: infix('<=', level.comparison),
  greater: infix('>', level.comparison),
  greaterEqual: infix('>=', level.comparison),
  equal,
  notEqual,
  and: infix('&&', level.and),
  or: infix('||', level.or),
  not: prefix('!'),

  select: choice,
  int: called('Number'),

  elapsed: infix('-', level.sum),
  uniform: called('uniform'),
  normal: called('normal'),
  poisson: called('poisson'),
  gamma: called('gamma'),
}
