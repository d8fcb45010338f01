/** What the host does between runs reaches the card, and what the card did reaches the host: as with WebAssembly. */
import { describe, expect, test } from 'vitest'
import { Env } from '../../../../runtime/env.ts'
import { make } from '../../../../runtime/make.ts'
import type { Run } from '../../../../runtime/run.ts'
import { Stimulus } from '../../../../runtime/stimulus/stimulus.ts'
import { modelFiles } from '../../../library.ts'
import { adapterName, skipped } from './adapter-here.ts'

const ways = [
  { backend: 'webgpu', precision: 'f32' },
  { backend: 'wasm', precision: 'f32' },
] as const

type Way = (typeof ways)[number]

/** The same story on the card and on the processor. */
async function told<T>(story: (way: Way) => Promise<T>): Promise<{ card: T; processor: T }> {
  const [card, processor] = await Promise.all(ways.map(story))
  return { card: card as T, processor: processor as T }
}

const spikesOf = (run: Run): readonly (readonly [number, number])[] => {
  const { ids, times } = run.events()
  return [...ids].map((id, k) => [id, times[k] ?? 0] as const)
}

const dish = (way: Way): Promise<Env> => make('EI1', { model: 'lif-culture', seed: 3, ...way })

describe.skipIf(!adapterName)(`on ${adapterName ?? skipped}`, () => {
  test('weights and noise that are set between runs', async () => {
    const { card, processor } = await told(async (way) => {
      const env = (await dish(way)).setNoise({ level: 3 }).recordSpikes()
      const before = spikesOf(await env.run(100))
      env.setWeights({ 'EXC_EXC-soma-AMPA-weight': 5 }).setNoise({ level: 4 })
      return [before, spikesOf(await env.run(100))]
    })

    expect(card).toEqual(processor)
    expect(card[1]?.length).toBeGreaterThan(5)
  })

  test('a state, a stimulus, and the same beginning again', async () => {
    const pulse = Stimulus.fromCurrent([[300]], { dt: 5, gids: [2], unit: 'pA' })
    const { card, processor } = await told(async (way) => {
      const env = (await dish(way))
        .setNoise({ level: 0 })
        .recordSpikes()
        .recordVoltage('EXC', { gids: [2, 5] })
      const first = await env.set('EXC', 'v', -51).run(30, { stimulus: pulse })
      const calm = await env.run(10)
      const again = await env.clear({ reseed: false }).run(20, { stimulus: pulse })
      return [first, calm, again].map((run) => [
        spikesOf(run),
        run.voltage?.map((row) => row.at(-1)),
      ])
    })

    expect(card.map(([spikes]) => spikes)).toEqual(processor.map(([spikes]) => spikes))
    for (const [k, [, voltages]] of card.entries()) {
      const right = (processor[k]?.[1] ?? []) as readonly number[]
      expect((voltages as readonly number[]).map((v) => v.toFixed(2))).toEqual(
        right.map((v) => v.toFixed(2)),
      )
    }
  })

  test('snapshots, taken on one and taken up on the other', async () => {
    const [onCard, onProcessor] = await Promise.all(ways.map(dish))
    if (!onCard || !onProcessor) throw new Error('there are two')
    await onCard.setNoise({ level: 4 }).run(50)
    const snapshot = onCard.snapshot()

    const there = await onProcessor.setNoise({ level: 4 }).recordSpikes().restore(snapshot).run(50)
    const here = await onCard.recordSpikes().restore(snapshot).run(50)

    expect(spikesOf(here)).toEqual(spikesOf(there))
    expect(spikesOf(here).length).toBeGreaterThan(2)
  })

  test('plastic weights, read after a run', async () => {
    const source = modelFiles.read('models/networks/song-miller-abbott.livn')
    const { card, processor } = await told(async (way) => {
      const env = new Env(source, { ...modelFiles.surroundings, ...way, seed: 2 })
      await env.run(100)
      return env.getWeights().map(({ values }) => [...values])
    })

    expect(card).toHaveLength(processor.length)
    for (const [k, weights] of card.entries()) {
      for (const [c, weight] of weights.entries()) {
        expect(Math.abs(weight - (processor[k]?.[c] ?? Number.NaN))).toBeLessThan(1e-5)
      }
    }
  })

  test('states of a large network stay on the card until they are fetched', async () => {
    const states = Array.from(
      { length: 12 },
      (_, k) => `  dv${k}/dt = (1 mV - v${k}) / (10 ms) : mV\n  v${k}(0) = 0 mV`,
    )
    const text = `neuron N {\n${states.join('\n')}\n}\nmodel M { population P of 400000 is N }\n`
    const env = new Env({ path: 'large.livn', text }, { backend: 'webgpu' })
    await env.run(1)

    expect(() => env.get('P', 'v3')).toThrow('Call await env.fetch() before.')
    expect(() => env.snapshot()).toThrow('Call await env.fetch() before.')
    await env.fetch()

    const v = env.get('P', 'v3')
    expect(typeof v === 'object' && v[399_999]).toBeCloseTo(1 - Math.exp(-0.1), 5)
    await env.close()
  })
})
