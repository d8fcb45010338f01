/** The fewest bytes that a step has to move, whoever does it: values of cells once in and once out, and what events add. */
import type { Kernel } from '../../compiler/ir/kernel.ts'
import type { Simulation } from '../../runtime/engine/simulation.ts'

/** Of a value in f32; of a sum that many add to, in whole numbers of 64 bits. */
const valueBytes = 4
const sumBytes = 8

/** Of all cells in a step. */
export function bytesOfCells({ members }: Simulation): number {
  return members.reduce((sum, { population }) => {
    const { step, arrive, onStep } = population.compiled.kernels
    const kernels = [step, arrive?.kernel, onStep].filter((kernel) => kernel !== undefined)
    return sum + population.count * bytesOfCell(kernels)
  }, 0)
}

/** Each value is read once, and written once if anything writes it. */
function bytesOfCell(kernels: readonly Kernel[]): number {
  const bytes = new Map<string, number>()
  for (const { buffers } of kernels) {
    for (const { name, extent, access, isSum } of buffers) {
      if (extent === 'shared') continue
      const size = isSum ? sumBytes : valueBytes
      bytes.set(name, Math.max(bytes.get(name) ?? 0, access === 'write' ? 2 * size : size))
    }
  }
  return [...bytes.values()].reduce((sum, size) => sum + size, 0)
}

/** Of a spike on its way to one cell: which cell, how much, and a sum read and written. */
export function bytesOfEvent({ projections }: Simulation): number {
  const hasWeights = projections.some(({ state }) => state.arrays.has('weight'))
  return valueBytes + (hasWeights ? valueBytes : 0) + 2 * sumBytes
}
