/** On a graphics card networks do what they do on the processor in f32: the same spikes, states to 1e-4. */
import { describe, expect, test } from 'vitest'
import { adapterName, skipped } from '../runtime/device/webgpu/adapter-here.ts'
import { deviation, referenceNames, simulate } from './reference-network.ts'

const title = adapterName ? `on ${adapterName}` : skipped

describe.skipIf(!adapterName)(`reference networks ${title}`, () => {
  test.each(referenceNames)('%s spikes as in WebAssembly, step for step', async (name) => {
    const card = await simulate(name, { backend: 'webgpu', threads: 1 })
    const processor = await simulate(name, { backend: 'wasm', threads: 1, precision: 'f32' })

    expect(card.spikes).toEqual(processor.spikes)
    expect(card.states.map((row) => row.length)).toEqual(processor.states.map((row) => row.length))
    expect(deviation(card.states, processor.states)).toBeLessThan(1e-4)
  })
})
