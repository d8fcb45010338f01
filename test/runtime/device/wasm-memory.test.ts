/** How the memory of WebAssembly is handed out, alone and between workers. */
import { expect, test } from 'vitest'
import { wasm } from '../../../compiler/emit/wasm/emit.ts'
import { openWasm } from '../../../runtime/device/wasm.ts'
import { UsageError } from '../../../compiler/usage-error.ts'
import { call, keeps, kernel, store } from '../../compiler/build-kernel.ts'

const double = kernel({ buffers: [keeps('v')], each: [store('v', call('multiply', 'v', 2))] })

test('says how to get more when what was reserved is used up', () => {
  const device = openWasm('f64', { bytes: 2 ** 20 })

  expect(() => device.allocate('real', 2 ** 20)).toThrow(UsageError)
  expect(() => device.allocate('real', 2 ** 20)).toThrow(/more than the 1048576 bytes/)
})

test('grows a memory that workers share under arrays that stay valid', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1024, shared: true })
  const device = openWasm('f64', { memory })
  const early = device.allocate('real', 4)
  early.set([1, 2, 3, 4])
  const late = device.allocate('real', 100_000)
  const artifact = wasm.emit([double], { precision: 'f64', title: '', sharedMaximum: 1024 })

  device
    .bind(artifact, 'step', { arrays: new Map([['v', early]]), shared: new Map() })
    .run({ step: 0, t: 0, first: 0, last: 4 })
  device
    .bind(artifact, 'step', { arrays: new Map([['v', late]]), shared: new Map() })
    .run({ step: 0, t: 0, first: 0, last: 4 })

  expect([...early]).toEqual([2, 4, 6, 8])
  expect(late[0]).toBe(0)
})

test('starts every array at a cache line of its own, with room for whole vectors', () => {
  const device = openWasm('f32')

  const arrays = [1, 5, 16, 17].map((length) => device.allocate('real', length))

  const starts = arrays.map(({ byteOffset }) => byteOffset)
  expect(starts.every((start) => start > 0 && start % 64 === 0)).toBe(true)
  expect(new Set(starts).size).toBe(4)
})

test('refuses an array that lies elsewhere', () => {
  const device = openWasm('f64')
  const artifact = wasm.emit([double], { precision: 'f64', title: '' })

  const bind = () =>
    device.bind(artifact, 'step', {
      arrays: new Map([['v', new Float64Array(4)]]),
      shared: new Map(),
    })

  expect(bind).toThrow('not of this device')
})
