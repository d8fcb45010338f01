/** Expressions and units as canonical text: as few parentheses as precedence allows. */
import { isWrittenTight } from './as-written.ts'
import type { Expr } from './ast.ts'
import { binaryPrecedence, prefixPrecedence } from './precedence.ts'
import { printUnit } from './units.ts'

export { printUnit }

/** Stronger than every operator: names, numbers, calls. */
const atom = 10

export function printExpr(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return expr.text
    case 'quantity':
      return `${expr.text} ${printUnit(expr.unit)}`
    case 'unit':
      return printUnit(expr.unit)
    case 'boolean':
      return String(expr.value)
    case 'name':
      return expr.owner ? `${expr.owner.text}.${expr.name.text}` : expr.name.text
    case 'call':
      return `${expr.callee.text}(${expr.args.map(printExpr).join(', ')})`
    case 'unary':
      return printUnary(expr)
    case 'binary':
      return printBinary(expr)
    case 'if':
      return `if ${within(expr.condition, 1)} then ${printExpr(expr.then)} else ${printExpr(expr.otherwise)}`
  }
}

function strengthOf(expr: Expr): number {
  if (expr.kind === 'binary') return binaryPrecedence[expr.op].strength
  if (expr.kind === 'unary') return prefixPrecedence[expr.op]
  return expr.kind === 'if' ? 0 : atom
}

/** The expression, in parentheses where it binds more weakly than its place asks for. */
const within = (expr: Expr, least: number): string =>
  strengthOf(expr) < least ? `(${printExpr(expr)})` : printExpr(expr)

function printUnary({ op, arg }: Expr & { kind: 'unary' }): string {
  if (op === 'not') return `not ${within(arg, prefixPrecedence.not)}`
  const text = within(arg, prefixPrecedence[op])
  return /^[-+]/.test(text) ? `${op}(${text})` : op + text
}

function printBinary(expr: Expr & { kind: 'binary' }): string {
  const { op, left, right } = expr
  const { strength, rightFirst, chains } = binaryPrecedence[op]
  if (op === '^') return `${base(left)}^${exponent(right)}`
  const a = within(left, chains ? strength : strength + 1)
  const b = within(right, rightFirst ? strength : strength + 1)
  const tight = isLiteral(op, left, right) || isWrittenTight(expr, [a, b])
  return tight ? `${a}${op}${b}` : `${a} ${op} ${b}`
}

/** A power behind a unit would belong to the unit. */
const base = (left: Expr): string =>
  left.kind === 'quantity' || left.kind === 'unit' ? `(${printExpr(left)})` : within(left, atom)

/** 2^-1 needs no parentheses; 2^3^2 is 2^(3^2). */
const exponent = (right: Expr): string =>
  right.kind === 'unary' && right.op !== 'not' ? printExpr(right) : within(right, 8)

/** `0.04/mV`, `1 mM*cm^2/uA`: numbers with their units stay together. */
function isLiteral(op: string, left: Expr, right: Expr): boolean {
  if ((op !== '/' && op !== '*') || right.kind !== 'unit') return false
  if (left.kind === 'number' || left.kind === 'quantity' || left.kind === 'unit') return true
  if (left.kind === 'unary') return left.arg.kind === 'number' || left.arg.kind === 'quantity'
  return left.kind === 'binary' && isLiteral(left.op, left.left, left.right)
}
