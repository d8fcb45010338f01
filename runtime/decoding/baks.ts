/** Firing rate over time with a kernel whose width follows the spikes: BAKS (Ahmadi, Constandinou & Bouganis 2018). */
import { gammaRatio } from './statistics.ts'

export interface BaksOptions {
  /** Shape of what is assumed about the bandwidth. */
  readonly alpha?: number
  /** How its scale grows with the number of spikes. */
  readonly beta?: number | null
}

export interface BaksRate {
  /** Hz at each point. */
  readonly rate: Float64Array
  /** s at each point. */
  readonly bandwidth: Float64Array
}

/** Spikes farther away than this many bandwidths do not count. */
const reach = 6

/** The power of the number of spikes that the scale is, unless told. */
const usualBeta = 0.42

/** The rate of one train at each point of a grid, both in seconds. */
export function baks(
  times: ArrayLike<number>,
  grid: ArrayLike<number>,
  { alpha = 4.77, beta = null }: BaksOptions = {},
): BaksRate {
  const rate = new Float64Array(grid.length)
  const bandwidth = new Float64Array(grid.length)
  if (times.length === 0) return { rate, bandwidth }
  const scale = times.length ** (beta ?? usualBeta)
  const ratio = gammaRatio(alpha, alpha + 0.5)
  for (let k = 0; k < grid.length; k++) {
    const t = grid[k] ?? 0
    const h = ratio * bandwidthAt(t, times, { alpha, scale })
    bandwidth[k] = h
    rate[k] = rateAt(t, times, h)
  }
  return { rate, bandwidth }
}

function bandwidthAt(
  t: number,
  times: ArrayLike<number>,
  { alpha, scale }: { readonly alpha: number; readonly scale: number },
): number {
  let [above, below] = [0, 0]
  for (let k = 0; k < times.length; k++) {
    const spread = (t - (times[k] ?? 0)) ** 2 / 2 + 1 / scale
    const weight = spread ** -alpha
    above += weight
    below += weight / Math.sqrt(spread)
  }
  return above / below
}

function rateAt(t: number, times: ArrayLike<number>, h: number): number {
  let sum = 0
  for (let k = 0; k < times.length; k++) {
    const distance = t - (times[k] ?? 0)
    if (Math.abs(distance) <= reach * h) sum += Math.exp(-(distance ** 2) / (2 * h ** 2))
  }
  return sum / (Math.sqrt(2 * Math.PI) * h)
}
