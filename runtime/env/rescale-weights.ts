/** Homeostasis by hand: the weights onto each cell, scaled together until they add up to a target. */
import { UsageError } from '../../compiler/index.ts'

/** Weights of connections, and where each of them ends. */
export interface Incoming {
  readonly post: ArrayLike<number>
  readonly values: ArrayLike<number>
  /** No weight becomes smaller or larger. */
  readonly min: number
  readonly max: number
}

const mostRounds = 20
const close = 1e-12

/** One result for each list. A cell's target is the number of its weights, so that their mean is 1, unless told. */
export function rescaleIncoming(
  lists: readonly Incoming[],
  target?: number,
): readonly Float64Array[] {
  if (target !== undefined && !(Number.isFinite(target) && target >= 0)) {
    throw new UsageError(`The target is ${target}; it must be a sum of weights, 0 or more.`)
  }
  const results = lists.map(({ values }) => Float64Array.from(values))
  for (const places of byCell(lists).values()) {
    const weights = places.map(({ list, k }) => {
      const { min = 0, max = Infinity } = lists[list] ?? {}
      return { value: results[list]?.[k] ?? 0, min, max }
    })
    const scaled = rescale(weights, target ?? weights.length)
    places.forEach(({ list, k }, n) => {
      const own = results[list]
      if (own) own[k] = scaled[n] ?? 0
    })
  }
  return results
}

interface Place {
  readonly list: number
  readonly k: number
}

function byCell(lists: readonly Incoming[]): ReadonlyMap<number, readonly Place[]> {
  const cells = new Map<number, Place[]>()
  lists.forEach(({ post }, list) => {
    for (let k = 0; k < post.length; k++) {
      const cell = post[k] ?? 0
      const places = cells.get(cell)
      if (places) places.push({ list, k })
      else cells.set(cell, [{ list, k }])
    }
  })
  return cells
}

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
