/** Homeostasis by hand: the weights onto a cell, scaled together until their sum is what it should be. */
import { UsageError } from '../../compiler/index.ts'
import type { Projection } from '../engine/projection.ts'
import { plasticIn } from './plasticity.ts'
import type { Session } from './session.ts'

export interface Limits {
  readonly least: number
  readonly most: number
}

/** Rounds of scaling; each fixes at least one weight at its limit, or is the last. */
const rounds = 20
const tolerance = 1e-12

/**
 * Weights with the sum that is wanted, as far as limits allow: those that reach a limit stay there, the others are
 * scaled on.
 */
export function normalized(
  weights: ArrayLike<number>,
  wanted: number,
  limits: readonly Limits[],
): Float64Array {
  const result = Float64Array.from(weights)
  const isFree = result.map(() => 1)
  for (let round = 0; round < rounds; round++) {
    const [free, fixed] = sums(result, isFree)
    if (free <= 0) break
    const factor = (wanted - fixed) / free
    let isSettled = true
    result.forEach((weight, k) => {
      if (isFree[k] === 0) return
      const { least = 0, most = Number.POSITIVE_INFINITY } = limits[k] ?? {}
      const scaled = weight * factor
      result[k] = Math.min(most, Math.max(least, scaled))
      if (scaled >= least && scaled <= most) return
      isFree[k] = 0
      isSettled = false
    })
    const [now, still] = sums(result, isFree)
    if (isSettled || Math.abs(now + still - wanted) < tolerance) break
  }
  return result
}

function sums(weights: Float64Array, isFree: Float64Array): readonly [free: number, fixed: number] {
  let [free, fixed] = [0, 0]
  weights.forEach((weight, k) => {
    if (isFree[k] === 1) free += weight
    else fixed += weight
  })
  return [free, fixed]
}

/** One connection that learns: where its weight is kept, and what it is multiplied with there. */
interface Place {
  readonly array: Float64Array | Float32Array
  readonly index: number
  /** Of the rest of its weight. */
  readonly factor: number
  readonly limits: Limits
}

/** All that a cell receives and that learns, brought to a sum; as many as there are, unless told. */
export function normalizeIn(session: Session, wanted?: number): void {
  if (wanted !== undefined && !(wanted > 0)) {
    throw new UsageError(`The sum of weights is to be ${wanted}; it must be a number above 0.`)
  }
  for (const { population } of session.simulation.members) {
    for (const places of placesOnto(session, population)) {
      const weights = places.map(({ array, index, factor }) => (array[index] ?? 0) * factor)
      const limits = places.map((each) => each.limits)
      const result = normalized(weights, wanted ?? places.length, limits)
      places.forEach(({ array, index, factor }, k) => {
        if (factor !== 0) array[index] = (result[k] ?? 0) / factor
      })
    }
  }
}

function placesOnto(session: Session, population: Projection['post']): readonly Place[][] {
  const byCell = Array.from({ length: population.count }, (): Place[] => [])
  for (const { projection } of plasticIn(session)) {
    if (projection.post !== population) continue
    const { state, table, count } = projection
    const plastic = state.arrays.get('plastic')
    const array = plastic ?? state.arrays.get('weight')
    if (!array || array instanceof Int32Array) continue
    const weights = projection.weights()
    for (let k = 0; k < count; k++) {
      const factor = plastic ? (weights[k] ?? 1) : 1
      byCell[table.targets[k] ?? 0]?.push({
        array,
        index: k,
        factor,
        limits: limitsOf(state.shared, factor),
      })
    }
  }
  return byCell.filter((places) => places.length > 0)
}

/** Limits of a factor are limits of what it multiplies. */
function limitsOf(shared: ReadonlyMap<string, number>, factor: number): Limits {
  const [least = 0, most = Number.POSITIVE_INFINITY] = [shared.get('w_min'), shared.get('w_max')]
  return { least: least * factor, most: most * factor }
}
