/** The exponential of a matrix, and its integral: how linear equations advance by one step. */

type Matrix = readonly (readonly number[])[]

/** x' = M x + b advances by x(t + dt) = P x + Q b: P = exp(M dt), Q = ∫ exp(M s) ds from 0 to dt. */
export interface Propagation {
  readonly transition: Matrix
  readonly gain: Matrix
}

/**
 * exp of the matrix [[M, 1], [0, 0]] dt holds P and Q side by side, so a singular M needs no care
 * (Van Loan 1978, IEEE Transactions on Automatic Control 23).
 */
export function propagate(matrix: Matrix, dt: number): Propagation {
  const n = matrix.length
  const wide = Array.from({ length: 2 * n }, (_, i) =>
    Array.from({ length: 2 * n }, (_, j) => {
      if (i >= n) return 0
      return (j < n ? at(matrix, i, j) : Number(j - n === i)) * dt
    }),
  )
  const result = exponential(wide)
  const top = result.slice(0, n)
  return { transition: top.map((row) => row.slice(0, n)), gain: top.map((row) => row.slice(n)) }
}

/** Terms of the series; with a norm of at most 1/2 the first one left out is below 1e-24. */
const terms = 19

/** Taylor series of a matrix scaled to a small norm, squared back (Moler & Van Loan 2003, SIAM Review 45). */
export function exponential(matrix: Matrix): Matrix {
  const norm = Math.max(...matrix.map((row) => row.reduce((sum, x) => sum + Math.abs(x), 0)), 0)
  const squarings = norm > 0.5 ? Math.min(60, Math.ceil(Math.log2(norm)) + 1) : 0
  const scaled = matrix.map((row) => row.map((x) => x / 2 ** squarings))
  let term: Matrix = matrix.map((row, i) => row.map((_, j) => Number(i === j)))
  let sum = term
  for (let k = 1; k <= terms; k++) {
    term = product(term, scaled).map((row) => row.map((x) => x / k))
    sum = sum.map((row, i) => row.map((x, j) => x + at(term, i, j)))
  }
  for (let k = 0; k < squarings; k++) sum = product(sum, sum)
  return sum
}

function product(a: Matrix, b: Matrix): Matrix {
  return a.map((row) =>
    row.map((_, j) => row.reduce((sum, x, k) => (x === 0 ? sum : sum + x * at(b, k, j)), 0)),
  )
}

const at = (matrix: Matrix, i: number, j: number): number => matrix[i]?.[j] ?? 0
