/** How each operator is written in WGSL: one row per operator, and a missing row is a type error. */
import { always, type Expr, never, number } from '../../ir/expr.ts'
import type { Op } from '../../ir/ops.ts'
import {
  atom,
  called,
  type Form,
  infix,
  level,
  type Piece,
  prefix,
  signed,
} from '../expression-printer.ts'
import { realLiteral, wordLiteral } from './literals.ts'
import { powerName } from './functions.ts'
import { wholeExponent } from './prelude.ts'

/** What the names of a kernel are: whole numbers are not converted unless somebody calculates with them. */
export type Kind = 'real' | 'boolean' | 'signed' | 'word'
export type KindOf = (name: string) => Kind

export function spellNumber(value: number): Piece {
  const expr = number(value)
  const text = realLiteral(value)
  return text.startsWith('-') ? signed(text, expr) : atom(text, expr)
}

/** The table for a kernel whose names are of these kinds. */
export function spellingFor(kindOf: KindOf): Readonly<Record<Op, Form>> {
  const real = (piece: Piece): Piece => (isWhole(piece.expr, kindOf) ? cast('f32', piece) : piece)
  const over =
    (form: Form): Form =>
    (args, expr) =>
      form(args.map(real), expr)
  const keyed: Keyed = { real, word: (piece) => asWord(piece, kindOf) }
  const call = (name: string): Form => over(called(name))
  const compare = (symbol: string): Form => over(infix(symbol, level.comparison))
  const times = infix('*', level.product)
  const quotient = infix('/', level.product)
  return {
    add: over(infix('+', level.sum)),
    subtract: over(infix('-', level.sum)),
    multiply: over(times),
    divide: over(quotient),
    floorDivide: over((args, expr) => called('floor')([quotient(args, expr)], expr)),
    modulo: call('modulo'),
    negate: over(prefix('-')),
    power: over(power),

    exp: call('exp'),
    expm1: call('expm1'),
    exprel: call('exprel'),
    log: call('log'),
    log10: over(([x], expr) => (x ? times([perTen, called('log')([x], expr)], expr) : perTen)),
    log1p: call('log1p'),
    sqrt: call('sqrt'),
    sin: call('sin'),
    cos: call('cos'),
    tan: call('tan'),
    sinh: call('exact_sinh'),
    cosh: call('cosh'),
    tanh: call('bounded_tanh'),
    arcsin: call('exact_asin'),
    arccos: call('exact_acos'),
    arctan: call('exact_atan'),
    arctan2: call('exact_atan2'),

    abs: call('abs'),
    sign: call('sign'),
    floor: call('floor'),
    ceil: call('ceil'),
    truncate: call('trunc'),
    min: call('min'),
    max: call('max'),
    // `clamp` of constants that contradict each other is no WGSL at all.
    clip: over(([x, low, high], expr) =>
      called('min')([called('max')([x ?? zero, low ?? zero], expr), high ?? zero], expr),
    ),

    less: compare('<'),
    lessEqual: compare('<='),
    greater: compare('>'),
    greaterEqual: compare('>='),
    equal: (args, expr) =>
      expr === always ? atom('true', expr) : over(infix('==', level.equality))(args, expr),
    notEqual: (args, expr) =>
      expr === never ? atom('false', expr) : over(infix('!=', level.equality))(args, expr),
    and: infix('&&', level.and),
    or: infix('||', level.or),
    not: prefix('!'),

    select: ([test, x, y], expr) =>
      test && x && y ? called('select')([real(y), real(x), test], expr) : one,
    int: ([test], expr) => (test ? called('select')([zero, one, test], expr) : one),

    elapsed: ([step, last], expr) =>
      step && last
        ? cast('f32', between(asSigned(step, kindOf), asSigned(last, kindOf)), expr)
        : one,
    uniform: drawn('uniform_number', keyed),
    normal: drawn('normal_number', keyed),
    poisson: drawn('poisson', keyed),
    gamma: drawn('gamma', keyed),
  }
}

const one: Piece = atom('1.0', number(1))
const zero: Piece = atom('0.0', number(0))
/** 1 / log(10) */
const perTen: Piece = atom('0.4342945', number(Math.LOG10E))

/** Whether the text of an expression is a whole number: that of a name is, everything computed is real. */
export const isWhole = (expr: Expr, kindOf: KindOf): boolean =>
  expr.kind === 'read' && (kindOf(expr.name) === 'signed' || kindOf(expr.name) === 'word')

const cast = (type: string, piece: Piece, expr: Expr = piece.expr): Piece =>
  called(type)([piece], expr)

const between = (step: Piece, last: Piece): Piece => infix('-', level.sum)([step, last], number(0))

/** As a signed whole number: a step. */
export function asSigned(piece: Piece, kindOf: KindOf): Piece {
  const { expr } = piece
  if (expr.kind === 'number') return atom(String(expr.value | 0), expr)
  return expr.kind === 'read' && kindOf(expr.name) === 'signed' ? piece : cast('i32', piece)
}

/** As 32 bits: a part of a random key. */
function asWord(piece: Piece, kindOf: KindOf): Piece {
  const { expr } = piece
  if (expr.kind === 'number') return atom(wordLiteral(expr.value), expr)
  if (expr.kind === 'read' && kindOf(expr.name) === 'word') return piece
  return cast('u32', asSigned(piece, kindOf))
}

interface Keyed {
  readonly real: (piece: Piece) => Piece
  readonly word: (piece: Piece) => Piece
}

/** The last four arguments are the key. */
const drawn =
  (name: string, { real, word }: Keyed): Form =>
  (args, expr) =>
    called(name)([...args.slice(0, -4).map(real), ...args.slice(-4).map(word)], expr)

/** x^y; whole powers up to 16 are products in the order of the operator table. */
const power: Form = ([x, y], expr) => {
  if (!x || !y) return one
  const n = wholeExponent(y.expr)
  if (n === undefined) return called('power')([x, y], expr)
  if (n === 0) return one
  const size = Math.abs(n)
  const whole = size === 1 ? x : called(powerName(size))([x], expr)
  return n < 0 ? infix('/', level.product)([one, whole], expr) : whole
}
