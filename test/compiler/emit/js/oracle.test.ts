/** Emitted JavaScript against the interpreter: the same bits, for any kernel. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { js } from '../../../../compiler/emit/js/emit.ts'
import type { Precision } from '../../../../compiler/emit/target.ts'
import type { Kernel } from '../../../../compiler/ir/kernel.ts'
import type { Device, DeviceType } from '../../../../runtime/device/device.ts'
import { openInterpreter } from '../../../../runtime/device/interpreter.ts'
import { openJs } from '../../../../runtime/device/js.ts'
import { anyKernel } from '../../random-kernel.ts'

test('leaves the same bits in every buffer and the same events as the interpreter, in either precision', () => {
  fc.assert(
    fc.property(anyKernel('any'), fc.constantFrom<Precision>('f64', 'f32'), (kernel, precision) => {
      expect(bitsAfter(kernel, openJs(precision))).toEqual(
        bitsAfter(kernel, openInterpreter(precision)),
      )
    }),
    { numRuns: 400 },
  )
})

/** Everything a kernel leaves behind after three steps over five elements. */
function bitsAfter(kernel: Kernel, device: Device): unknown {
  const artifact = js.emit([kernel], { precision: device.precision, title: 'random' })
  const arrays = new Map(kernel.buffers.map(({ name, type }) => [name, filled(device, name, type)]))
  const binding = {
    arrays,
    shared: new Map([
      ['a', 0.6],
      ['b', 1.75],
      ['c', 1.2],
      ['dt', 0.1],
      ['seed', 0x9e3779b9],
    ]),
    source: Int32Array.of(0, 1, 2, 2, 4),
    target: Int32Array.of(1, 1, 0, 2, 4),
  }
  const bound = device.bind(artifact, kernel.name, binding)
  const events = [3, 4, 5].flatMap((step) => {
    const fired = bound.run({ step, t: step * 0.1, first: 0, last: 5 })
    return [...fired].map(([event, elements]) => [event, ...elements])
  })
  return { events, arrays: [...arrays].map(([name, array]) => [name, ...array]) }
}

function filled(device: Device, name: string, type: DeviceType) {
  const array = device.allocate(type, 5)
  const shift = name.length + (name.codePointAt(name.length - 1) ?? 0) / 64
  const values = [0.7, 2, 1.3, 0.4, 3.1].map((value) => ((value * shift) % 2) + 0.25)
  array.set(type === 'boolean' ? [1, 0, 0, 1, 1] : values)
  return array
}
