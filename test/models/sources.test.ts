/** What cells without a membrane do: processes of known statistics, and trains that are given. */
import { expect, test } from 'vitest'
import { clamp } from './clamp.ts'

const intervalsOf = (times: readonly number[]): readonly number[] =>
  times.slice(1).map((t, k) => t - (times[k] ?? 0))

test('a Poisson source fires at its rate, with intervals as irregular as they are long', async () => {
  const { spikes } = await clamp('PoissonSource', {
    dt: 0.1,
    duration: 20_000,
    count: 50,
    set: { rate: 20 },
  })

  const intervals = spikes.flatMap(intervalsOf)
  const mean = intervals.reduce((sum, t) => sum + t, 0) / intervals.length
  const variance = intervals.reduce((sum, t) => sum + (t - mean) ** 2, 0) / intervals.length
  expect(Math.abs(spikes.flat().length / 20_000 - 1)).toBeLessThan(0.03)
  expect(Math.abs(Math.sqrt(variance) / mean - 1)).toBeLessThan(0.03)
})

test('a Poisson source with a refractory period fires at 1 / (1 / rate + period)', async () => {
  const run = { dt: 0.1, duration: 20_000, count: 50, set: { rate: 50, t_ref: 5 } }
  const { spikes } = await clamp('PoissonSource', run)
  expect(Math.abs(spikes.flat().length / 50 / 20 / 40 - 1)).toBeLessThan(0.02)
})

/** 1 + sin averages to 1 + 2 / pi over the half period in which the sine is positive. */
test('a modulated source fires most where its sine is positive', async () => {
  const run = { dt: 0.1, duration: 10_000, count: 50, set: { rate: 20, frequency: 8 } }
  const { spikes } = await clamp('ModulatedSource', run)

  const all = spikes.flat()
  const up = all.filter((t) => (t * 8) / 1000 - Math.floor((t * 8) / 1000) < 0.5)
  expect(Math.abs(up.length / all.length - (0.5 + 1 / Math.PI))).toBeLessThan(0.015)
})

test('a regular source fires on time and as often as told', async () => {
  const set = { start: 20, interval: 25, number: 4 }
  const { spikes } = await clamp('RegularSource', { dt: 0.1, duration: 500, set })
  expect(spikes[0]?.map((t) => Number(t.toFixed(6)))).toEqual([20, 45, 70, 95])
})

test('a spike source fires while its port is above one half', async () => {
  const { spikes } = await clamp('SpikeSource', {
    dt: 0.5,
    duration: 10,
    from: 4,
    until: 5,
    inputs: { spikes: 1 },
  })
  expect(spikes[0]).toEqual([4, 4.5])
})
