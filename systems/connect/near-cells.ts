/** The cells around a place and how near they count: the kernel of their distance in the plane. */
import { decay, logarithm } from '../exact-functions.ts'

export interface Kernel {
  /** e^(-d/sigma), or e^(-d²/2 sigma²). */
  readonly kernel: 'exponential' | 'gaussian'
  /** um */
  readonly sigma: number
}

/** Lower kernels count as none: all of them together are a millionth of the sum. */
const least = 1e-6

export class NearCells {
  /** Cells found around the last place, and the kernel of each. */
  readonly cells: Int32Array
  readonly kernels: Float64Array
  private readonly isGaussian: boolean
  private readonly scale: number
  private readonly reach: number
  /** In the order of x, so that cells out of reach are passed over. */
  private readonly order: Int32Array
  private readonly xs: Float64Array
  private readonly ys: Float64Array

  /** x, y, z of each cell; kernels below the level need not be found. */
  constructor(places: Float64Array, { kernel, sigma }: Kernel, level = 0) {
    const s = logarithm(1 / Math.min(1, Math.max(level, least)))
    this.isGaussian = kernel === 'gaussian'
    this.scale = this.isGaussian ? 1 / (2 * sigma * sigma) : 1 / sigma
    this.reach = this.isGaussian ? sigma * Math.sqrt(2 * s) : sigma * s
    this.order = Int32Array.from({ length: places.length / 3 }, (_, k) => k)
    this.order.sort((a, b) => (places[3 * a] ?? 0) - (places[3 * b] ?? 0) || a - b)
    this.xs = Float64Array.from(this.order, (cell) => places[3 * cell] ?? 0)
    this.ys = Float64Array.from(this.order, (cell) => places[3 * cell + 1] ?? 0)
    this.cells = new Int32Array(this.order.length)
    this.kernels = new Float64Array(this.order.length)
  }

  /** How many are found, all but one cell itself. */
  around(x: number, y: number, except: number): number {
    const { isGaussian, scale, reach, order, xs, ys, cells, kernels } = this
    const square = reach * reach
    const end = firstAbove(xs, x + reach)
    let count = 0
    for (let n = firstAbove(xs, x - reach); n < end; n++) {
      const dx = (xs[n] ?? 0) - x
      const dy = (ys[n] ?? 0) - y
      const d2 = dx * dx + dy * dy
      const cell = order[n] ?? 0
      if (d2 > square || cell === except) continue
      cells[count] = cell
      kernels[count++] = decay((isGaussian ? d2 : Math.sqrt(d2)) * scale)
    }
    return count
  }
}

/** The first place in ascending numbers that is above a bound. */
function firstAbove(sorted: Float64Array, bound: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) <= bound) low = middle + 1
    else high = middle
  }
  return low
}
