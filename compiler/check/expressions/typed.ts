/** What the checker knows of an expression: its value, its dimension and how its writer names the unit. */
import type { Unit } from '../../../grammar/ast.ts'
import { type Dimension, equal, none, over, times } from '../../ir/dimension.ts'
import { always, apply, type Expr, never, number, read } from '../../ir/expr.ts'
import { type Op, resultOf } from '../../ir/ops.ts'

export interface Typed {
  readonly expr: Expr
  /** Absent where it cannot be known; unknown agrees with everything, so that one mistake is told once. */
  readonly dimension: Dimension | undefined
  readonly type: 'real' | 'boolean' | 'unknown'
  /** A bare 0 (or infinity), which fits every unit. */
  readonly free: boolean
  /** The unit its writer would name it in. */
  readonly unit?: Unit
  /** How many operators deep. */
  readonly depth: number
}

const typed = (expr: Expr, dimension: Dimension | undefined, unit?: Unit): Typed => ({
  expr,
  dimension,
  type: 'real',
  free: false,
  depth: 0,
  ...(unit ? { unit } : {}),
})

/** What stands where something could not be understood: it fits everywhere. */
export const unknown: Typed = {
  ...typed(number(0), undefined),
  type: 'unknown',
}

export const literal = (value: number, dimension: Dimension = none, unit?: Unit): Typed => {
  const known = typed(number(value, dimension), dimension, unit)
  const fitsAll = unit === undefined && (value === 0 || !Number.isFinite(value))
  return fitsAll ? { ...known, free: true } : known
}

export const truth = (value: boolean): Typed => ({
  ...typed(value ? always : never, none),
  type: 'boolean',
})

/** How a name that is read looks. */
export interface Reading {
  readonly dimension: Dimension | undefined
  readonly type?: Typed['type']
  readonly unit?: Unit
}

export const reading = (name: string, { dimension, type = 'real', unit }: Reading): Typed => ({
  ...typed(read(name), dimension, unit),
  type,
})

/** An operator over typed arguments; the caller says the dimension and, where it knows it, the unit. */
export function applied(op: Op, args: readonly Typed[], result: Reading): Typed {
  const expr = apply(op, ...args.map((arg) => arg.expr))
  const depth = 1 + Math.max(0, ...args.map((arg) => arg.depth))
  return { ...typed(expr, result.dimension, result.unit), type: result.type ?? resultOf(op), depth }
}

/** Whether two values can be added, compared or assigned to one another. */
export const agree = (a: Typed, b: Typed): boolean => a.free || b.free || fits(a, b.dimension)

/** Whether a value can stand where a dimension is asked for. */
export const fits = (a: Typed, wanted: Dimension | undefined): boolean =>
  a.free || a.dimension === undefined || wanted === undefined || equal(a.dimension, wanted)

/** The dimension two agreeing values have together. */
export function joint(a: Typed, b: Typed): Dimension | undefined {
  if (a.free) return b.dimension
  if (b.free) return a.dimension
  return b.dimension && a.dimension
}

export const timesKnown = (a: Typed, b: Typed): Dimension | undefined =>
  a.dimension && b.dimension && times(a.dimension, b.dimension)

export const overKnown = (a: Typed, b: Typed): Dimension | undefined =>
  a.dimension && b.dimension && over(a.dimension, b.dimension)
