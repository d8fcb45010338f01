/** Weights onto a cell are scaled together, within their bounds, until they add up. */
import { expect, test } from 'vitest'
import { rescale, rescaleIncoming } from '../../../runtime/env/rescale-weights.ts'

const within = (values: readonly number[], min: number, max: number) =>
  values.map((value) => ({ value, min, max }))

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0)

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

test('every cell comes to its number of weights, through whatever lists they arrive', () => {
  const first = { post: [7, 7, 9], values: [1, 3, 5], min: 0, max: 10 }
  const second = { post: [9, 7], values: [15, 4], min: 0, max: 10 }

  const [a = [], b = []] = rescaleIncoming([first, second])

  expect([a[0], a[1], b[1]]).toEqual([0.375, 1.125, 1.5])
  expect([a[2], b[0]]).toEqual([0.5, 1.5])
})

test('with a target all cells come to the same sum', () => {
  const incoming = { post: [0, 0, 1], values: [1, 2, 0.5], min: 0, max: 10 }

  const [scaled = new Float64Array()] = rescaleIncoming([incoming], 6)

  expect(sum(scaled.subarray(0, 2))).toBeCloseTo(6, 12)
  expect(scaled[2]).toBeCloseTo(6, 12)
})

test('what was given is not changed', () => {
  const values = Float64Array.of(1, 2)

  rescaleIncoming([{ post: [0, 0], values, min: 0, max: 10 }], 30)

  expect([...values]).toEqual([1, 2])
})

test('a target that is no sum of weights is refused', () => {
  expect(() => rescaleIncoming([], -1)).toThrow(/target is -1/)
})
