/** The device that runs kernels statement by statement: slow, and by definition right. */
import type { Artifact, Precision } from '../../compiler/emit/target.ts'
import { interpret } from '../../compiler/ir/interpret.ts'
import type { Binding, BoundKernel, Device } from './device.ts'
import { hostMemory, kernelIn } from './kernel-parts.ts'
import { repeatActs } from './repeat-acts.ts'

export function openInterpreter(precision: Precision): Device {
  const memory = hostMemory(precision)
  return {
    name: 'interpreter',
    precision,
    allocate: memory.allocate,
    holds: () => true,
    get bytes() {
      return memory.bytes
    },
    bind,
    repeat: repeatActs,
    close: () => {},
  }
}

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
