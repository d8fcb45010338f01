/** Ticks are round, and their texts are as one writes numbers by hand. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countLabel,
  label,
  linearScale,
  roomFor,
  ticksOf,
} from '../../../runtime/pictures/scale.ts'

test('ticks are multiples of 1, 2, 2.5 or 5 times a power of ten', () => {
  expect([ticksOf([-72, 43], 5), ticksOf([0, 0.4], 5)]).toEqual([
    [-50, -25, 0, 25],
    [0, 0.1, 0.2, 0.3, 0.4],
  ])
})

test('there are at most as many steps as asked for, all of them inside', () => {
  const interval = fc
    .tuple(
      fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    )
    .map(([from, size]) => [from, from + size] as const)

  fc.assert(
    fc.property(interval, fc.integer({ min: 2, max: 12 }), ([from, to], most) => {
      const ticks = ticksOf([from, to], most)

      const slack = (to - from) * 1e-6
      expect(ticks.length).toBeLessThanOrEqual(most + 1)
      expect(ticks.every((tick) => tick >= from - slack && tick <= to + slack)).toBe(true)
    }),
  )
})

test('a tick has no noise of binary fractions', () => {
  expect(ticksOf([0, 0.5], 5)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5])
})

test('a negative number has a minus sign, not a hyphen', () => {
  expect(label(-65)).toBe('\u221265')
})

test('five digits and more stand in groups of three', () => {
  expect([countLabel(9999), countLabel(10_000), countLabel(1_507_488)]).toEqual([
    '9999',
    '10\u00a0000',
    '1\u00a0507\u00a0488',
  ])
})

test('very small numbers are told with their power of ten', () => {
  expect(label(-2.5e-6)).toBe('\u22122.5e\u22126')
})

test('axes end at round values around what they show', () => {
  expect(roomFor([-70.6, 29])).toEqual([-80, 40])
})

test('a constant has room around it', () => {
  expect(roomFor([-70])).toEqual([-105, -35])
})

test('what is not finite asks for no room', () => {
  expect(roomFor([Number.NaN, Number.POSITIVE_INFINITY, 0, 10])).toEqual([0, 10])
})

test('a scale without extent puts everything in the middle', () => {
  expect(linearScale([3, 3], [0, 100]).at(3)).toBe(50)
})
