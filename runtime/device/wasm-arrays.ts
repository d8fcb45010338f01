/** Arrays in the memory of a device. */
import type { Precision } from '../../compiler/emit/target.ts'
import type { DeviceArray, DeviceType } from './device.ts'
import type { WasmMemory } from './wasm-memory.ts'

/** Kernels work on whole vectors: behind every array is room up to a multiple of four elements. */
export const vector = 4

export function allocate(
  memory: WasmMemory,
  type: DeviceType,
  { length, precision }: Size,
): DeviceArray {
  const room = Math.ceil(length / vector) * vector
  if (type === 'integer' || type === 'boolean' || type === 'list')
    return integersIn(memory, length, room)
  const isSingle = precision === 'f32' || type === 'single'
  const address = memory.take(room * (isSingle ? 4 : 8))
  return isSingle
    ? new Float32Array(memory.buffer, address, length)
    : new Float64Array(memory.buffer, address, length)
}

export interface Size {
  readonly length: number
  readonly precision: Precision
}

/** The address comes first: taking it may grow the memory, and a view sees the memory as it was. */
export function integersIn(memory: WasmMemory, length: number, room = length): Int32Array {
  const address = memory.take(room * 4)
  return new Int32Array(memory.buffer, address, length)
}
