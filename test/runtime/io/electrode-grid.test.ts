/** Where electrodes are. */
import { expect, test } from 'vitest'
import {
  arrayLayouts,
  type Area,
  electrodeArrayCoordinates,
  electrodeArrayCoordinatesForArea,
  electrodesOfLayout,
  type LayoutName,
} from '../../../runtime/io/electrode-grid.ts'

const span = (pitch: number, area: Area): readonly unknown[] => {
  const rows = electrodeArrayCoordinatesForArea(pitch, area)
  const [first, last] = [rows[0], rows.at(-1)]
  return [rows.length, first?.slice(1, 3), last?.slice(1, 3)]
}

test('the usual array is 4 by 4, 1 mm apart, from 0.5 mm on', () => {
  const rows = electrodeArrayCoordinates()

  expect(rows.length).toBe(16)
  expect(rows[0]).toEqual([0, 500, 500, 175])
  expect(rows[1]).toEqual([1, 1500, 500, 175])
  expect(rows[15]).toEqual([15, 3500, 3500, 175])
})

test('an area gets the largest centred grid of powers of two', () => {
  expect(
    span(1000, [
      [0, 0],
      [4000, 4000],
    ]),
  ).toEqual([16, [500, 500], [3500, 3500]])
  expect(
    span(200, [
      [0, 0],
      [1600, 3200],
    ]),
  ).toEqual([128, [100, 100], [1500, 3100]])
  expect(
    span(400, [
      [0, 0],
      [1600, 3200],
    ]),
  ).toEqual([32, [200, 200], [1400, 3000]])
  expect(
    span(100, [
      [0, 0],
      [400, 400],
    ]),
  ).toEqual([16, [50, 50], [350, 350]])
})

test('the predefined squares have 1, 16, 64 and 1024 electrodes at 100 um', () => {
  const counts = [40, 400, 1000, 4000].map(
    (side) =>
      electrodeArrayCoordinatesForArea(100, [
        [0, 0],
        [side, side],
      ]).length,
  )

  expect(counts).toEqual([1, 16, 64, 1024])
})

test('arrays one can buy have their number of electrodes around their centre', () => {
  const names = Object.keys(arrayLayouts) as LayoutName[]

  const counts = names.map((name) => electrodesOfLayout(name).length)

  expect(Object.fromEntries(names.map((name, k) => [name, counts[k]]))).toEqual({
    '60MEA200/30': 60,
    '256MEA100/30': 252,
    BioChip4096S: 4096,
  })
  const rows = electrodesOfLayout('60MEA200/30', [10, 0, 5])
  expect(rows[0]).toEqual([0, -490, -700, 5])
  expect(rows.reduce((sum, [, x = 0]) => sum + x, 0) / 60).toBeCloseTo(10, 9)
})

test('an array that nobody builds is told which there are', () => {
  expect(() => electrodesOfLayout('61MEA' as LayoutName)).toThrow(/There is no array 61MEA/)
})
