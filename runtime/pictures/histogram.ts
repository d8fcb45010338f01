/** How often values occur: equal bins between round ends. */
import { type Interval, roomFor } from './scale.ts'

export interface Histogram {
  readonly domain: Interval
  readonly counts: Float64Array
}

export function histogram(values: ArrayLike<number>, bins: number, domain?: Interval): Histogram {
  const [from, to] = domain ?? roomFor(Array.from(values))
  const counts = new Float64Array(bins)
  for (let k = 0; k < values.length; k++) {
    const place = ((values[k] ?? Number.NaN) - from) / (to - from)
    if (!(place >= 0 && place <= 1)) continue
    const bin = Math.min(bins - 1, Math.floor(place * bins))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return { domain: [from, to], counts }
}
