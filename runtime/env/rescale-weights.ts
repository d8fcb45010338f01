/** Weights onto one cell, scaled together until they add up to a target, as far as their bounds allow. */

const mostRounds = 20
const close = 1e-12

export interface Bounded {
  readonly value: number
  readonly min: number
  readonly max: number
}

/** Weights that meet a bound stay there; the others share what is left, in proportion. */
export function rescale(weights: readonly Bounded[], target: number): readonly number[] {
  const values = weights.map(({ value }) => value)
  const free = new Set(weights.keys())
  for (let round = 0; round < mostRounds; round++) {
    const total = sum(values, weights.keys())
    const freeTotal = sum(values, free)
    if (freeTotal <= 0 || Math.abs(total - target) < close) break
    const factor = (target - (total - freeTotal)) / freeTotal
    let isBounded = false
    for (const k of [...free]) {
      const { min, max } = weights[k] ?? { min: 0, max: Infinity }
      const wanted = (values[k] ?? 0) * factor
      values[k] = Math.min(max, Math.max(min, wanted))
      if (values[k] === wanted) continue
      free.delete(k)
      isBounded = true
    }
    if (!isBounded) break
  }
  return values
}

function sum(values: readonly number[], places: Iterable<number>): number {
  let total = 0
  for (const k of places) total += values[k] ?? 0
  return total
}
