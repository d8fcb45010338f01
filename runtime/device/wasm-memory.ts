/** One memory for all arrays of a device, handed out from the beginning and never moved. */
import { UsageError } from '../../compiler/usage-error.ts'
import { MemoryUsedUp } from './memory-used-up.ts'

const page = 65536
/** Arrays start at a new cache line, so that workers do not share one at their border. */
const line = 64

/** Asked for in this order; it is address space, and costs nothing before it is touched. */
const reservations = [2 ** 30, 2 ** 29, 2 ** 28, 2 ** 27, 2 ** 26]

export class WasmMemory {
  readonly memory: WebAssembly.Memory
  /** Address 0 means "none" to kernels. */
  private next = line

  /** Without a memory of one's own, as much as needed or as the host grants. */
  constructor(memory?: WebAssembly.Memory, bytes?: number) {
    this.memory = memory ?? reserve(bytes === undefined ? reservations : [bytes])
  }

  /** Bytes handed out so far. */
  get used(): number {
    return this.next
  }

  get buffer(): ArrayBufferLike {
    return this.memory.buffer
  }

  /** The address of so many bytes, all 0. */
  take(bytes: number): number {
    const address = this.next
    this.next = Math.ceil((address + bytes) / line) * line
    if (this.next > this.buffer.byteLength) this.grow()
    return address
  }

  /** The arrays of a shared memory stay valid when it grows; others would not. */
  private grow(): void {
    const missing = this.next - this.buffer.byteLength
    const isShared = !(this.buffer instanceof ArrayBuffer)
    try {
      if (!isShared) throw new RangeError()
      this.memory.grow(Math.ceil(missing / page))
    } catch {
      throw new MemoryUsedUp(
        `The model needs more than the ${this.buffer.byteLength} bytes reserved for it. ` +
          'Open the device with more bytes.',
      )
    }
  }
}

function reserve(sizes: readonly number[]): WebAssembly.Memory {
  for (const bytes of sizes) {
    try {
      return new WebAssembly.Memory({ initial: Math.ceil(bytes / page) })
    } catch (refusal) {
      if (!(refusal instanceof RangeError)) throw refusal
    }
  }
  throw new UsageError(`The host grants no WebAssembly memory of ${sizes.at(-1)} bytes.`)
}
