/**
 * The original's simple cells spike when they do there: counts and times of runs of its Brian2 code (2.5.1) with forward
 * Euler at 0.025 ms and constant currents.
 */
import { expect, test } from 'vitest'
import { clamp } from './clamp.ts'

const euler = { dt: 0.025, method: 'euler' } as const

const rounded = (times: readonly number[] = [], count = 5): readonly number[] =>
  times.slice(0, count).map((t) => Number(t.toFixed(3)))

/** The original's recovery begins at 0, where the paper has b v. */
const original = { v: -65, u: 0 }

test('a regular spiking Izhikevich cell begins to spike when the original does', async () => {
  const { spikes } = await clamp('Izhikevich', {
    ...euler,
    duration: 300,
    inputs: { I: [4, 5, 7, 10, 15, 20] },
    set: original,
  })

  expect(spikes.map((times) => times.length)).toEqual([2, 3, 4, 6, 10, 14])
  expect(spikes.flatMap((times) => rounded(times, 1))).toEqual([
    154.7, 106.225, 70.575, 43.25, 16.025, 4.25,
  ])
  expect(rounded(spikes[5], 3)).toEqual([4.25, 23.15, 46.125])
})

test('a fast spiking Izhikevich cell begins to spike when the original does', async () => {
  const { spikes } = await clamp('Izhikevich', {
    ...euler,
    duration: 300,
    inputs: { I: [4, 5, 7, 10, 15, 20] },
    set: { ...original, a: 0.1, d: 2 },
  })

  expect(spikes.map((times) => times.length)).toEqual([7, 13, 22, 39, 67, 92])
  expect(spikes.flatMap((times) => rounded(times, 1))).toEqual([48.175, 30.7, 21, 14.2, 7.3, 3.725])
})

test('the simple cell of cultures spikes when the original does', async () => {
  const { spikes } = await clamp('CultureLIF', {
    ...euler,
    duration: 200,
    inputs: { I: [160, 200, 300, 500] },
  })

  expect(spikes.map((times) => times.length)).toEqual([6, 12, 23, 44])
  expect(spikes.flatMap((times) => rounded(times, 1))).toEqual([27.675, 13.825, 6.9, 3.55])
  expect((spikes[0]?.[1] ?? 0) - (spikes[0]?.[0] ?? 0)).toBeCloseTo(30.425, 6)
  expect((spikes[1]?.[1] ?? 0) - (spikes[1]?.[0] ?? 0)).toBeCloseTo(16.075, 6)
})

/** tau ln((R I + 5 mV) / (R I - 15 mV)) from the reset, tau ln(R I / (R I - 15 mV)) from rest. */
test('the simple cell of cultures has the period of its closed form', async () => {
  const { spikes } = await clamp('CultureLIF', { dt: 0.005, duration: 200, inputs: { I: 200 } })

  const [first = 0, second = 0] = spikes[0] ?? []
  expect(Math.abs(first - 10 * Math.log(20 / 5))).toBeLessThan(0.006)
  expect(Math.abs(second - first - 10 * Math.log(25 / 5))).toBeLessThan(0.006)
})

const currents = [130, 150, 200, 300]

test.each([
  ['GLIF1', [8, 12, 17, 21], [9.175, 25.325], [5.025, 17.025]],
  ['GLIF2', [11, 17, 22, 25], [9.175, 20.775], [5.025, 14.175]],
  ['GLIF3', [1, 3, 7, 14], [9.175, 34.975, 133.4], [5.025, 18.075, 33.175, 52.425, 83.55]],
  ['GLIF4', [1, 3, 7, 15], [9.175, 27.925, 129.6], [5.025, 14.65, 25.175, 39.025, 75.175]],
  ['GLIF5', [1, 2, 7, 14], [9.325, 37.15], [5.05, 14.725, 25.375, 40.05, 85.8]],
] as const)('%s spikes when the original does', async (name, counts, at150, at200) => {
  const { spikes } = await clamp(name, { ...euler, duration: 200, inputs: { I: currents } })

  expect(spikes.map((times) => times.length)).toEqual(counts)
  expect(rounded(spikes[1], at150.length)).toEqual(at150)
  expect(rounded(spikes[2], at200.length)).toEqual(at200)
})

test.each([
  ['GLIF1', [8, 12, 17, 21]],
  ['GLIF2', [11, 17, 22, 25]],
  ['GLIF3', [1, 3, 7, 14]],
  ['GLIF4', [1, 3, 7, 15]],
  ['GLIF5', [1, 2, 7, 14]],
] as const)('%s spikes as often with the method it has', async (name, counts) => {
  const { spikes } = await clamp(name, { dt: 0.025, duration: 200, inputs: { I: currents } })
  expect(spikes.map((times) => times.length)).toEqual(counts)
})

test('below its threshold a generalized integrate-and-fire cell has the original’s voltage', async () => {
  const { value } = await clamp('GLIF5', { ...euler, duration: 50, inputs: { I: [20, 50, 100] } })

  expect(value('v', 0)).toBeCloseTo(-72.5146, 4)
  expect(value('v', 1)).toBeCloseTo(-63.1811, 4)
  expect(value('v', 2)).toBeCloseTo(-47.6251, 3)
})

/** The voltage rests at the threshold, where the hazard is 1 / tau_s; every wait has alpha in advance. */
test('with escape noise a cell at its threshold waits for tau_s and what it has in advance', async () => {
  const { spikes } = await clamp('GLIF1Escape', {
    dt: 0.01,
    duration: 4000,
    count: 20,
    set: { E_L: -40, t_ref: 7 },
  })

  const intervals = spikes.flatMap((times) => times.slice(1).map((t, k) => t - (times[k] ?? 0)))
  const mean = intervals.reduce((sum, t) => sum + t, 0) / intervals.length
  expect(intervals.length).toBeGreaterThan(9000)
  expect(Math.abs(mean - (7 + 1 + 0.03))).toBeLessThan(0.05)
  expect(Math.min(...intervals)).toBeGreaterThan(7.02)
})
