/** The device that runs kernels statement by statement: slow, and by definition right. */
import type { Artifact, Precision } from '../../compiler/emit/target.ts'
import { interpret } from '../../compiler/ir/interpret.ts'
import type { Binding, BoundKernel, Device } from './device.ts'
import { hostArray, kernelIn } from './kernel-parts.ts'
import { repeatActs } from './repeat-acts.ts'

export const openInterpreter = (precision: Precision): Device => ({
  name: 'interpreter',
  precision,
  allocate: (type, length) => hostArray(type, length, precision),
  bind,
  repeat: repeatActs,
  close: () => {},
})

function bind(artifact: Artifact, name: string, binding: Binding): BoundKernel {
  const { kernel } = kernelIn(artifact, name)
  let shared = new Map(binding.shared)
  const arrays = new Map(binding.arrays)
  return {
    events: kernel.events,
    get dt() {
      return shared.get('dt') ?? Number.NaN
    },
    aim: (buffer, array) => arrays.set(buffer, array),
    link: (values) => {
      shared = new Map(values)
    },
    run: (dispatch) => {
      const events = interpret(kernel, { ...binding, arrays, shared }, dispatch)
      return new Map([...events].map(([event, elements]) => [event, Int32Array.from(elements)]))
    },
  }
}
