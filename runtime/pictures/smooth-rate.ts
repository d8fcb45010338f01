/** How often the cells of a population spike, as a smooth function of time. */

export interface RateOptions {
  /** In ms. */
  readonly duration: number
  readonly cells: number
  /** Width of the Gaussian, in ms. */
  readonly sigma: number
  /** How many equally long bins the window has. */
  readonly bins: number
}

/**
 * Hz per cell in the middle of each bin. Near the ends, where half of the Gaussian lies outside the window, what is
 * inside counts for all of it, so that a constant rate stays one.
 */
export function smoothRate(times: ArrayLike<number>, options: RateOptions): Float64Array {
  const { duration, cells, sigma, bins } = options
  const width = duration / bins
  const counts = new Float64Array(bins)
  for (let k = 0; k < times.length; k++) {
    const bin = Math.floor((times[k] ?? 0) / width)
    if (bin >= 0 && bin < bins) counts[bin] = (counts[bin] ?? 0) + 1
  }
  const reach = Math.min(bins, Math.ceil((4 * sigma) / width))
  const kernel = Float64Array.from({ length: reach + 1 }, (_, k) =>
    Math.exp(-((k * width) ** 2) / (2 * sigma ** 2)),
  )
  const perSecond = 1000 / width / Math.max(1, cells)
  return counts.map((_, bin) => {
    const [sum, weight] = weighted(counts, kernel, bin)
    return (sum / weight) * perSecond
  })
}

function weighted(
  counts: Float64Array,
  kernel: Float64Array,
  bin: number,
): readonly [sum: number, weight: number] {
  let [sum, weight] = [0, 0]
  const last = Math.min(counts.length - 1, bin + kernel.length - 1)
  for (let k = Math.max(0, bin - kernel.length + 1); k <= last; k++) {
    const share = kernel[Math.abs(k - bin)] ?? 0
    sum += share * (counts[k] ?? 0)
    weight += share
  }
  return [sum, weight]
}
