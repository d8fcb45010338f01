/** The search finds the bottom of valleys of known shape, and finds the same one again. */
import { expect, test } from 'vitest'
import {
  MatrixAdaptation,
  type SearchState,
  searchFrom,
} from '../../../runtime/tuning/matrix-adaptation.ts'

type Cost = (place: readonly number[]) => number

function searched(cost: Cost, dimensions: number, generations: number, seed = 1): SearchState {
  const adaptation = new MatrixAdaptation(dimensions, { seed })
  let state = searchFrom(Array(dimensions).fill(0.5), 0.2)
  for (let k = 0; k < generations; k++) {
    const candidates = adaptation.ask(state)
    const costs = candidates.map(({ place }) => cost(place))
    state = adaptation.tell(state, candidates, costs)
  }
  return state
}

const bowl: Cost = (place) => place.reduce((sum, x, k) => sum + (x - 0.2 - 0.05 * k) ** 2, 0)

/** A thousand times steeper across than along. */
const ravine: Cost = ([x = 0, y = 0]) => 1000 * (x - y) ** 2 + (x + y - 0.6) ** 2

test('the bottom of a round bowl in ten dimensions is found to a thousandth', () => {
  const { mean } = searched(bowl, 10, 200)

  mean.forEach((x, k) => {
    expect(Math.abs(x - 0.2 - 0.05 * k)).toBeLessThan(1e-3)
  })
})

test('a ravine is followed along its bottom', () => {
  const { mean } = searched(ravine, 2, 120)

  expect(Math.abs((mean[0] ?? 0) - 0.3)).toBeLessThan(1e-3)
  expect(Math.abs((mean[1] ?? 0) - 0.3)).toBeLessThan(1e-3)
})

test('no candidate leaves the unit cube, even where the best is at a wall', () => {
  const atWall: Cost = ([x = 0]) => x
  const adaptation = new MatrixAdaptation(3, { seed: 2 })
  const state = searched(atWall, 3, 30, 2)

  const places = adaptation.ask(state).flatMap(({ place }) => place)

  expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...places)).toBeLessThanOrEqual(1)
})

test('the same seed searches in the same way, another one in another', () => {
  expect(searched(bowl, 4, 10, 3)).toEqual(searched(bowl, 4, 10, 3))
  expect(searched(bowl, 4, 10, 3)).not.toEqual(searched(bowl, 4, 10, 4))
})

test('a search that is written down and read again goes on as if nothing had happened', () => {
  const adaptation = new MatrixAdaptation(3, { seed: 5 })
  const before = searched(bowl, 3, 5, 5)

  const again = JSON.parse(JSON.stringify(before)) as SearchState

  expect(adaptation.ask(again)).toEqual(adaptation.ask(before))
})
