/** A kernel of a WebAssembly module, with a frame in memory that tells it where everything is. */
import type { Artifact } from '../../compiler/emit/target.ts'
import { type Frame, frameHeader, frameOf, queueStart } from '../../compiler/emit/wasm/frame.ts'
import type { Expr } from '../../compiler/ir/expr.ts'
import { InternalError } from '../../compiler/ir/internal-error.ts'
import type { Kernel } from '../../compiler/ir/kernel.ts'
import { streamsIn } from '../../compiler/ir/streams.ts'
import type { Binding, BoundKernel, DeviceArray, Dispatch, Events } from './device.ts'
import { arrayFor, occurrencesOf } from './kernel-parts.ts'
import { integersIn, vector } from './wasm-arrays.ts'
import type { WasmMemory } from './wasm-memory.ts'

export function moduleOf({ code, target }: Artifact): WebAssembly.Module {
  if (typeof code === 'string') throw new InternalError('bind', `code for ${target} is no module`)
  return new WebAssembly.Module(new Uint8Array(code))
}

export function isInside({ buffer }: WasmMemory, array: DeviceArray): boolean {
  const isShared = !(buffer instanceof ArrayBuffer) && !(array.buffer instanceof ArrayBuffer)
  return array.buffer === buffer || isShared
}

export function addressIn(memory: WasmMemory, array: DeviceArray): number {
  if (!isInside(memory, array)) throw new InternalError('bind', 'an array is not of this device')
  return array.byteOffset
}

/** Fewer cells are asked one by one in less time than a queue takes. */
const worthQueues = 64

type Exported = (...args: readonly number[]) => void

function exported(instance: WebAssembly.Instance, name: string): Exported | undefined {
  const found = instance.exports[name]
  return typeof found === 'function' ? (found as Exported) : undefined
}

interface Parts {
  readonly instance: WebAssembly.Instance
  readonly memory: WasmMemory
  readonly binding: Binding
}

export class WasmKernel implements BoundKernel {
  readonly name: string
  readonly events: readonly string[]
  private readonly memory: WasmMemory
  readonly call: Exported
  private readonly callLink: Exported | undefined
  readonly frame: number
  readonly layout: Frame
  /** Where the queues of silent cells are, if the kernel has some. */
  readonly silent: number | undefined
  private readonly outlets: readonly Outlet[]
  private readonly lists = new Map<string, Int32Array>()
  /** Where a list is copied that lives outside the memory. */
  private copy: Int32Array<ArrayBufferLike> = none

  constructor(kernel: Kernel, { instance, memory, binding }: Parts) {
    const call = exported(instance, kernel.name)
    if (!call) throw new InternalError('bind', `the module has no function ${kernel.name}`)
    this.name = kernel.name
    this.events = kernel.events
    this.memory = memory
    this.call = call
    this.callLink = exported(instance, `${kernel.name}_link`)
    this.layout = frameOf(kernel)
    const streams = streamsIn(kernel)
    this.frame = memory.take(this.layout.bytes + 4 * streams.length)
    this.writeStreams(streams)
    this.outlets = kernel.events.map((event) => new Outlet(event, occurrencesOf(event, kernel)))
    this.writeAddresses(binding)
    this.silent = this.roomForSilent(binding)
    this.link(binding.shared)
  }

  private writeAddresses({ arrays, source, target }: Binding): void {
    const view = new DataView(this.memory.buffer)
    const write = (offset: number, array: DeviceArray | undefined): void =>
      view.setInt32(this.frame + offset, array ? addressIn(this.memory, array) : 0, true)
    write(frameHeader.source, source)
    write(frameHeader.target, target)
    for (const [name, offset] of this.layout.addresses) write(offset, arrayFor(name, arrays))
  }

  private writeStreams(streams: readonly Expr[]): void {
    const values = streams.map((stream) => (stream.kind === 'number' ? stream.value : 0))
    new Uint32Array(this.memory.buffer, this.frame + this.layout.streams).set(values)
  }

  private roomForSilent({ arrays }: Binding): number | undefined {
    const { silent } = this.layout
    if (!silent) return undefined
    const { length } = arrayFor(silent.last, arrays)
    if (length < worthQueues) return undefined
    const cells = length + vector
    const queues = this.memory.take(8 * cells)
    const kept = this.memory.take(2 * silent.numbers * cells)
    const view = new DataView(this.memory.buffer)
    view.setInt32(this.frame + silent.addresses, queues, true)
    view.setInt32(this.frame + silent.addresses + 4, kept, true)
    return queues
  }

  link(values: ReadonlyMap<string, number>): void {
    const view = new DataView(this.memory.buffer)
    view.setFloat64(this.frame + frameHeader.dt, values.get('dt') ?? Number.NaN, true)
    view.setInt32(this.frame + frameHeader.seed, values.get('seed') ?? 0, true)
    for (const [name, offset] of this.layout.shared) {
      view.setFloat64(this.frame + offset, values.get(name) ?? Number.NaN, true)
    }
    this.callLink?.(this.frame)
  }

  get dt(): number {
    return new DataView(this.memory.buffer).getFloat64(this.frame + frameHeader.dt, true)
  }

  aim(buffer: string, array: DeviceArray): void {
    const view = new DataView(this.memory.buffer)
    view.setInt32(this.frame + this.offsetOf(buffer), addressIn(this.memory, array), true)
  }

  /** Where in the frame the address of a buffer stands. */
  offsetOf(buffer: string): number {
    const offset = this.layout.addresses.get(buffer)
    if (offset === undefined) throw new InternalError('bind', `${this.name} has no ${buffer}`)
    return offset
  }

  run({ step, first, last, list }: Dispatch): Events {
    const lists = this.outlets.map((outlet) => outlet.open(last - first, this.memory))
    if (this.silent !== undefined) {
      const view = new DataView(this.memory.buffer)
      view.setInt32(this.silent + 8 * first + queueStart.due, queueStart.unknown, true)
    }
    this.call(this.frame, step, first, last, list ? this.placeOf(list, last) : 0, ...lists)
    for (const outlet of this.outlets) this.lists.set(outlet.event, outlet.elements())
    return this.lists
  }

  /** The address of a list that the kernel reads up to `last`. */
  private placeOf(list: Int32Array, last: number): number {
    if (isInside(this.memory, list)) return list.byteOffset
    if (this.copy.length < last) this.copy = integersIn(this.memory, 2 * last)
    this.copy.set(list.subarray(0, last))
    return this.copy.byteOffset
  }
}

/** Where the kernel appends the elements of one event: their number, then they. */
class Outlet {
  readonly event: string
  /** How often one element may come up. */
  private readonly occurrences: number
  private list: Int32Array = none

  constructor(event: string, occurrences: number) {
    this.event = event
    this.occurrences = occurrences
  }

  /** Empties the list and makes room for so many elements and the vector that may be written beyond them. */
  open(elements: number, memory: WasmMemory): number {
    const needed = 1 + elements * this.occurrences + vector
    if (this.list.length < needed)
      this.list = integersIn(memory, Math.max(needed, 2 * this.list.length))
    this.list[0] = 0
    return this.list.byteOffset
  }

  elements(): Int32Array {
    return this.list.subarray(1, 1 + (this.list[0] ?? 0))
  }
}

const none = new Int32Array(0)
