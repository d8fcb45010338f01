/** Expressions → text with as few parentheses as the precedence of operators allows. */
import type { Expr, Unit } from './ast.ts'
import { isTight } from './operator-spacing.ts'
import { binaryPrecedence } from './precedence.ts'

/** A stretch of text; a line may break before it, the better the smaller its depth. */
export interface Piece {
  readonly text: string
  readonly depth: number
}

/** Where no line may break. */
const never = Number.POSITIVE_INFINITY

/** Text that holds together. */
export const solid = (text: string): Piece => ({ text, depth: never })

/** Text before which a line may break. */
export const breakable = (text: string, depth: number): Piece => ({ text, depth })

export const joined = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

export const printExpr = (expr: Expr): string => joined(exprPieces(expr))

/** `nest` counts the parentheses around; the deeper, the worse a place to break a line. */
export function exprPieces(expr: Expr, nest = 1): readonly Piece[] {
  switch (expr.kind) {
    case 'number':
      return [solid(expr.text)]
    case 'quantity':
      return [solid(`${expr.text} ${printFactor(expr.unit)}`)]
    case 'unit':
      return [solid(printFactor(expr.unit))]
    case 'boolean':
      return [solid(String(expr.value))]
    case 'name':
      return [solid(expr.owner ? `${expr.owner.text}.${expr.name.text}` : expr.name.text)]
    case 'call':
      return callPieces(expr, nest)
    case 'unary':
      return unaryPieces(expr, nest)
    case 'binary':
      return binaryPieces(expr, nest)
    case 'if':
      return ifPieces(expr, nest)
    default:
      return expr satisfies never
  }
}

type Kind<K extends Expr['kind']> = Extract<Expr, { kind: K }>

/** A unit inside an expression has one factor, and its power is a number. */
const printFactor = ({ factors }: Unit): string =>
  factors.map(({ name, power }) => (power === 1 ? name : `${name}^${power}`)).join('')

function callPieces({ callee, args }: Kind<'call'>, nest: number): readonly Piece[] {
  return [solid(`${callee.text}(`), ...listPieces(args, nest + 1), solid(')')]
}

/** Expressions with commas between. */
export function listPieces(args: readonly Expr[], nest: number): readonly Piece[] {
  return args.flatMap((arg, k) => {
    const pieces = exprPieces(arg, nest)
    if (k === 0) return pieces
    const [first, ...rest] = pieces
    return [solid(', '), ...(first ? [breakable(first.text, nest * 10)] : []), ...rest]
  })
}

function unaryPieces({ op, arg }: Kind<'unary'>, nest: number): readonly Piece[] {
  const prefix = solid(op === 'not' ? 'not ' : op)
  return [prefix, ...operand(arg, op === 'not' ? strengths.not : strengths.power, nest)]
}

function binaryPieces(expr: Kind<'binary'>, nest: number): readonly Piece[] {
  const { op, left, right } = expr
  const { strength, rightFirst, chains } = binaryPrecedence[op]
  const own = strength
  const leftNeeds = op === '^' ? strengths.atom : chains ? own : own + 1
  const rightNeeds = op === '^' ? strengths.sign : rightFirst ? own : own + 1
  const tight = isTight(expr, (inner) => printExprAs(inner, strength + 1))
  const sign = tight ? solid(op) : breakable(` ${op} `, nest * 10 + strength)
  return [...operand(left, leftNeeds, nest), sign, ...operand(right, rightNeeds, nest)]
}

function ifPieces({ condition, then, otherwise }: Kind<'if'>, nest: number): readonly Piece[] {
  return [
    solid('if '),
    ...operand(condition, strengths.or, nest),
    breakable(' then ', nest * 10),
    ...exprPieces(then, nest),
    breakable(' else ', nest * 10),
    ...exprPieces(otherwise, nest),
  ]
}

const printExprAs = (expr: Expr, needed: number): string => joined(operand(expr, needed, 1))

/** In parentheses where it binds less than it must. */
function operand(expr: Expr, needed: number, nest: number): readonly Piece[] {
  if (strengthOf(expr) >= needed) return exprPieces(expr, nest)
  return [solid('('), ...exprPieces(expr, nest + 1), solid(')')]
}

/** A quantity is an atom, except below a power: that would go to its unit. */
const strengths = { if: 0, or: 1, not: 3, sign: 7, power: 8, quantity: 8.5, atom: 9 } as const

function strengthOf(expr: Expr): number {
  if (expr.kind === 'if') return strengths.if
  if (expr.kind === 'binary') return binaryPrecedence[expr.op].strength
  if (expr.kind === 'unary') return expr.op === 'not' ? strengths.not : strengths.sign
  if (expr.kind === 'quantity' || expr.kind === 'unit') return strengths.quantity
  return strengths.atom
}
