/**
 * Writes kernels for gpu.js: the step of each population as functions of one cell, one for each value that changes,
 * and everything else, which gpu.js has no way of saying (lists, additions to other cells), as plain JavaScript.
 */
import type { Kernel } from '../../ir/kernel.ts'
import { UsageError } from '../../usage-error.ts'
import { js } from '../js/emit.ts'
import type { Artifact, EmitOptions, Target } from '../target.ts'
import { gpuFormOf } from './gpu-form.ts'
import { writeGpuFunctions } from './write-functions.ts'

function emit(kernels: readonly Kernel[], options: EmitOptions): Artifact {
  if (options.precision === 'f64') {
    throw new UsageError('gpu.js computes in f32; precision f64 is for wasm and js.')
  }
  const plain = js.emit(kernels, options)
  return {
    ...plain,
    target: 'gpujs',
    get text() {
      return `${kernels.flatMap(forCards).join('\n')}${plain.text}`
    },
  }
}

function forCards(kernel: Kernel): readonly string[] {
  const form = gpuFormOf(kernel)
  if (!form) return []
  return writeGpuFunctions(form).map(
    ({ output, text }) => `// ${kernel.title} · ${output}, on the card\n${text}\n`,
  )
}

/** Browsers that have WebGL2 and no WebGPU. */
export const gpujs: Target = { name: 'gpujs', precisions: ['f32'], emit }
