/** The exponent of a power law: a straight line through a histogram whose axes are both logarithmic. */
import { lineThrough } from './statistics.ts'

export interface PowerLaw {
  /** P(size) ~ size^−exponent. */
  readonly exponent: number
  readonly r2: number
}

/** Bins of equal width on a logarithmic axis. */
const bins = 19

/** With fewer bins than these there is no line. */
const fewestPoints = 3

/** Sizes are from 1 on, and at least one is larger. */
export function powerLaw(sizes: readonly number[]): PowerLaw {
  const decades = Math.log10(sizes.reduce((most, size) => Math.max(most, size), 1))
  const edges = Array.from({ length: bins + 1 }, (_, k) => 10 ** ((k * decades) / bins))
  const counts = countsBetween(sizes, edges)
  const points = counts.flatMap((count, k) => {
    const [low = 1, high = 1] = edges.slice(k, k + 2)
    if (count === 0) return []
    const density = count / (sizes.length * (high - low))
    return [[Math.log10((low + high) / 2), Math.log10(density)] as const]
  })
  if (points.length < fewestPoints) return { exponent: 0, r2: 0 }
  const { slope, r2 } = lineThrough(points)
  return { exponent: -slope, r2 }
}

/** The last bin is closed on both sides. */
function countsBetween(values: readonly number[], edges: readonly number[]): readonly number[] {
  const counts = Array.from({ length: bins }, () => 0)
  for (const value of values) {
    const next = edges.findIndex((edge) => edge > value)
    const bin = next < 0 ? bins - 1 : next - 1
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts
}
