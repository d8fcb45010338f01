/** Both engines of a graphics card do the same, bit for bit; which one runs is decided by size. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  type Bounds,
  fitsAWorkgroup,
  shareFor,
} from '../../../../runtime/device/webgpu/fits-a-workgroup.ts'
import { Env } from '../../../../runtime/env.ts'
import { make } from '../../../../runtime/make.ts'
import { referenceNames, simulate, type Way } from '../../../conformance/reference-network.ts'
import { adapterName, skipped } from './adapter-here.ts'

afterEach(() => vi.unstubAllEnvs())

const way: Way = { backend: 'webgpu', threads: 1 }

const engineOf = ({ linked }: Env): string | undefined => linked.plan.device.remote?.engine()

/** The same on both engines. */
async function onBoth<T>(story: () => Promise<T>): Promise<{ replica: T; grid: T }> {
  const replica = await story()
  vi.stubEnv('LIVN_WEBGPU', 'grid')
  return { replica, grid: await story() }
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

describe.skipIf(!adapterName)(`on ${adapterName ?? skipped}`, () => {
  test.each(referenceNames)(
    '%s is the same to the bit on both engines, and as the last of three replicas',
    async (name) => {
      const last = await simulate(name, { ...way, replicas: 3, replica: 2 })
      const { replica, grid } = await onBoth(() => simulate(name, way))

      expect([replica.engine, grid.engine, last.engine]).toEqual(['replica', 'grid', 'replica'])
      expect(replica.spikes).toEqual(grid.spikes)
      expect(replica.states).toEqual(grid.states)
      expect(last.spikes).toEqual(grid.spikes)
      expect(last.states).toEqual(grid.states)
    },
  )

  test('many noisy cultures are the same to the bit on both engines', async () => {
    const { replica, grid } = await onBoth(async () => {
      const env = await make('EI1', {
        model: 'lif-culture',
        seed: 3,
        replicas: 70,
        backend: 'webgpu',
      })
      env
        .setNoise({ level: 4 })
        .recordSpikes()
        .recordVoltage('EXC', { dt: 1, gids: [2, 5] })
      const run = await env.run(150)
      const { ids, times } = run.events()
      const engine = engineOf(env)
      await env.close()
      return { engine, ids: [...ids], times: [...times], voltage: run.voltage }
    })

    expect(replica.engine).toBe('replica')
    expect(replica.ids.length).toBeGreaterThan(100)
    expect({ ...replica, engine: '' }).toEqual({ ...grid, engine: '' })
  })

  test('a population of several cells for each thread is the same to the bit', async () => {
    const { replica, grid } = await onBoth(async () => {
      const env = new Env(spiking(700), { backend: 'webgpu', seed: 2, replicas: 2 }).recordSpikes()
      const { ids, times } = (await env.run(100)).events()
      const v = env.get('A', 'v')
      await env.close()
      return { ids: [...ids], times: [...times], v }
    })

    expect(replica.ids.length).toBeGreaterThan(1000)
    expect(replica).toEqual(grid)
  })

  test('runs of any length, one after another, are one long run', async () => {
    const env = new Env(spiking(20), { backend: 'webgpu', seed: 2, replicas: 3 }).recordSpikes()
    const whole = new Env(spiking(20), { backend: 'webgpu', seed: 2, replicas: 3 }).recordSpikes()

    let spikes = 0
    for (const duration of [0.1, 7.3, 64, 0.2, 28.4]) {
      spikes += (await env.run(duration)).events().ids.length
    }
    const long = await whole.run(100)

    expect(spikes).toBe(long.events().ids.length)
    expect(env.get('A', 'v')).toEqual(whole.get('A', 'v'))
  })

  test('a network of more than 1 024 cells is for the grid', async () => {
    const small = new Env(spiking(1024), { backend: 'webgpu', replicas: 2 })
    const large = new Env(spiking(1025), { backend: 'webgpu' })
    for (const env of [small, large]) await env.run(1)

    expect([engineOf(small), engineOf(large)]).toEqual(['replica', 'grid'])
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
    const { replica, grid } = await onBoth(async () => {
      const env = new Env(growing, { backend: 'webgpu', dt: 0.1, replicas: 3 })
      env.set('Cells', 'v', [...Array(12).fill(0), 1, 0, 0])
      return env.run(100).catch(String)
    })

    expect(replica).toMatch(/v of cell .* of Cells became Infinity/)
    expect(replica).toBe(grid)
  })
})

test('threads are as many as cells, and what a card runs in step is shared by several replicas', () => {
  const card = (threads: number, inStep: number): Bounds => ({
    limits: { maxComputeInvocationsPerWorkgroup: threads, maxComputeWorkgroupSizeX: threads },
    inStep,
  })
  const empty = { acts: [], logs: [] }

  expect(shareFor(empty, card(256, 32))).toEqual({ lanes: 1, perWorkgroup: 32 })
  expect(fitsAWorkgroup(empty, card(256, 32))).toBe(true)
  expect(fitsAWorkgroup(empty, card(16, 32))).toBe(false)
})
