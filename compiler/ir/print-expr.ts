/** Expressions as text in our own notation, with as few parentheses as it allows. */
import type { Expr } from './expr.ts'
import { always, never } from './expr.ts'
import type { Op } from './ops.ts'
import { printQuantity } from './print-quantity.ts'

export interface ExprStyle {
  /** Print `randn()` instead of the full key of a random operator. */
  readonly hideKeys?: boolean
}

/** Shared subexpressions are printed wherever they stand; beyond this many nodes an ellipsis stands for the rest. */
const largest = 1500

export function printExpr(expr: Expr, style: ExprStyle = {}): string {
  return write(expr, level.conditional, { left: largest, ...style })
}

interface Pen extends ExprStyle {
  left: number
}

/** How tightly a form binds, loosest first: the grammar's own levels. */
const level = {
  conditional: 0,
  or: 1,
  and: 2,
  not: 3,
  compare: 4,
  sum: 5,
  product: 6,
  unary: 7,
  power: 8,
  primary: 9,
} as const

type Level = (typeof level)[keyof typeof level]

/** An operator between its operands, with the least level each of them needs. */
interface Infix {
  readonly symbol: string
  readonly level: Level
  readonly left: Level
  readonly right: Level
}

const compare = (symbol: string): Infix => ({
  symbol,
  level: level.compare,
  left: level.sum,
  right: level.sum,
})
const sum = (symbol: string): Infix => ({
  symbol,
  level: level.sum,
  left: level.sum,
  right: level.product,
})
const product = (symbol: string): Infix => ({
  symbol,
  level: level.product,
  left: level.product,
  right: level.unary,
})

const infix: Partial<Record<Op, Infix>> = {
  or: { symbol: ' or ', level: level.or, left: level.or, right: level.and },
  and: { symbol: ' and ', level: level.and, left: level.and, right: level.not },
  less: compare(' < '),
  lessEqual: compare(' <= '),
  greater: compare(' > '),
  greaterEqual: compare(' >= '),
  equal: compare(' == '),
  notEqual: compare(' != '),
  add: sum(' + '),
  subtract: sum(' - '),
  multiply: product(' * '),
  divide: product(' / '),
  floorDivide: product(' // '),
  modulo: product(' % '),
  power: { symbol: '^', level: level.power, left: level.primary, right: level.unary },
}

/** Functions that the language calls by another name than the table. */
const callNames: Partial<Record<Op, string>> = { truncate: 'int' }

/** With the key hidden, what the writer of a model called them. */
const drawNames: Partial<Record<Op, string>> = {
  uniform: 'rand',
  normal: 'randn',
  poisson: 'poisson',
  gamma: 'gamma',
}
const keyLength = 4

function write(expr: Expr, least: Level, pen: Pen): string {
  if (pen.left <= 0) return '…'
  pen.left -= 1
  const [text, own] = form(expr, pen)
  return own < least ? `(${text})` : text
}

function form(expr: Expr, pen: Pen): readonly [string, Level] {
  if (expr.kind === 'read') return [expr.name, level.primary]
  if (expr.kind === 'number') return numeral(expr)
  if (expr === always) return ['true', level.primary]
  if (expr === never) return ['false', level.primary]
  return applied(expr, pen)
}

function numeral(expr: Expr & { kind: 'number' }): readonly [string, Level] {
  const text = printQuantity(expr.value, expr.dimension)
  if (/[*/]/.test(text)) return [text, level.product]
  if (text.startsWith('-')) return [text, level.unary]
  return [text, text.includes(' ') ? level.power : level.primary]
}

function applied({ op, args }: Expr & { kind: 'apply' }, pen: Pen): readonly [string, Level] {
  const [x, y, z] = args
  const between = infix[op]
  if (between && x && y) {
    const left = write(x, between.left, pen)
    const right = write(y, between.right, pen)
    const isSigned = between.level === level.sum && right.startsWith('-')
    return [left + between.symbol + (isSigned ? `(${right})` : right), between.level]
  }
  if (op === 'negate' && x) return [`-${write(x, level.power, pen)}`, level.unary]
  if (op === 'not' && x) return [`not ${write(x, level.not, pen)}`, level.not]
  if (op === 'select' && x && y && z) {
    const condition = write(x, level.or, pen)
    const then = write(y, level.conditional, pen)
    return [
      `if ${condition} then ${then} else ${write(z, level.conditional, pen)}`,
      level.conditional,
    ]
  }
  return [call(op, args, pen), level.primary]
}

function call(op: Op, args: readonly Expr[], pen: Pen): string {
  const drawn = pen.hideKeys ? drawNames[op] : undefined
  const shown = drawn ? args.slice(0, args.length - keyLength) : args
  const name = drawn ?? callNames[op] ?? op
  return `${name}(${shown.map((arg) => write(arg, level.conditional, pen)).join(', ')})`
}
