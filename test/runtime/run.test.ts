/** The laws of a Run: windows, cells, and what it unpacks to. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Run } from '../../runtime/run.ts'
import type { Channel, Series } from '../../runtime/signals/channel.ts'

const populations = [
  { name: 'EXC', offset: 0, count: 3 },
  { name: 'INH', offset: 3, count: 2 },
]

const spikes: Channel = {
  kind: 'events',
  ids: Int32Array.of(0, 4, 2, 0),
  times: Float64Array.of(0, 1.5, 2, 3.9),
}
const voltage: Series = {
  kind: 'series',
  ids: Int32Array.of(0, 4),
  values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  samples: 4,
  dt: 1,
}

const run = new Run({
  t0: 10,
  duration: 4,
  populations,
  channels: new Map<string, Channel>([
    ['spikes', spikes],
    ['voltage', voltage],
  ]),
})

test('a run unpacks to spikes, voltage and current; what was not recorded is null', () => {
  const [it, t, iv, v, im, mp] = run

  expect([it, t, iv]).toEqual([spikes.ids, Float64Array.of(0, 1.5, 2, 3.9), voltage.ids])
  expect(v?.map((row) => [...row])).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7, 8],
  ])
  expect([im, mp, run.length]).toEqual([null, null, 6])
})

test('a window is half open and counts its times from its beginning', () => {
  const cut = run.slice(1, 3)

  expect([cut.t0, cut.duration, cut.t1]).toEqual([11, 2, 13])
  expect(cut.events()).toEqual({
    kind: 'events',
    ids: Int32Array.of(4, 2),
    times: Float64Array.of(0.5, 1),
  })
  expect(cut.signal('voltage').map((row) => [...row])).toEqual([
    [2, 3],
    [6, 7],
  ])
})

const border = fc.integer({ min: 0, max: 4 })

test('two neighbouring windows make the window around them', () => {
  fc.assert(
    fc.property(border, border, border, (...borders) => {
      const [a = 0, b = 0, c = 0] = borders.sort()

      expect(run.slice(a, b).concat(run.slice(b, c))).toEqual(run.slice(a, c))
    }),
  )
})

test('choosing cells and cutting time can change places', () => {
  fc.assert(
    fc.property(fc.subarray([0, 1, 2, 3, 4]), border, (gids, start) => {
      expect(run.select({ gids }).slice(start)).toEqual(run.slice(start).select({ gids }))
    }),
  )
})

test('cells are chosen by number, by population, or by both', () => {
  expect([...run.select({ population: 'INH' }).events().ids]).toEqual([4])
  expect([...run.select({ gids: [0, 4], population: 'EXC' }).events().ids]).toEqual([0, 0])
  expect(run.select()).toBe(run)
})

test('runs of other cells in the same window lie side by side', () => {
  const excitatory = run.select({ population: 'EXC' })
  const inhibitory = run.select({ population: 'INH' })

  expect([...excitatory.merge(inhibitory).events().ids]).toEqual([0, 2, 0, 4])
})

test('a raster has a row for each cell; half a bin goes to the even one', () => {
  const raster = run.raster(1, 5)

  expect(raster.map((row) => [...row])).toEqual([
    [1, 0, 0, 0, 1],
    [0, 0, 0, 0, 0],
    [0, 0, 1, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 0, 1, 0, 0],
  ])
})

test('adding and dropping leave the run as it was', () => {
  const more = run.add('current', { ...voltage, ids: Int32Array.of(1, 2) }).drop('spikes')

  expect([run.has('current'), run.has('spikes')]).toEqual([false, true])
  expect([more.has('current'), more.has('spikes')]).toEqual([true, false])
})

test('it prints as its shape', () => {
  expect(String(run)).toBe('4 ms: spikes 4 of 3 cells, voltage 2 × 4')
})

describe('wrong calls say what is wrong', () => {
  test.each([
    [() => run.slice(2, 1), 'slice(2, 1): a window goes from 0 ms on forwards in time.'],
    [() => run.slice(0.5), 'start = 0.5 ms does not align with samples every 1 ms.'],
    [() => run.select({ population: 'X' }), 'There is no population X; there is EXC, INH.'],
    [() => run.signal('w'), 'The run has no w; it has spikes, voltage.'],
    [
      () => run.signal('spikes'),
      "spikes holds events; read their ids and times with events('spikes').",
    ],
    [
      () => run.concat(run.drop('voltage').add('voltage', spikes)),
      'voltage holds events in one run and a series in the other.',
    ],
    [
      () => run.concat(run.add('voltage', { ...voltage, dt: 2 })),
      'voltage is sampled every 1 ms in one run and every 2 ms in the other.',
    ],
    [() => run.merge(run.slice(0, 2)), 'One run lasts 4 ms and the other 2 ms.'],
    [() => run.add('x', { ...voltage, samples: 3 }), 'x: 2 ids ask for 6 values; there are 8.'],
    [() => new Run({ duration: Number.NaN }), 'A run lasts NaN ms'],
  ])('%#', (call, message) => {
    expect(call).toThrow(message)
  })
})
