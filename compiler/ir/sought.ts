/** Which operators and leaves an expression may hold, a bit each, so that walks can leave out what they do not look for. */
import type { Expr } from './expr.ts'
import type { Op } from './ops.ts'

/** A walk leaves out whatever has none of these operators and none of these leaves. */
export interface Sought {
  readonly operators: number
  readonly leaves: number
}

/** Operators, and likewise names, share the bits there are: what is found there may be something else. */
const bits = 31
const ofNumbers = 1 << bits

export const numbers: Sought = { operators: 0, leaves: ofNumbers }
export const everyName: Sought = { operators: 0, leaves: ~ofNumbers }
export const everything: Sought = { operators: -1, leaves: -1 }

/** From here on, all bits would be set. */
export const tooMany = bits

export const bitOfRead = (id: number): number => 1 << (id % bits)

const bitByOperator = new Map<Op, number>()

export function bitOfOperator(op: Op): number {
  const known = bitByOperator.get(op) ?? 1 << (bitByOperator.size % bits)
  bitByOperator.set(op, known)
  return known
}

export const operators = (...ops: readonly Op[]): Sought => ({
  operators: ops.reduce((all, op) => all | bitOfOperator(op), 0),
  leaves: 0,
})

export const either = (a: Sought, b: Sought): Sought => ({
  operators: a.operators | b.operators,
  leaves: a.leaves | b.leaves,
})

/** False only where there is nothing of it anywhere in the expression. */
export const mayHold = (expr: Expr, { operators, leaves }: Sought): boolean =>
  ((expr.operators & operators) | (expr.leaves & leaves)) !== 0
