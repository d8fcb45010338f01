/** Where dynamics is chaotic, a graphics card and the processor agree in distribution: rates, irregularity, correlation. */
import { describe, expect, test } from 'vitest'
import { Env } from '../../runtime/env.ts'
import type { Run } from '../../runtime/run.ts'
import { modelFiles } from '../library.ts'
import { adapterName, skipped } from '../runtime/device/webgpu/adapter-here.ts'

const duration = 300

async function spikesOf(name: string, backend: string): Promise<Run> {
  const source = modelFiles.read(`models/networks/${name}.livn`)
  const options = { ...modelFiles.surroundings, backend, precision: 'f32', seed: 5 } as const
  const env = new Env(source, options).recordSpikes()
  const run = await env.run(duration)
  await env.close()
  return run.slice(50)
}

interface Statistics {
  /** Spikes of each cell. */
  readonly counts: readonly number[]
  /** Coefficient of variation of the intervals of cells with several. */
  readonly variations: readonly number[]
  /** Of the spikes in bins of 5 ms: variance over mean, which grows with the correlation of cells. */
  readonly fano: number
}

function statisticsOf(run: Run): Statistics {
  const { ids, times } = run.events()
  const trains = new Map<number, number[]>()
  const bins = new Float64Array(Math.ceil(run.duration / 5))
  for (const [k, id] of ids.entries()) {
    const t = times[k] ?? 0
    trains.set(id, [...(trains.get(id) ?? []), t])
    const bin = Math.min(bins.length - 1, Math.floor(t / 5))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  const cells = run.populations.reduce((sum, { count }) => sum + count, 0)
  const silent = Array(cells - trains.size).fill(0)
  const counts = [...[...trains.values()].map(({ length }) => length), ...silent]
  const intervals = [...trains.values()]
    .map((train) => train.slice(1).map((t, k) => t - (train[k] ?? 0)))
    .filter(({ length }) => length > 2)
  return {
    counts,
    variations: intervals.map((own) => Math.sqrt(variance(own)) / mean(own)),
    fano: variance([...bins]) / mean([...bins]),
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length

const variance = (values: readonly number[]): number =>
  mean(values.map((x) => (x - mean(values)) ** 2))

/** The statistic of Kolmogorov and Smirnov: the largest distance of two distributions. */
function distance(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [[...a].sort((p, q) => p - q), [...b].sort((p, q) => p - q)]
  const share = (sorted: readonly number[], value: number): number =>
    sorted.filter((each) => each <= value).length / sorted.length
  const values = [...new Set([...x, ...y])]
  const probes = values.length > 200 ? values.filter((_, k) => k % 20 === 0) : values
  return Math.max(...probes.map((value) => Math.abs(share(x, value) - share(y, value))))
}

/** Beyond it, two samples of one distribution are found once in a thousand times. */
const critical = (a: readonly number[], b: readonly number[]): number =>
  1.95 * Math.sqrt((a.length + b.length) / (a.length * b.length))

describe.skipIf(!adapterName)(`chaotic networks on ${adapterName ?? skipped}`, () => {
  test.each(['cobahh', 'vogels-abbott'])(
    '%s has the rates, irregularity and correlation that it has on the processor',
    async (name) => {
      const card = statisticsOf(await spikesOf(name, 'webgpu'))
      const processor = statisticsOf(await spikesOf(name, 'wasm'))

      expect(mean(processor.counts)).toBeGreaterThan(0.5)
      expect(distance(card.counts, processor.counts)).toBeLessThan(
        critical(card.counts, processor.counts),
      )
      expect(distance(card.variations, processor.variations)).toBeLessThan(
        critical(card.variations, processor.variations),
      )
      expect(Math.abs(card.fano / processor.fano - 1)).toBeLessThan(0.5)
    },
  )
})
