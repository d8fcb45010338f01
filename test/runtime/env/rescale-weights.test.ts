/** Weights onto a cell are scaled together, within their bounds, until they add up. */
import { expect, test } from 'vitest'
import { rescale } from '../../../runtime/env/rescale-weights.ts'

const within = (values: readonly number[], min: number, max: number) =>
  values.map((value) => ({ value, min, max }))

test('weights 1 to 4 with the target 4 become 0.4 to 1.6', () => {
  const scaled = rescale(within([1, 2, 3, 4], 0, 10), 4)

  expect(scaled).toEqual([0.4, 0.8, expect.closeTo(1.2, 12), 1.6])
})

test('a weight that meets its bound stays there and the others make up for it', () => {
  const scaled = rescale(within([1, 2, 3, 4], 0.5, 3), 8)

  expect(scaled[3]).toBe(3)
  expect(scaled[0]).toBeCloseTo(0.83333, 5)
  expect(scaled[1]).toBeCloseTo(1.66667, 5)
  expect(scaled[2]).toBeCloseTo(2.5, 12)
})

test('a target beyond all bounds leaves every weight at its bound', () => {
  expect(rescale(within([1, 2, 3], 0, 5), 100)).toEqual([5, 5, 5])
})

test('weights of zero stay zero: there is nothing to scale', () => {
  expect(rescale(within([0, 0], 0, 5), 2)).toEqual([0, 0])
})
