/** With gpu.js the values of cells go to the card and come back once in as many steps as the shortest delay has. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { findGpuJs } from '../../../runtime/device/gpujs.ts'
import type { GpuPipeline } from '../../../runtime/device/gpujs/gpu.ts'
import { Env } from '../../../runtime/env.ts'
import { Stimulus } from '../../../runtime/stimulus/stimulus.ts'

const GpuJs = findGpuJs()

const network = (delay: string) => ({
  path: 'network.livn',
  text: `
neuron Cell {
  param bias ~ uniform(12 mV, 24 mV)
  param R = 1 Gohm
  input I : pA from current
  dv/dt = (bias + R * I - v) / (10 ms) + 2 mV * sqrt(2 / (10 ms)) * xi : mV
  v(0) = bias / 2
  threshold v > 15 mV
  reset     { v = 0 mV }
  refractory 1 ms
}
synapse Push { on pre { v_post += 0.75 mV } }
model Net {
  population A of 40 is Cell
  population B of 24 is Cell
  synapse P is Push
  connect A to B by P with probability 0.3 { delay = ${delay} }
  connect B to A by P with probability 0.3 { delay = ${delay} }
}
`,
})

const alone = {
  path: 'alone.livn',
  text: `
neuron Cell {
  param bias ~ uniform(12 mV, 30 mV)
  dv/dt = (bias - v) / (10 ms) : mV
  threshold v > 15 mV
  reset     { v = 0 mV }
}
model Net { population A of 10 is Cell }
`,
}

interface Prototype {
  createPipeline(...args: readonly unknown[]): GpuPipeline
}

/** How often something went to the card and came back, in one go. */
function countTransfers(): { count: number } {
  const transfers = { count: 0 }
  const prototype = GpuJs?.prototype as unknown as Prototype
  const create = prototype.createPipeline
  vi.spyOn(prototype, 'createPipeline').mockImplementation(function (this: unknown, ...args) {
    const pipeline = create.apply(this, args)
    return new Proxy(pipeline, {
      apply: (target, _, values: readonly unknown[]) => {
        transfers.count += 1
        return Reflect.apply(target, undefined, values)
      },
    })
  })
  return transfers
}

afterEach(() => vi.restoreAllMocks())

type Source = ReturnType<typeof network>

const open = (source: Source, backend: string): Env =>
  new Env(source, { backend, precision: 'f32', threads: 1, seed: 5 }).recordSpikes()

async function spikesOf(env: Env, durations: readonly number[], stimulus?: Stimulus) {
  const spikes: number[][] = []
  for (const duration of durations) {
    const { ids, times } = (await env.run(duration, stimulus ? { stimulus } : {})).events()
    spikes.push(...[...ids].map((id, k) => [id, times[k] ?? 0]))
  }
  await env.close()
  return spikes
}

describe.skipIf(!GpuJs)(`gpu.js ${GpuJs ? '' : '(skipped: it is not installed)'}`, () => {
  test('a delay of 1.5 ms is one transfer of each population in 15 steps', async () => {
    const transfers = countTransfers()

    const there = await spikesOf(open(network('1.5 ms'), 'gpujs'), [60])

    // A run may pause between two epochs.
    expect(transfers.count / 2).toBeGreaterThanOrEqual(600 / 15)
    expect(transfers.count / 2).toBeLessThan(2 * (600 / 15))
    expect(there.length).toBeGreaterThan(100)
    expect(there).toEqual(await spikesOf(open(network('1.5 ms'), 'wasm'), [60]))
  })

  test('a population at which nothing arrives is transferred once in 24 steps', async () => {
    const transfers = countTransfers()

    const there = await spikesOf(open(alone, 'gpujs'), [48])

    expect(transfers.count).toBeGreaterThanOrEqual(480 / 24)
    expect(transfers.count).toBeLessThan(2 * (480 / 24))
    expect(there.length).toBeGreaterThan(10)
    expect(there).toEqual(await spikesOf(open(alone, 'wasm'), [48]))
  })

  test('delays that differ, and a stimulus that changes, are those of WebAssembly', async () => {
    const source = network('0.5 ms + 2 ms * rand()')
    const pulses = Stimulus.fromCurrent([[8], [0], [12]], { dt: 2.3, gids: [3], unit: 'pA' })
    const durations = [10, 0.7, 31.2]

    const there = await spikesOf(open(source, 'gpujs'), durations, pulses)

    expect(there.length).toBeGreaterThan(50)
    expect(there).toEqual(await spikesOf(open(source, 'wasm'), durations, pulses))
  })

  test('without a delay every step is a transfer, as before', async () => {
    const transfers = countTransfers()

    const there = await spikesOf(open(network('0 ms'), 'gpujs'), [20])

    expect(transfers.count).toBe(0)
    expect(there).toEqual(await spikesOf(open(network('0 ms'), 'wasm'), [20]))
  })
})
