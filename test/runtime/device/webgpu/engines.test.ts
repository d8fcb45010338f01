/** Both engines of a graphics card do the same, bit for bit; which one runs is decided by size. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Card } from '../../../../runtime/device/webgpu/card.ts'
import {
  type Bounds,
  fitsAWorkgroup,
  shareFor,
} from '../../../../runtime/device/webgpu/fits-a-workgroup.ts'
import type { Memory } from '../../../../runtime/device/webgpu/memory.ts'
import type { Schedule } from '../../../../runtime/device/schedule.ts'
import { Env } from '../../../../runtime/env.ts'
import { make } from '../../../../runtime/make.ts'
import type { Run } from '../../../../runtime/run.ts'
import { referenceNames, simulate, type Way } from '../../../conformance/reference-network.ts'
import { modelFiles } from '../../../library.ts'
import { adapterName, skipped } from './adapter-here.ts'

// Workgroups as cards have them; with those of software the other tests run.
beforeEach(() => {
  vi.spyOn(Card.prototype, 'isSoftware', 'get').mockReturnValue(false)
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const way: Way = { backend: 'webgpu', threads: 1 }

const engineOf = ({ linked }: Env): string | undefined => linked.plan.device.remote?.engine()

/** The same on all engines. */
async function onAll<T>(story: () => Promise<T>): Promise<{ replica: T; epochs: T; grid: T }> {
  const replica = await story()
  vi.stubEnv('LIVN_WEBGPU', 'epochs')
  const epochs = await story()
  vi.stubEnv('LIVN_WEBGPU', 'grid')
  return { replica, epochs, grid: await story() }
}

/** What a run did, with the engine; the network is closed. */
async function told(env: Env, run: Run) {
  const { ids, times } = run.events()
  const engine = engineOf(env)
  const { name = '' } = env.populations[0] ?? {}
  const end = env.get(name, 'v')
  await env.close()
  return { engine, ids: [...ids], times: [...times], voltage: run.voltage, end }
}

const spiking = (count: number): { path: string; text: string } => ({
  path: 'spiking.livn',
  text: `
neuron Cell {
  param bias ~ uniform(12 mV, 30 mV)
  dv/dt = (bias - v) / (10 ms) + 3 mV * sqrt(2 / (10 ms)) * xi : mV
  threshold v > 15 mV
  reset     { v = 0 mV }
}
synapse Push { on pre { v_post += 0.5 mV } }
model Net {
  population A of ${count} is Cell
  synapse P is Push
  connect A to A by P with probability 0.05 { delay ~ uniform(0.5 ms, 3 ms) }
}
`,
})

/** Connections that change or that read what changes, or a second clock. */
const stepByStep: ReadonlySet<string> = new Set([
  'depression',
  'gap-junctions',
  'receptors',
  'stdp-clock-driven',
  'stdp-event-driven',
  'two-clocks',
  'two-pathways',
])

describe.skipIf(!adapterName)(`on ${adapterName ?? skipped}`, () => {
  test.each(referenceNames)('%s is the same to the bit on all engines', async (name) => {
    const { replica, epochs, grid } = await onAll(() => simulate(name, way))

    expect([replica.engine, grid.engine]).toEqual(['replica', 'grid'])
    expect(epochs.engine).toBe(stepByStep.has(name) ? 'grid' : 'epochs')
    expect([replica.spikes, replica.states]).toEqual([grid.spikes, grid.states])
    expect([epochs.spikes, epochs.states]).toEqual([grid.spikes, grid.states])
  })

  test.each(referenceNames)(
    '%s as the last of three replicas is the network alone',
    async (name) => {
      const alone = await simulate(name, way)

      const last = await simulate(name, { ...way, replicas: 3, replica: 2 })

      expect(last.engine).toBe('replica')
      expect([last.spikes, last.states]).toEqual([alone.spikes, alone.states])
    },
  )

  test('many noisy cultures are the same to the bit on all engines', async () => {
    const options = { model: 'lif-culture', seed: 3, replicas: 70, backend: 'webgpu' } as const
    const { replica, epochs, grid } = await onAll(async () => {
      const env = (await make('EI1', options)).setNoise({ level: 4 }).recordSpikes()
      const run = await env.recordVoltage('EXC', { dt: 1, gids: [2, 5] }).run(150)
      return told(env, run)
    })

    expect([replica.engine, epochs.engine]).toEqual(['replica', 'epochs'])
    expect(replica.ids.length).toBeGreaterThan(100)
    expect(replica).toEqual({ ...grid, engine: 'replica' })
    expect(epochs).toEqual({ ...grid, engine: 'epochs' })
  })

  test('populations of several cells for each thread are the same to the bit', async () => {
    const { replica, epochs, grid } = await onAll(async () => {
      const env = new Env(spiking(700), { backend: 'webgpu', seed: 2, replicas: 2 }).recordSpikes()
      return told(env, await env.record('v', 'A', { dt: 0.3 }).run(60))
    })

    expect(replica.ids.length).toBeGreaterThan(1000)
    expect(replica).toEqual({ ...grid, engine: 'replica' })
    expect(epochs).toEqual({ ...grid, engine: 'epochs' })
  })

  test('a large network does as many steps at once as its shortest delay has', async () => {
    const source = modelFiles.read('models/networks/brunel.livn')
    const { epochs, grid } = await onAll(async () => {
      const env = new Env(source, { ...modelFiles.surroundings, backend: 'webgpu', seed: 4 })
      return told(env, await env.recordSpikes().run(30))
    })

    expect(epochs.ids.length).toBeGreaterThan(1000)
    expect(epochs).toEqual({ ...grid, engine: 'epochs' })
  })

  test.each(['replica', 'epochs'])('%s: runs of any length are one long run', async (engine) => {
    vi.stubEnv('LIVN_WEBGPU', engine)
    const env = new Env(spiking(20), { backend: 'webgpu', seed: 2, replicas: 3 }).recordSpikes()
    const whole = new Env(spiking(20), { backend: 'webgpu', seed: 2, replicas: 3 }).recordSpikes()

    let spikes = 0
    for (const duration of [0.1, 7.3, 64, 0.2, 28.4]) {
      spikes += (await env.run(duration)).events().ids.length
    }
    const long = await whole.run(100)

    expect([engineOf(env), engineOf(whole)]).toEqual([engine, engine])
    expect(spikes).toBe(long.events().ids.length)
    expect(env.get('A', 'v')).toEqual(whole.get('A', 'v'))
  })

  test('an engine that does not exist is no wish', async () => {
    vi.stubEnv('LIVN_WEBGPU', 'epoch')
    const env = new Env(spiking(20), { backend: 'webgpu', seed: 2 })

    await expect(env.run(1)).rejects.toThrow(
      'LIVN_WEBGPU is epoch; it may be replica, epochs, grid.',
    )
  })

  test('what is on its way when a run ends arrives, whatever engine goes on', async () => {
    const network = (): Env => new Env(spiking(100), { backend: 'webgpu', seed: 2 })
    const { replica, epochs, grid } = await onAll(async () => {
      const env = network()
      await env.run(20.3)
      return env.snapshot()
    })

    // The order of events in a list is nobody's, and whole sums do not depend on it.
    const [afterReplica, afterEpochs, afterGrid] = await Promise.all(
      [replica, epochs, grid].map(async (snapshot) => {
        const env = network().recordSpikes().restore(snapshot)
        return told(env, await env.run(20))
      }),
    )

    expect(afterGrid?.engine).toBe('grid')
    expect(afterReplica).toEqual(afterGrid)
    expect(afterEpochs).toEqual(afterGrid)
  })

  test('a network of more than 1 024 cells is for the whole card', async () => {
    const small = new Env(spiking(1024), { backend: 'webgpu', replicas: 2 })
    const large = new Env(spiking(1025), { backend: 'webgpu' })
    for (const env of [small, large]) await env.run(1)

    expect([engineOf(small), engineOf(large)]).toEqual(['replica', 'epochs'])
  })

  test('where a driver refuses the kernel of a replica, the grid runs', async () => {
    const env = new Env(spiking(10), { backend: 'webgpu' })
    const card = Reflect.get(env.linked.plan.device, 'card') as { open(): Promise<GPUDevice> }
    const device = await card.open()
    const compile = device.createComputePipelineAsync.bind(device)
    device.createComputePipelineAsync = (descriptor) =>
      descriptor.compute.entryPoint === 'run_steps'
        ? Promise.reject(new GPUPipelineError('registers', { reason: 'internal' }))
        : compile(descriptor)

    await env.run(5)

    expect(engineOf(env)).toBe('grid')
  })

  test('where memory is short, the grid runs: it needs the least', async () => {
    const env = new Env(spiking(4000), { backend: 'webgpu' })
    const { device } = env.linked.plan
    const card = Reflect.get(device, 'card') as { open(): Promise<GPUDevice> }
    const { heaps } = Reflect.get(device, 'memory') as Memory
    const most = 4 * heaps.tallies.used + 2 ** 19
    Object.defineProperty(await card.open(), 'limits', {
      value: { maxBufferSize: most, maxStorageBufferBindingSize: most },
    })

    await env.run(1)

    expect(engineOf(env)).toBe('grid')
  })

  test('a state that runs away in one replica is named with its time', async () => {
    const growing = {
      path: 'growing.livn',
      text: `
neuron Growing {
  param rate = 1 mV
  dv/dt = v * v / rate / (1 ms) : mV
  v(0)  = 0 mV
}
model Net { population Cells of 5 is Growing }
`,
    }
    const { replica, epochs, grid } = await onAll(async () => {
      const env = new Env(growing, { backend: 'webgpu', dt: 0.1, replicas: 3 })
      env.set('Cells', 'v', [...Array(12).fill(0), 1, 0, 0])
      return env.run(100).catch(String)
    })

    expect(grid).toMatch(/v of cell .* of Cells became Infinity/)
    expect([replica, epochs]).toEqual([grid, grid])
  })
})

test('threads are as many as cells, and what a card runs in step is shared by several replicas', () => {
  const card = (threads: number, inStep: number, isSoftware = false): Bounds => ({
    limits: { maxComputeInvocationsPerWorkgroup: threads, maxComputeWorkgroupSizeX: threads },
    inStep,
    isSoftware,
  })
  const networkOf = (cells: number): Schedule => {
    const flag = new Int32Array(1)
    const array = new Float32Array(3 * cells)
    const due = { every: 64, clock: 1, first: 0, last: 3 * cells }
    return { acts: [{ kind: 'inspect', array, flag, ...due }], logs: [], replicas: 3 }
  }

  expect(shareFor(networkOf(8), card(256, 32))).toEqual({ lanes: 8, perWorkgroup: 4 })
  expect(shareFor(networkOf(100), card(256, 32))).toEqual({ lanes: 128, perWorkgroup: 1 })
  expect(shareFor(networkOf(1000), card(1024, 32))).toEqual({ lanes: 256, perWorkgroup: 1 })
  expect(shareFor(networkOf(100), card(256, 8, true))).toEqual({ lanes: 8, perWorkgroup: 1 })
  expect(fitsAWorkgroup(networkOf(1024), card(256, 32))).toBe(true)
  expect(fitsAWorkgroup(networkOf(1025), card(256, 32))).toBe(false)
  expect(fitsAWorkgroup(networkOf(8), card(16, 32))).toBe(false)
})
