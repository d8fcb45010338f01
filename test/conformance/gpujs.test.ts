/** With gpu.js, networks do what they do in WebAssembly in f32: the same spikes, states to 1e-4. */
import { describe, expect, test } from 'vitest'
import { findGpuJs, gpuJsMode } from '../../runtime/device/gpujs.ts'
import { deviation, referenceNames, simulate } from './reference-network.ts'

const isHere = findGpuJs() !== undefined
const title = isHere ? `in mode ${gpuJsMode()}` : '(skipped: gpu.js is not installed)'

describe.skipIf(!isHere)(`reference networks through gpu.js ${title}`, () => {
  test.each(referenceNames)('%s spikes as in WebAssembly, step for step', async (name) => {
    const card = await simulate(name, { backend: 'gpujs', threads: 1 })
    const processor = await simulate(name, { backend: 'wasm', threads: 1, precision: 'f32' })

    expect(card.spikes).toEqual(processor.spikes)
    expect(card.states.map((row) => row.length)).toEqual(processor.states.map((row) => row.length))
    expect(deviation(card.states, processor.states)).toBeLessThan(1e-4)
  })
})
