/** What devices that work in JavaScript's own memory share: arrays, and finding a kernel. */
import type { Artifact, Precision } from '../../compiler/emit/target.ts'
import { InternalError } from '../../compiler/ir/internal-error.ts'
import type { Kernel } from '../../compiler/ir/kernel.ts'
import type { DeviceArray, DeviceType } from './device.ts'

export function hostArray(type: DeviceType, length: number, precision: Precision): DeviceArray {
  if (type !== 'real') return new Int32Array(length)
  return precision === 'f32' ? new Float32Array(length) : new Float64Array(length)
}

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
