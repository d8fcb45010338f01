/** Stimuli on other grids of time: resampled, padded, later, and rendered window by window. */
import { expect, test } from 'vitest'
import { Stimulus } from '../../../runtime/stimulus/stimulus.ts'

const column = (stimulus: Stimulus): readonly number[] =>
  stimulus.window().map((row) => Number((row[0] ?? Number.NaN).toFixed(9)))

test('10 ms at 1 ms are 20 rows at 0.5 ms, on straight lines', () => {
  const stimulus = new Stimulus(Array.from({ length: 10 }, (_, k) => k))

  const resampled = stimulus.resample(0.5, 10)

  expect(resampled.rows).toBe(20)
  expect(column(resampled).slice(0, 5)).toEqual([0, 0.5, 1, 1.5, 2])
  expect(column(resampled).slice(-3)).toEqual([8.5, 9, 9])
})

test('resampling to the same dt is the same stimulus', () => {
  const stimulus = new Stimulus([1, 2])

  expect(stimulus.resample(1)).toBe(stimulus)
})

test('pulses keep their edges where rows are held', () => {
  const stimulus = new Stimulus([0, 4, 4, 0], { dt: 0.1 })

  const resampled = stimulus.resample(0.05, 0.4, 'hold')

  expect(column(resampled)).toEqual([0, 0, 4, 4, 4, 4, 0, 0])
  expect(resampled.changeAfter(0.1)).toBeCloseTo(0.3, 12)
})

test('resampling never goes beyond the end', () => {
  const stimulus = new Stimulus([1, 2])

  expect(stimulus.resample(0.5, 100).duration).toBe(2)
})

test('blocks, single rows and changes of a resampled stimulus tell the same', () => {
  const stimulus = new Stimulus([0, 0, 0, 3, 3, 3, 1, 0, 0], { dt: 0.3 }).resample(0.07)
  const block = new Float64Array(stimulus.rows)
  const row = new Float64Array(1)

  stimulus.readRows(0, stimulus.rows, block)

  const byRow = Array.from(block, (_, k) => {
    stimulus.readRows(k, 1, row)
    return row[0]
  })
  const byChange = Array.from(block, (_, k) => {
    let before = 0
    while (stimulus.changeAfter(before * 0.07) <= k * 0.07 + 1e-9) {
      before = Math.round(stimulus.changeAfter(before * 0.07) / 0.07)
    }
    return block[before]
  })
  expect(byRow).toEqual([...block])
  expect(byChange).toEqual([...block])
})

test('an array over 10 ms has 11 rows, with nothing after the end', () => {
  const stimulus = new Stimulus(Array.from({ length: 10 }, () => 2))

  const rows = stimulus.toArray(10)

  expect(rows.map(([value]) => value)).toEqual([...Array(10).fill(2), 0])
})

test('an array at another dt lies on straight lines', () => {
  const rows = new Stimulus([0, 2, 4]).toArray(4, 0.5)

  expect(rows.map(([value]) => value)).toEqual([0, 1, 2, 3, 4, 4, 0, 0, 0])
})

test('a later stimulus begins later and is as long', () => {
  const stimulus = new Stimulus([1, 2], { dt: 0.5 }).delayed(1)

  expect(column(stimulus)).toEqual([0, 0, 1, 2])
  expect(stimulus.changeAfter(0)).toBe(1)
  expect(() => stimulus.delayed(0.3)).toThrow(/no number of rows of 0.5 ms/)
})

test('a window has the rows between two times', () => {
  const stimulus = new Stimulus([0, 1, 2, 3, 4, 5], { dt: 0.5 })

  expect(stimulus.window(0.5, 1.5).map(([value]) => value)).toEqual([1, 2])
  expect(stimulus.window(2.5, 99).map(([value]) => value)).toEqual([5])
})

test('a deferred stimulus is asked for one window after another', () => {
  const asked: [number, number][] = []
  const stimulus = Stimulus.deferred({
    mode: 'current',
    dt: 0.5,
    gids: [0, 1],
    extent: 3,
    windowBytes: 32,
    source(start, stop) {
      asked.push([start, stop])
      return Array.from({ length: (stop - start) / 0.5 }, (_, k) => [start + 0.5 * k, 1])
    },
  })

  const values = stimulus.window().map(([value]) => value)

  expect(values).toEqual([0, 0.5, 1, 1.5, 2, 2.5])
  expect(asked).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ])
})

test('a day of light for ten thousand cells takes no memory', () => {
  let windows = 0
  const stimulus = Stimulus.deferred({
    mode: 'irradiance',
    dt: 0.1,
    gids: Array.from({ length: 10_000 }, (_, k) => k),
    extent: 86_400_000,
    source(start, stop) {
      windows++
      return new Float64Array(Math.round((stop - start) / 0.1) * 10_000).fill(start)
    },
  })
  const values = new Float64Array(10_000)

  const isThere = stimulus.read(40_000_000, values)

  expect(isThere).toBe(true)
  expect(values[9_999]).toBeCloseTo(40_000_000, -1)
  expect(windows).toBe(1)
  expect(() => stimulus.window()).toThrow(/GiB; leave them unrendered/)
})

test('a deferred stimulus may go on for ever', () => {
  const stimulus = Stimulus.deferred({
    mode: 'current',
    dt: 1,
    gids: [0],
    extent: Number.POSITIVE_INFINITY,
    source: (start, stop) => new Float64Array(stop - start).fill(1),
  })
  const value = new Float64Array(1)

  expect(stimulus.read(1e9, value)).toBe(true)
  expect(value[0]).toBe(1)
})

test('a source that gives too few rows or columns is told how many', () => {
  const make = (values: number[][]): Stimulus =>
    Stimulus.deferred({ dt: 1, gids: [0, 1], extent: 3, source: () => values })

  expect(() => make([[1, 2]]).window()).toThrow(/gave 1 rows of 2 from 0 to 3 ms.*must give 3/)
  expect(() => make([[1], [1], [1]]).window()).toThrow(/Row 0 has 1 values; each row must have 2/)
})
