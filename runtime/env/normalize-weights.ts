/** Homeostasis by hand: the weights onto a cell, scaled together until their sum is what it should be. */
import { UsageError } from '../../compiler/index.ts'
import type { Projection } from '../engine/projection.ts'
import { plasticIn } from './plasticity.ts'
import { type Bounded, rescale } from './rescale-weights.ts'
import type { Session } from './session.ts'

/** One connection that learns: where its weight is kept, and what it is multiplied with there. */
interface Place {
  readonly array: Float64Array | Float32Array
  readonly index: number
  /** Of the rest of its weight. */
  readonly factor: number
  readonly bounds: Omit<Bounded, 'value'>
}

/** All that a cell receives and that learns, brought to a sum; as many as there are, unless told. */
export function normalizeIn(session: Session, wanted?: number): void {
  if (wanted !== undefined && !(wanted > 0)) {
    throw new UsageError(`The sum of weights is to be ${wanted}; it must be a number above 0.`)
  }
  for (const { population } of session.simulation.members) {
    for (const places of placesOnto(session, population)) {
      const weights = places.map(({ array, index, factor, bounds }): Bounded => {
        return { value: (array[index] ?? 0) * factor, ...bounds }
      })
      const result = rescale(weights, wanted ?? places.length)
      places.forEach(({ array, index, factor }, k) => {
        if (factor !== 0) array[index] = (result[k] ?? 0) / factor
      })
      for (const { array } of places) session.linked.plan.device.remote?.changed(array)
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
    const [least = 0, most = Infinity] = [state.shared.get('w_min'), state.shared.get('w_max')]
    for (let k = 0; k < count; k++) {
      const factor = plastic ? (weights[k] ?? 1) : 1
      // Bounds of a factor are bounds of what it multiplies.
      const bounds = { min: least * factor, max: most * factor }
      byCell[table.targets[k] ?? 0]?.push({ array, index: k, factor, bounds })
    }
  }
  return byCell.filter((places) => places.length > 0)
}
