/** The rate of a population over time. */
import { expect, test } from 'vitest'
import { smoothRate } from '../../../runtime/pictures/smooth-rate.ts'

test('one spike of ten cells becomes a Gaussian of height 1000 / (10 sigma sqrt(2 pi)) Hz', () => {
  const rate = smoothRate([500.5], { duration: 1000, cells: 10, sigma: 20, bins: 1000 })

  expect(Math.max(...rate)).toBeCloseTo(1000 / (10 * 20 * Math.sqrt(2 * Math.PI)), 3)
})

test('smoothing neither makes nor loses spikes', () => {
  const rate = smoothRate([300, 500, 512.3, 700], {
    duration: 1000,
    cells: 2,
    sigma: 20,
    bins: 500,
  })

  const spikes = rate.reduce((sum, hz) => sum + hz * 2 * (2 / 1000), 0)
  expect(spikes).toBeCloseTo(4, 6)
})

test('a constant rate stays constant up to both ends', () => {
  const every10 = Array.from({ length: 100 }, (_, k) => 10 * k + 5)

  const rate = smoothRate(every10, { duration: 1000, cells: 1, sigma: 20, bins: 100 })

  expect([rate[0], rate[50], rate[99]].map((hz) => hz?.toFixed(9))).toEqual([
    '100.000000000',
    '100.000000000',
    '100.000000000',
  ])
})

test('no spike is no rate', () => {
  expect([...smoothRate([], { duration: 100, cells: 10, sigma: 5, bins: 4 })]).toEqual([0, 0, 0, 0])
})
