/** The devices by name, and the language each of them executes. */
import type { Precision } from '../../compiler/emit/target.ts'
import { UsageError } from '../../compiler/usage-error.ts'
import type { Device } from './device.ts'
import { findGpuJs, openGpuJs } from './gpujs.ts'
import { openInterpreter } from './interpreter.ts'
import { openJs } from './js.ts'
import { openWasm, sharedMemory } from './wasm.ts'
import { openWebgpu } from './webgpu/webgpu.ts'

export interface DeviceKind {
  readonly name: string
  /** The target whose artifacts it binds; the interpreter takes the kernels of any. */
  readonly target: string
  /** Can it work where we are? */
  readonly isAvailable: () => boolean
  /** Kernels run elsewhere, and in schedules only. */
  readonly isRemote?: true
  /** Of its arithmetic; the one it is best at first. */
  readonly precisions: readonly Precision[]
  readonly open: (precision: Precision, options?: OpenOptions) => Device
  /** How many threads can share the work here. */
  readonly mostWorkers: () => number
}

export interface OpenOptions {
  /** How much memory to reserve, where the device must know beforehand. */
  readonly bytes?: number
  /** Threads that will share the work. */
  readonly workers?: number
}

const both: readonly Precision[] = ['f64', 'f32']

const alone = (): number => 1

/** Best first. */
export const devices: readonly DeviceKind[] = [
  {
    name: 'wasm',
    target: 'wasm',
    isAvailable: hasVectors,
    precisions: both,
    open: openWasmFor,
    mostWorkers: () => (typeof SharedArrayBuffer === 'undefined' ? 1 : 64),
  },
  {
    name: 'js',
    target: 'js',
    isAvailable: () => true,
    precisions: both,
    open: openJs,
    mostWorkers: alone,
  },
  {
    name: 'interpreter',
    target: 'js',
    isAvailable: () => true,
    precisions: both,
    open: openInterpreter,
    mostWorkers: alone,
  },
  {
    name: 'webgpu',
    target: 'wgsl',
    // Whether there is a card turns out when it is opened, which takes a while.
    isAvailable: () => true,
    isRemote: true,
    precisions: ['f32'],
    open: openWebgpu,
    mostWorkers: alone,
  },
  {
    name: 'gpujs',
    target: 'gpujs',
    isAvailable: () => findGpuJs() !== undefined,
    precisions: ['f32'],
    open: openGpuJs,
    mostWorkers: alone,
  },
]

function openWasmFor(precision: Precision, { bytes, workers = 1 }: OpenOptions = {}): Device {
  const memory = workers > 1 ? sharedMemory(bytes ?? 2 ** 30) : undefined
  if (memory) return openWasm(precision, { memory })
  return openWasm(precision, bytes === undefined ? {} : { bytes })
}

/** The device of a name; without one, the best that works here. */
export function chooseDevice(name?: string): DeviceKind {
  const chosen = devices.find((kind) =>
    name === undefined ? kind.isAvailable() : kind.name === name,
  )
  if (!chosen) {
    const known = devices.map((kind) => kind.name).join(', ')
    throw new UsageError(`There is no device ${name}. There are ${known}.`)
  }
  if (!chosen.isAvailable()) throw new UsageError(`The device ${name} does not work here.`)
  return chosen
}

/** A module whose one function makes a vector: valid where 128-bit vectors are. */
const vectorModule = 'AGFzbQEAAAABBQFgAAF7AwIBAAoKAQgAQQD9D/1iCw=='

function hasVectors(): boolean {
  if (typeof WebAssembly !== 'object') return false
  return WebAssembly.validate(Uint8Array.from(atob(vectorModule), (letter) => letter.charCodeAt(0)))
}
