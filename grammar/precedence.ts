/** How strongly operators bind: Python's order. */
import type { BinaryOperator, UnaryOperator } from './ast.ts'

interface Binding {
  readonly strength: number
  /** a ^ b ^ c is a ^ (b ^ c). */
  readonly rightFirst: boolean
  /** May stand beside one of its own strength: a - b - c, but not a < b < c. */
  readonly chains: boolean
}

const left = (strength: number): Binding => ({ strength, rightFirst: false, chains: true })
const alone = (strength: number): Binding => ({ strength, rightFirst: false, chains: false })

export const binaryPrecedence: Readonly<Record<BinaryOperator, Binding>> = {
  or: left(1),
  and: left(2),
  '<': alone(4),
  '<=': alone(4),
  '>': alone(4),
  '>=': alone(4),
  '==': alone(4),
  '!=': alone(4),
  '+': left(5),
  '-': left(5),
  '*': left(6),
  '/': left(6),
  '//': left(6),
  '%': left(6),
  '^': { strength: 8, rightFirst: true, chains: true },
}

/** What the operand of a prefix may hold: not a == b is not (a == b); -a ^ 2 is -(a ^ 2). */
export const prefixPrecedence: Readonly<Record<UnaryOperator, number>> = { not: 4, '-': 7, '+': 7 }
