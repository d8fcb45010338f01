/**
 * Writes expressions in languages with infix operators: precedence, parentheses, line breaks.
 *
 * A target brings a table with one row per operator; rows are built from the forms at the end of
 * this file. Parentheses are those Prettier would leave: the needed ones, and those that tell
 * apart operators of one level (`(a * b) / c`).
 */
import { type Expr, fold } from '../ir/expr.ts'
import type { Op } from '../ir/ops.ts'
import { type Doc, either, group, indent, line, list, softLine } from './layout.ts'

/** How tightly an operator binds, loosest first. */
export const level = {
  choice: 0,
  or: 1,
  and: 2,
  equality: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  power: 7,
  unary: 8,
  primary: 9,
} as const

export type Level = (typeof level)[keyof typeof level]

/** A printed expression, ready to become part of a larger one. */
export interface Piece {
  readonly expr: Expr
  readonly level: Level
  /** The operator of a chain, `?` of a choice; empty where there is none. */
  readonly operator: string
  /** Operands with their operators: the first stays where it is, the others may go to new lines. */
  readonly parts: readonly Doc[]
  /** The last part may stay on its line although an earlier one is broken: no operand is a chain. */
  readonly isSimple: boolean
  /** Begins with a chain: after `=`, Prettier puts it on a new line before it breaks the chain. */
  readonly isLong: boolean
}

/** Writes the application of an operator to arguments that are printed already. */
export type Form = (args: readonly Piece[], expr: Expr) => Piece

export interface Style {
  readonly spelling: Readonly<Record<Op, Form>>
  readonly number: (value: number, expr: Expr) => Piece
  readonly read: (name: string, expr: Expr) => Piece
}

export function printExpression(expr: Expr, style: Style): Piece {
  return fold(expr, (e, args: readonly Piece[]): Piece => {
    if (e.kind === 'number') return style.number(e.value, e)
    if (e.kind === 'read') return style.read(e.name, e)
    return style.spelling[e.op](args, e)
  })
}

/** The parts of a piece that is no operand of its own kind. */
function partsAlone({ parts, isSimple }: Piece): readonly Doc[] {
  if (!isSimple) return parts
  return [...parts.slice(0, -1), group(...parts.slice(-1))]
}

const hanging = ([first = '', ...rest]: readonly Doc[]): Doc =>
  rest.length === 0 ? first : group(first, indent(...rest))

/** A piece as an argument: what follows its first part is indented. */
export const nested = (piece: Piece): Doc => hanging(partsAlone(piece))

/** `target = piece`, with the break after `=` where Prettier would put it. */
export function assignment(target: string, piece: Piece, sign = '='): Doc {
  if (!piece.isLong) return [`${target} ${sign} `, nested(piece)]
  const value = piece.operator === '?' ? nested(piece) : group(...partsAlone(piece))
  return group(`${target} ${sign}`, indent(line, value))
}

/** `open (piece) close`, as in `if (…) {`. */
export const condition = (open: string, piece: Piece, close: string): Doc => {
  const chain = isLogical(piece.level) ? piece.parts : partsAlone(piece)
  const inner = piece.operator === '?' ? [nested(piece)] : chain
  return [`${open}(`, group(indent(softLine, ...inner), softLine), `)${close}`]
}

const single = (doc: Doc, expr: Expr, own: Level): Piece => ({
  expr,
  level: own,
  operator: '',
  parts: [doc],
  isSimple: false,
  isLong: false,
})

/** A name, a number, a call: nothing around it can tear it apart. */
export const atom = (doc: Doc, expr: Expr): Piece => single(doc, expr, level.primary)

/** A number with a sign. */
export const signed = (doc: Doc, expr: Expr): Piece => single(doc, expr, level.unary)

const isLogical = (own: Level): boolean => own === level.or || own === level.and

/** Chains of one operator are flat: `a + b - c`; others of its level are told apart: `(a * b) / c`. */
function isFlat(piece: Piece, operator: string, own: Level): boolean {
  if (piece.level !== own || own === level.equality || own === level.comparison) return false
  return piece.operator === operator || own === level.sum
}

/** `x symbol y`, grouping from the left. */
export function infix(symbol: string, own: Level): Form {
  return ([left, right], expr) => {
    if (!left || !right) return atom('', expr)
    const first = isFlat(left, symbol, own) ? left.parts : [operandOf(own, left)]
    const isFlatToo = isLogical(own) && isFlat(right, symbol, own)
    const [head = '', ...tail] = isFlatToo ? right.parts : [operandOf(own, right)]
    const isSimple = !isAlike(left, own) && !isAlike(right, own)
    const last: Doc = [' ', symbol, line, head]
    const parts = [...first, last, ...tail]
    return { expr, level: own, operator: symbol, parts, isSimple, isLong: true }
  }
}

/** Both arithmetic, or both logical. */
const isAlike = ({ operator, level: other }: Piece, own: Level): boolean =>
  operator !== '' && operator !== '?' && isLogical(other) === isLogical(own)

/** An operand that is no continuation needs parentheses at the same level already; so does `&&` in `||`. */
function operandOf(own: Level, piece: Piece): Doc {
  const doc = isAlike(piece, own) ? hanging(piece.parts) : nested(piece)
  const isMixed = own === level.or && piece.level === level.and
  return piece.level <= own || isMixed ? ['(', doc, ')'] : doc
}

/** `x symbol y`, where the left side needs parentheses unless it is a name, a number or a call. */
export function powerOf(symbol: string): Form {
  return ([left, right], expr) => {
    if (!left || !right) return atom('', expr)
    const base: Doc = left.level < level.primary ? ['(', nested(left), ')'] : nested(left)
    const exponent: Doc = right.level < level.unary ? ['(', nested(right), ')'] : nested(right)
    const parts = [base, [` ${symbol}`, line, exponent]]
    const isSimple = left.operator === '' && right.operator === ''
    return { expr, level: level.power, operator: symbol, parts, isSimple, isLong: true }
  }
}

/** `symbol x`. */
export function prefix(symbol: string): Form {
  return ([x], expr) => {
    if (!x) return atom('', expr)
    const isTight = x.level > level.unary || (x.level === level.unary && symbol === '!')
    const inner =
      x.operator === '?' ? nested(x) : group(indent(softLine, ...partsAlone(x)), softLine)
    return single(isTight ? [symbol, nested(x)] : [symbol, '(', inner, ')'], expr, level.unary)
  }
}

/** `name(x, y)`. */
export const called =
  (name: string): Form =>
  (args, expr) =>
    atom([name, list('(', args.map(nested), ')')], expr)

/** `condition ? x : y`; a chain of choices breaks as one. */
export const choice: Form = ([test, x, y], expr) => {
  if (!test || !x || !y) return atom('', expr)
  const first: Doc = test.operator === '?' ? ['(', nested(test), ')'] : group(...partsAlone(test))
  const then: Doc =
    x.operator === '?' ? [either('', '('), branch(x), either('', ')')] : indent(branch(x))
  const otherwise: Doc = y.operator === '?' ? branch(y) : indent(branch(y))
  const rest: Doc = [line, '? ', then, line, ': ', otherwise]
  const isLong = test.isLong && test.operator !== '?'
  return { expr, level: level.choice, operator: '?', parts: [first, rest], isSimple: false, isLong }
}

function branch(piece: Piece): Doc {
  const [first = '', ...rest] = piece.parts
  return piece.operator === '?' ? [first, indent(...rest)] : group(...partsAlone(piece))
}
