/** What the networks of the library are known to do, by rate, irregularity and synchrony. */
import { describe, expect, test } from 'vitest'
import { Env } from '../../runtime/env.ts'
import type { Run } from '../../runtime/run.ts'
import { modelFiles } from '../library.ts'

type Change = (text: string) => string

async function runOf(name: string, duration: number, change: Change = (text) => text) {
  const { path, text } = modelFiles.read(`models/networks/${name}.livn`)
  const env = new Env({ path, text: change(text) }, modelFiles.surroundings)
  await env.recordSpikes().run(100)
  return env.run(duration)
}

/** Spikes per second and cell. */
function rateOf({ duration, populations }: Run, ids: Int32Array): number {
  const cells = populations.reduce((sum, { count }) => sum + count, 0)
  return (ids.length / cells / duration) * 1000
}

interface Activity {
  readonly rate: number
  /** Deviation over mean of the intervals of a cell, averaged over cells with several. */
  readonly irregularity: number
  /** Deviation over mean of the population's spikes in bins of 1 ms. */
  readonly synchrony: number
}

function activityOf(run: Run): Activity {
  const { ids, times } = run.events()
  const bins = new Float64Array(Math.round(run.duration))
  for (const t of times) bins[Math.floor(t)] = (bins[Math.floor(t)] ?? 0) + 1
  return {
    rate: rateOf(run, ids),
    irregularity: mean(
      intervalsOf(ids, times)
        .filter((each) => each.length >= 5)
        .map(variation),
    ),
    synchrony: variation([...bins]),
  }
}

function intervalsOf(ids: Int32Array, times: Float64Array): readonly number[][] {
  const last = new Map<number, number>()
  const intervals = new Map<number, number[]>()
  ids.forEach((id, k) => {
    const t = times[k] ?? 0
    const before = last.get(id)
    const own = intervals.get(id) ?? []
    if (before !== undefined) own.push(t - before)
    intervals.set(id, own)
    last.set(id, t)
  })
  return [...intervals.values()]
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length

function variation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((x) => (x - middle) ** 2))) / middle
}

test.each([
  ['cuba', 4, 8],
  ['cobahh', 28, 45],
  ['vogels-abbott', 14, 26],
  ['izhikevich-1000', 6, 11],
])('%s goes on by itself at %d to %d spikes per second', async (name, least, most) => {
  const { rate } = activityOf(await runOf(name, 400))

  expect(rate).toBeGreaterThan(least)
  expect(rate).toBeLessThan(most)
})

/** Fewer cells with all their inputs would not do: the mean field needs many of each. */
describe('Brunel’s network', () => {
  const regime = async (g: number, eta: number): Promise<Activity> => {
    const change: Change = (text) =>
      text.replace(/param g = 5 /, `param g = ${g} `).replace(/(param eta +=) 2 /, `$1 ${eta} `)
    return activityOf(await runOf('brunel', 300, change))
  }

  test('is synchronous and regular where excitation wins', async () => {
    const { rate, irregularity, synchrony } = await regime(3, 2)

    expect(rate).toBeGreaterThan(200)
    expect(irregularity).toBeLessThan(0.15)
    expect(synchrony).toBeGreaterThan(0.4)
  })

  test('oscillates fast with irregular cells under strong inhibition and drive', async () => {
    const { rate, irregularity, synchrony } = await regime(6, 4)

    expect(rate).toBeGreaterThan(50)
    expect(rate).toBeLessThan(90)
    expect(irregularity).toBeGreaterThan(0.35)
    expect(synchrony).toBeGreaterThan(0.55)
  })

  test('is least synchronous, and irregular, in between', async () => {
    const { rate, irregularity, synchrony } = await regime(5, 2)

    expect(rate).toBeGreaterThan(30)
    expect(rate).toBeLessThan(50)
    expect(irregularity).toBeGreaterThan(0.25)
    expect(synchrony).toBeLessThan(0.55)
  })

  test('oscillates slowly at a few spikes per second where the drive alone is too weak', async () => {
    const { rate, synchrony } = await regime(4.5, 0.9)

    expect(rate).toBeGreaterThan(2)
    expect(rate).toBeLessThan(10)
    expect(synchrony).toBeGreaterThan(1)
  })
})

test('weights under competition end up weak or strong', async () => {
  const env = new Env(
    modelFiles.read('models/networks/song-miller-abbott.livn'),
    modelFiles.surroundings,
  )
  await env.run(100_000)
  const run = await env.record('In_Out_Plastic.weight').run(env.dt)

  const weights = run.signal('In_Out_Plastic.weight').map(([weight = 0]) => weight / 0.01)
  const share = (low: number, high: number): number =>
    weights.filter((w) => w >= low && w <= high).length / weights.length
  expect(share(0, 0.1)).toBeGreaterThan(2 * share(0.45, 0.55))
  expect(share(0.9, 1)).toBeGreaterThan(2 * share(0.45, 0.55))
  expect(share(0, 0.1) + share(0.9, 1)).toBeGreaterThan(0.33)
})
