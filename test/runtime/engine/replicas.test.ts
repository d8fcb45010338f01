/** Replicas are copies of one network side by side: each does what it would do alone. */
import { describe, expect, test } from 'vitest'
import { findGpuJs } from '../../../runtime/device/gpujs.ts'
import { Env } from '../../../runtime/env.ts'
import type { Run } from '../../../runtime/run.ts'
import { Stimulus } from '../../../runtime/stimulus/stimulus.ts'
import { adapterName } from '../device/webgpu/adapter-here.ts'

/** Noise, cells that differ, delays that differ, two populations. */
const noisy = {
  path: 'noisy.livn',
  text: `
neuron Cell {
  param tau   = 10 ms
  param sigma = 6 mV
  param bias ~ uniform(10 mV, 14 mV)
  param R = 1 Gohm
  input I : pA from current
  dv/dt = (bias + R * I - v) / tau + sigma * sqrt(2 / tau) * xi : mV
  v(0)  = bias / 2
  threshold v > 15 mV
  reset     { v = 0 mV }
}
synapse Push { on pre { v_post += 3 mV } }
model Net {
  population A of 6 is Cell
  population B of 4 is Cell
  synapse P is Push
  connect A to B by P with probability 0.5 { delay ~ uniform(0.5 ms, 3 ms) }
}
`,
}

const spikesOf = (run: Run): readonly (readonly [number, number])[] => {
  const { ids, times } = run.events()
  return [...ids].map((id, k) => [id, times[k] ?? 0] as const)
}

const ways = [
  { backend: 'wasm', precision: 'f64', threads: 1 },
  { backend: 'wasm', precision: 'f64', threads: 2 },
  { backend: 'js', precision: 'f64', threads: 1 },
  ...(adapterName ? [{ backend: 'webgpu', precision: 'f32', threads: 1 } as const] : []),
  ...(findGpuJs() ? [{ backend: 'gpujs', precision: 'f32', threads: 1 } as const] : []),
] as const

describe.each(ways)('replicas on $backend with $threads threads', (way) => {
  const open = (replicas = 1): Env => new Env(noisy, { ...way, seed: 7, replicas })

  test('each spikes as the network alone does with that realisation of its noise', async () => {
    const run = await open(3).recordSpikes().run(200)

    for (const k of [0, 1, 2]) {
      const alone = await open().reseedNoise(k).recordSpikes().run(200)
      expect(spikesOf(run.replica(k))).toEqual(spikesOf(alone))
    }
    expect(spikesOf(run.replica(2)).length).toBeGreaterThan(20)
    expect(spikesOf(run.replica(0))).not.toEqual(spikesOf(run.replica(1)))
  })

  test('voltages of a replica have the gids of the system', async () => {
    const run = await open(3)
      .record('voltage', 'B', { dt: 1, gids: [9, 6] })
      .run(5)

    const alone = await open()
      .reseedNoise(2)
      .record('voltage', 'B', { dt: 1, gids: [9, 6] })
      .run(5)

    expect([...(run.replica(2).voltageIds ?? [])]).toEqual([9, 6])
    expect(run.replica(2).voltage).toEqual(alone.voltage)
  })

  test('a parameter may differ from replica to replica', async () => {
    const env = open(2).recordSpikes()

    const run = await env.set('A', 'sigma', [...Array(6).fill(6), ...Array(6).fill(0)]).run(100)

    expect(spikesOf(run.replica(1).select({ population: 'A' }))).toEqual([])
    expect(spikesOf(run.replica(0).select({ population: 'A' })).length).toBeGreaterThan(5)
    await env.close()
  })

  test('a stimulus reaches all replicas, and one of its own each', async () => {
    const strong = Stimulus.fromCurrent([[40], [40]], { dt: 10, gids: [2] })
    const env = open(3).set('A', 'sigma', 0).set('B', 'sigma', 0).recordSpikes('A')

    const shared = await env.run(20, { stimulus: strong })
    const single = await env.run(20, { stimulusPerReplica: [undefined, strong, undefined] })

    const counts = (run: Run) => [0, 1, 2].map((k) => spikesOf(run.replica(k)).length)
    expect(counts(shared)).toEqual([counts(shared)[0], counts(shared)[0], counts(shared)[0]])
    expect(counts(shared)[0]).toBeGreaterThan(1)
    expect(counts(single)).toEqual([0, counts(single)[1], 0])
    expect(counts(single)[1]).toBeGreaterThan(1)
  })

  test('no realisation comes twice: after clear all replicas have other noise', async () => {
    const env = open(2).recordSpikes()
    const before = await env.run(100)

    const after = await env.clear().run(100)

    expect(spikesOf(after.replica(0))).not.toEqual(spikesOf(before.replica(1)))
    expect(spikesOf(after.replica(0))).not.toEqual(spikesOf(before.replica(0)))
  })
})

/** Of the connections of one replica. */
const connectionsOf = (backend: string, replicas: number): number => {
  const env = new Env(noisy, { backend, seed: 7, replicas })
  return env.connections
}

test('on a card replicas use one table of connections, elsewhere each has its own', () => {
  const alone = connectionsOf('wasm', 1)

  expect(alone).toBeGreaterThan(5)
  expect(connectionsOf('webgpu', 50)).toBe(alone)
  expect(connectionsOf('wasm', 50)).toBe(50 * alone)
})

test('says which replicas there are', async () => {
  const run = await new Env(noisy, { replicas: 2 }).recordSpikes().run(1)

  expect(() => run.replica(2)).toThrow('There is no replica 2; there is 2, from 0 to 1.')
  expect(() => new Env(noisy, { replicas: 0 })).toThrow(
    'replicas is 0; it must be a whole number, 1 or more.',
  )
})
