/** What goes wrong on a graphics card is said in words, with what to use instead; and nothing waits for ever. */
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../../../compiler/usage-error.ts'
import { withPatience } from '../../../../runtime/device/webgpu/adapter.ts'
import { openWebgpu } from '../../../../runtime/device/webgpu/webgpu.ts'
import { Env } from '../../../../runtime/env.ts'
import { adapterName, skipped } from './adapter-here.ts'

const growing = {
  path: 'growing.livn',
  text: `
neuron Growing {
  param rate = 1 mV
  dv/dt = v * v / rate / (1 ms) : mV
  v(0)  = 1 mV
}
model Net { population Cells of 5 is Growing }
`,
}

test('precision f64 is refused before anything is opened', () => {
  expect(() => openWebgpu('f64')).toThrow(/webgpu computes in f32.*use backend wasm for f64/)
})

test('what takes too long is given up', async () => {
  const never = new Promise<void>(() => {})

  await expect(withPatience(never, 'answer', 20)).rejects.toThrow(
    'WebGPU took more than 0.02 s to answer. Use backend wasm.',
  )
})

describe.skipIf(!adapterName)(`on a card ${adapterName ?? skipped}`, () => {
  test('a state that runs away is named, with the time, as on the processor', async () => {
    const onCard = new Env(growing, { backend: 'webgpu', dt: 0.1 })
    const onProcessor = new Env(growing, { backend: 'wasm', precision: 'f32', dt: 0.1 })
    const said = (env: Env): Promise<unknown> => env.run(100).catch(String)

    const message = await said(onCard)

    expect(message).toBe(await said(onProcessor))
    expect(message).toMatch(/v of cell 0 of Cells became Infinity between t = 0.1 ms and 6.5 ms/)
  })

  test('a network that is too large for the card says by how much', async () => {
    const device = openWebgpu('f32')
    device.allocate('integer', 2 ** 29)

    const running = device.repeat([{ acts: [], logs: [] }]).run(0, 1)

    await expect(running).rejects.toThrow(/needs 2,048 MiB in one block.*or backend wasm/)
    device.close()
  })

  test('a device that is lost ends the run, and the next one says so too', async () => {
    const env = new Env(growing, { backend: 'webgpu', dt: 0.1 })
    await env.run(0.5)
    const card = Reflect.get(env.linked.plan.device, 'card') as { open(): Promise<GPUDevice> }
    const device = await card.open()

    device.destroy()

    await expect(env.run(0.5)).rejects.toThrow(/was lost while.*use backend wasm/)
    await expect(env.run(0.5)).rejects.toThrow(UsageError)
  })

  test('a network that is closed cannot run', async () => {
    const env = new Env(growing, { backend: 'webgpu', dt: 0.1 })
    await env.close()

    await expect(env.run(0.5)).rejects.toThrow('closed')
  })
})
