/** One of the three blocks of memory on the card, with the part of it that each array has. */

import { UsageError } from '../../../compiler/usage-error.ts'

/** Parts begin at lines of 64 bytes. */
const line = 16

const wordBytes = 4

export class Heap {
  readonly label: string
  /** Words given out so far. */
  used: number
  private buffer: GPUBuffer | undefined

  constructor(label: string, reserved: number) {
    this.label = label
    this.used = reserved
  }

  /** The word at which a part of so many words begins. */
  take(words: number): number {
    const start = Math.ceil(this.used / line) * line
    this.used = start + words
    return start
  }

  /** The memory, large enough for everything given out; what was there before still is. */
  bufferOn(device: GPUDevice): GPUBuffer {
    const needed = Math.max(line, this.used) * wordBytes
    const old = this.buffer
    if (old && old.size >= needed) return old
    mustFit(needed, device.limits)
    const { COPY_SRC, COPY_DST, STORAGE } = GPUBufferUsage
    // Some room for recorders and players, which come one by one; no more, where memory is short.
    const room = Math.min(2 ** 20, Math.ceil(needed / 8 / 64) * 64)
    const size = Math.min(
      needed + room,
      Math.max(needed, device.limits.maxStorageBufferBindingSize),
    )
    const buffer = device.createBuffer({
      label: this.label,
      size: Math.ceil(size / 4) * 4,
      usage: STORAGE | COPY_SRC | COPY_DST,
    })
    if (old) {
      const encoder = device.createCommandEncoder()
      encoder.copyBufferToBuffer(old, 0, buffer, 0, old.size)
      device.queue.submit([encoder.finish()])
      old.destroy()
    }
    this.buffer = buffer
    return buffer
  }

  destroy(): void {
    this.buffer?.destroy()
    this.buffer = undefined
  }
}

function mustFit(
  bytes: number,
  { maxStorageBufferBindingSize, maxBufferSize }: GPUSupportedLimits,
) {
  const most = Math.min(maxStorageBufferBindingSize, maxBufferSize)
  if (bytes <= most) return
  const mebibytes = (n: number): string => Math.ceil(n / 2 ** 20).toLocaleString('en')
  throw new UsageError(
    `This network needs ${mebibytes(bytes)} MiB in one block of memory, and this graphics card binds ` +
      `${mebibytes(most)} MiB at most. Use fewer cells, connections or replicas, or backend wasm.`,
  )
}
