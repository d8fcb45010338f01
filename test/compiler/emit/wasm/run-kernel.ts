/** Runs a kernel as WebAssembly and in the interpreter on the same numbers, for tests that compare them. */
import { emitKernel } from '../../../../compiler/emit/wasm/emit.ts'
import { encodeModule } from '../../../../compiler/emit/wasm/encoder.ts'
import { frameHeader, frameOf } from '../../../../compiler/emit/wasm/frame.ts'
import type { Precision } from '../../../../compiler/emit/target.ts'
import { interpret } from '../../../../compiler/ir/interpret.ts'
import type { Kernel } from '../../../../compiler/ir/kernel.ts'

/** What both start from. Arrays are copied. */
export interface Start {
  readonly precision?: Precision
  readonly arrays?: Readonly<Record<string, readonly number[]>>
  readonly shared?: Readonly<Record<string, number>>
  readonly source?: readonly number[]
  readonly target?: readonly number[]
  readonly dt?: number
  readonly seed?: number
  /** The first step; several are run one after the other. */
  readonly step?: number
  readonly steps?: number
  readonly first?: number
  readonly last: number
  readonly list?: readonly number[]
}

/** What they leave behind. */
export interface End {
  readonly arrays: Readonly<Record<string, readonly number[]>>
  readonly events: Readonly<Record<string, readonly number[]>>
}

const page = 65536
const padding = 8

export function runInterpreted(kernel: Kernel, start: Start): End {
  const { dt = 0.1, seed = 1, step = 0, steps = 1, first = 0, last, list } = start
  const typeOf = (name: string) => kernel.buffers.find((buffer) => buffer.name === name)?.type
  const kindOf = (name: string) => (typeOf(name) === 'real' ? Float64Array : Int32Array)
  const given = Object.entries(start.arrays ?? {})
  const arrays = new Map(given.map(([name, values]) => [name, kindOf(name).from(values)]))
  const shared = new Map(Object.entries({ ...start.shared, dt, seed }))
  const ends = {
    ...(start.source ? { source: Int32Array.from(start.source) } : {}),
    ...(start.target ? { target: Int32Array.from(start.target) } : {}),
  }
  const events: Record<string, number[]> = Object.fromEntries(kernel.events.map((e) => [e, []]))
  for (let k = step; k < step + steps; k++) {
    const range = {
      step: k,
      t: k * dt,
      first,
      last,
      ...(list ? { list: Int32Array.from(list) } : {}),
    }
    const fired = interpret(kernel, { arrays, shared, ...ends }, range)
    for (const [event, cells] of fired) events[event]?.push(...cells)
  }
  return {
    arrays: Object.fromEntries([...arrays].map(([name, values]) => [name, [...values]])),
    events,
  }
}

export function runWasm(kernel: Kernel, start: Start): End {
  const { precision = 'f64', step = 0, steps = 1, first = 0, last, list } = start
  const memory = new WebAssembly.Memory({ initial: 64 })
  const call = instantiate(kernel, precision, memory)
  const place = placer(memory)
  const { frame, arrays } = writeFrame(kernel, start, place)
  const room = 10 * steps * (last + padding)
  const lists = kernel.events.map(() => place.array(Int32Array, Array(room).fill(0)))
  const elements = list ? place.array(Int32Array, list).byteOffset : 0
  call(`${kernel.name}_link`)?.(frame)
  for (let k = step; k < step + steps; k++) {
    call(kernel.name)?.(frame, k, first, last, elements, ...lists.map((l) => l.byteOffset))
  }
  const appended = lists.map((l) => [...l.slice(1, 1 + (l[0] ?? 0))])
  return {
    arrays: Object.fromEntries([...arrays].map(([name, values]) => [name, [...values]])),
    events: Object.fromEntries(kernel.events.map((event, k) => [event, appended[k] ?? []])),
  }
}

/** Places everything the kernel reads or writes, and the frame that says where. */
function writeFrame(kernel: Kernel, start: Start, { memory, room, array }: Placer) {
  const { precision = 'f64', dt = 0.1, seed = 1 } = start
  const layout = frameOf(kernel)
  const frame = room(layout.bytes)
  const view = new DataView(memory.buffer)
  const address = (offset: number, { byteOffset }: Placed) =>
    view.setInt32(frame + offset, byteOffset, true)
  view.setFloat64(frame + frameHeader.dt, dt, true)
  view.setInt32(frame + frameHeader.seed, seed | 0, true)
  address(frameHeader.source, array(Int32Array, start.source ?? []))
  address(frameHeader.target, array(Int32Array, start.target ?? []))
  for (const [name, offset] of layout.shared) {
    view.setFloat64(frame + offset, start.shared?.[name] ?? 0, true)
  }
  const arrays = new Map<string, Placed>()
  for (const [name, offset] of layout.addresses) {
    const type = kernel.buffers.find((buffer) => buffer.name === name)?.type
    const real = precision === 'f64' ? Float64Array : Float32Array
    const placed = array(type === 'real' ? real : Int32Array, start.arrays?.[name] ?? [])
    address(offset, placed)
    arrays.set(name, placed)
  }
  return { frame, arrays }
}

type Exported = (...args: readonly number[]) => void

function instantiate(kernel: Kernel, precision: Precision, memory: WebAssembly.Memory) {
  const functions = emitKernel(kernel, precision)
  const livn = { module: 'livn', name: 'memory', minimum: 1 }
  const bytes = encodeModule({ title: '', memory: livn, imports: [], functions })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { livn: { memory } })
  return (name: string): Exported | undefined => {
    const found = exports[name]
    return typeof found === 'function' ? (...args) => void found(...args) : undefined
  }
}

type Placed = Float64Array | Float32Array | Int32Array

interface Placer {
  readonly memory: WebAssembly.Memory
  readonly room: (bytes: number) => number
  readonly array: (kind: Kind, values: readonly number[]) => Placed
}

type Kind = Float64ArrayConstructor | Float32ArrayConstructor | Int32ArrayConstructor

/** Hands out memory from the second page on, in multiples of 64 bytes; arrays get spare elements at their end. */
function placer(memory: WebAssembly.Memory): Placer {
  let next = page
  const room = (bytes: number): number => {
    const start = next
    next += Math.ceil(bytes / 64) * 64 + 64
    return start
  }
  const array = (kind: Kind, values: readonly number[]) => {
    const start = room((values.length + padding) * kind.BYTES_PER_ELEMENT)
    const placed = new kind(memory.buffer, start, values.length)
    placed.set(values)
    return placed
  }
  return { memory, room, array }
}
