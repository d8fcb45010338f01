/** What every device asks of an artifact and a binding: the kernel, its arrays, room for its events. */
import type { Artifact, Precision } from '../../compiler/emit/target.ts'
import { InternalError } from '../../compiler/ir/internal-error.ts'
import type { Kernel } from '../../compiler/ir/kernel.ts'
import { everyStatement } from '../../compiler/ir/statements.ts'
import type { Device, DeviceArray, DeviceType } from './device.ts'

/** The kernel of a name, with its place in the artifact. */
export function kernelIn(
  artifact: Artifact,
  name: string,
): { readonly kernel: Kernel; readonly index: number } {
  const index = artifact.kernels.findIndex((kernel) => kernel.name === name)
  const kernel = artifact.kernels[index]
  if (!kernel) throw new InternalError('bind', `the artifact has no kernel ${name}`)
  return { kernel, index }
}

/** Arrays in JavaScript's own memory. */
export function hostMemory(precision: Precision): Pick<Device, 'allocate' | 'bytes'> {
  return new HostMemory(precision)
}

class HostMemory {
  bytes = 0
  private readonly precision: Precision

  constructor(precision: Precision) {
    this.precision = precision
  }

  allocate = (type: DeviceType, length: number): DeviceArray => {
    const array = this.make(type, length)
    this.bytes += array.byteLength
    return array
  }

  private make(type: DeviceType, length: number): DeviceArray {
    if (type === 'integer' || type === 'boolean' || type === 'list') return new Int32Array(length)
    const isSingle = this.precision === 'f32' || type === 'single'
    return isSingle ? new Float32Array(length) : new Float64Array(length)
  }
}

/** The array bound to a buffer. */
export function arrayFor(name: string, arrays: ReadonlyMap<string, DeviceArray>): DeviceArray {
  const array = arrays.get(name)
  if (!array) throw new InternalError('bind', `no array is bound to ${name}`)
  return array
}

/** How often one element may come up in the list of an event. */
export const occurrencesOf = (event: string, { each }: Kernel): number =>
  [...everyStatement(each)].filter((s) => s.kind === 'spike' && s.event === event).length
