/** Solves a few linear equations whose coefficients are expressions. */
import { minus, one, over, plus, times, zero } from '../ir/algebra.ts'
import type { Expr } from '../ir/expr.ts'

/** One line of a system of linear equations. */
export interface Row {
  readonly coefficients: Expr[]
  right: Expr
}

/**
 * Two lines by their determinant, with one division instead of two that wait for each other: 2 to 5 % of a motoneuron's
 * step. More by Gauss elimination written out.
 */
export function solveRows(
  names: readonly string[],
  rows: readonly Row[],
): ReadonlyMap<string, Expr> {
  const [x, y] = names
  const [first, second, ...others] = rows
  if (x === undefined || y === undefined || !first || !second || others.length > 0)
    return eliminated(names, rows)
  const [a = zero, b = zero] = first.coefficients
  const [c = zero, d = zero] = second.coefficients
  if (b === zero || c === zero) return eliminated(names, rows)
  const determinant = minus(times(a, d), times(b, c))
  return new Map([
    [x, over(minus(times(d, first.right), times(b, second.right)), determinant)],
    [y, over(minus(times(a, second.right), times(c, first.right)), determinant)],
  ])
}

/** The line with fewest partners goes first, so that trees fill in nothing. */
function eliminated(names: readonly string[], rows: readonly Row[]): ReadonlyMap<string, Expr> {
  const open = new Set(rows.keys())
  const order: number[] = []
  while (open.size > 0) {
    const pivot = [...open].reduce((a, b) =>
      partners(rows, b, open) < partners(rows, a, open) ? b : a,
    )
    open.delete(pivot)
    order.push(pivot)
    for (const other of open) eliminate(rows, pivot, other, open)
  }
  const solution = new Map<string, Expr>()
  for (const k of order.reverse()) {
    const row = rows[k]
    const name = names[k]
    if (!row || name === undefined) continue
    const known = names.reduce<Expr>((sum, other, j) => {
      const there = solution.get(other)
      return there && j !== k ? plus(sum, times(row.coefficients[j] ?? zero, there)) : sum
    }, zero)
    solution.set(name, over(minus(row.right, known), row.coefficients[k] ?? one))
  }
  return solution
}

function partners(rows: readonly Row[], k: number, open: ReadonlySet<number>): number {
  return [...open].filter((j) => rows[k]?.coefficients[j] !== zero).length
}

function eliminate(
  rows: readonly Row[],
  pivot: number,
  target: number,
  open: ReadonlySet<number>,
): void {
  const from = rows[pivot]
  const row = rows[target]
  if (!from || !row || row.coefficients[pivot] === zero) return
  const factor = over(row.coefficients[pivot] ?? zero, from.coefficients[pivot] ?? one)
  for (const j of open) {
    row.coefficients[j] = minus(
      row.coefficients[j] ?? zero,
      times(factor, from.coefficients[j] ?? zero),
    )
  }
  row.right = minus(row.right, times(factor, from.right))
  row.coefficients[pivot] = zero
}
