/**
 * The motoneuron and the Renshaw cells of reduced cultures do what the original's do: its Brian2 code (2.5.1) with forward
 * Euler at 0.005 ms, currents from 500 ms on for a second.
 */
import { describe, expect, test } from 'vitest'
import { Env } from '../../runtime/env.ts'
import { Stimulus } from '../../runtime/stimulus/stimulus.ts'
import { modelFiles } from '../library.ts'
import { clamp, fivefold } from './clamp.ts'

const step = { duration: 1500, from: 500 } as const

interface Recording {
  readonly port: string
  readonly currents: readonly number[]
  readonly counts: readonly number[]
  readonly first: readonly number[]
}

const cells: readonly (readonly [string, Recording])[] = [
  [
    'BoothRinzelKiehn',
    {
      port: 'soma.I',
      currents: [10, 20, 30, 40, 50, 60, 70, 80, 100, 150, 200],
      counts: [6, 8, 10, 12, 14, 17, 19, 22, 27, 41, 57],
      first: [
        517.49, 510.28, 507.54, 506.04, 505.08, 504.41, 503.905, 503.515, 502.94, 502.115, 501.665,
      ],
    },
  ],
  [
    'RenshawInVitro',
    {
      port: 'I',
      currents: [10, 15, 20, 30, 40, 50, 60, 70, 100, 150, 200, 250],
      counts: [11, 19, 24, 32, 38, 43, 47, 51, 62, 76, 89, 102],
      first: [539.22, 507.785, 504.995, 503.115, 502.32, 501.865],
    },
  ],
  [
    'RenshawPerry',
    {
      port: 'I',
      currents: [10, 15, 20, 30, 40, 50, 60, 70, 100, 150, 200, 250],
      counts: [1, 1, 1, 10, 14, 15, 18, 20, 25, 32, 39, 44],
      first: [],
    },
  ],
]

const total = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0)

describe.each(cells)('%s', (name, { port, currents, counts, first }) => {
  test('spikes as often and as early as the original, with its method', async () => {
    const { spikes } = await clamp(name, {
      ...step,
      dt: 0.005,
      method: 'euler',
      inputs: { [port]: currents },
    })

    expect(spikes.map((times) => times.length)).toEqual(counts)
    expect(spikes.slice(0, first.length).map(([t = 0]) => Number(t.toFixed(3)))).toEqual(first)
  })

  test.each([
    [0.025, 0.02],
    [0.1, 0.025],
  ])('spikes as often at %f ms with its own method, to a share of %f', async (dt, limit) => {
    const { spikes } = await clamp(name, { ...step, dt, inputs: { [port]: fivefold(currents) } })

    const ours = total(spikes.map((times) => times.length)) / 5
    expect(Math.abs(ours / total(counts) - 1)).toBeLessThan(limit)
  })

  test('in f32 spikes as often as in f64', async () => {
    const run = { ...step, dt: 0.025, inputs: { [port]: currents } }
    const single = await clamp(name, { ...run, precision: 'f32' })
    const double = await clamp(name, run)

    const counted = double.spikes.map((times) => times.length)
    for (const [k, times] of single.spikes.entries()) {
      expect(Math.abs(times.length - (counted[k] ?? 0))).toBeLessThanOrEqual(1)
    }
  })
})

test.each([
  ['BoothRinzelKiehn', 'soma', [0, -20, -100], [-57.4, -72.572, -121.723]],
  ['RenshawInVitro', '', [0, -20, -50], [-60, -69.199, -94.191]],
  ['RenshawPerry', '', [0, -20, -50], [-50.5, -54.886, -62.17]],
] as const)(
  '%s rests where the original rests, and bends under currents as it does',
  async (name, soma, currents, voltages) => {
    const prefix = soma ? `${soma}.` : ''
    const { value, spikes } = await clamp(name, {
      ...step,
      dt: 0.025,
      inputs: { [`${prefix}I`]: currents },
    })

    expect(spikes.flat()).toEqual([])
    for (const [cell, v] of voltages.entries()) expect(value(`${prefix}v`, cell)).toBeCloseTo(v, 2)
  },
)

test('a plateau above the threshold is one spike', async () => {
  const { spikes, value } = await clamp('BoothRinzelKiehn', {
    dt: 0.1,
    duration: 500,
    inputs: { 'soma.I': 3000 },
  })

  expect(value('soma.v')).toBeGreaterThan(-37)
  expect(spikes[0]?.length).toBeLessThan(5)
})

test('a field across soma and dendrite moves both as a current of its leak would', async () => {
  const field = await clamp('BoothRinzelKiehn', {
    dt: 0.025,
    duration: 30,
    inputs: { 'soma.V_ext': 100, 'dend.V_ext': 200 },
  })
  const area = Math.PI * 7.0965752601623535 * 120
  const current = (g: number, part: number, mV: number): number => g * 0.01 * area * part * mV
  const injected = await clamp('BoothRinzelKiehn', {
    dt: 0.025,
    duration: 30,
    inputs: {
      'soma.I': current(0.09302226751616419, 0.1, 100),
      'dend.I': current(0.04429519140261562, 0.9, 200),
    },
  })

  expect(field.value('soma.v')).toBeCloseTo(injected.value('soma.v'), 6)
})

/** The last sample of a recording every 0.1 ms over 30 ms. */
test.each([
  [100, -52.135037],
  [300, -28.553683],
] as const)(
  'after 29.9 ms in a potential of %f mV its soma is where the original’s is',
  async (mV, v) => {
    const inputs = { 'soma.V_ext': mV, 'dend.V_ext': mV }
    const { value } = await clamp('BoothRinzelKiehn', {
      dt: 0.005,
      duration: 29.9,
      method: 'euler',
      inputs,
    })
    expect(value('soma.v')).toBeCloseTo(v, 3)
  },
)

/** Slow and fast, above and below what makes cells spike; other phases and amplitudes for each cell. */
const fluctuating = (mean: number, duration: number): Stimulus =>
  Stimulus.from(
    Array.from({ length: duration / 0.1 }, (_, k) =>
      Array.from({ length: 4 }, (_, cell) => {
        const [fast, slow] = [k / 73 + cell, k / 191 + 2 * cell]
        return mean * (1 + cell / 4) * (0.4 + Math.sin(fast) + Math.sin(slow) + Math.sin(k / 537))
      }),
    ),
  )

test.each([
  ['BoothRinzelKiehn', 30],
  ['BoothRinzelKiehn', 60],
  ['RenshawInVitro', 30],
  ['RenshawInVitro', 60],
])(
  '%s in a current that fluctuates about %f pA spikes as often at 0.1 ms as at 0.005 ms, to 2 per cent',
  async (name, mean) => {
    const cells = { path: 'cells.livn', text: `model Cells { population P of 4 is ${name} }` }
    const counts: number[] = []
    for (const dt of [0.005, 0.1]) {
      const env = new Env(cells, { ...modelFiles.surroundings, dt })
      const run = await env.recordSpikes().run(5000, { stimulus: fluctuating(mean, 5000) })
      counts.push(run.events().times.length)
      await env.close()
    }

    const [fine = 0, coarse = 0] = counts
    expect(fine).toBeGreaterThan(50)
    expect(Math.abs(coarse / fine - 1)).toBeLessThan(0.02)
  },
)
