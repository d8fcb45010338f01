/** The devices by name, and the language each of them executes. */
import type { Precision } from '../../compiler/emit/target.ts'
import { UsageError } from '../../compiler/usage-error.ts'
import type { Device } from './device.ts'
import { openInterpreter } from './interpreter.ts'
import { openJs } from './js.ts'
import { openWasm } from './wasm.ts'

export interface DeviceKind {
  readonly name: string
  /** The target whose artifacts it binds; the interpreter takes the kernels of any. */
  readonly target: string
  /** Can it work where we are? */
  readonly isAvailable: () => boolean
  /** `bytes` says how much memory to reserve, where the device must know beforehand. */
  readonly open: (precision: Precision, bytes?: number) => Device
}

/** Best first. */
export const devices: readonly DeviceKind[] = [
  {
    name: 'wasm',
    target: 'wasm',
    isAvailable: hasVectors,
    open: (precision, bytes) => openWasm(precision, bytes === undefined ? {} : { bytes }),
  },
  { name: 'js', target: 'js', isAvailable: () => true, open: openJs },
  { name: 'interpreter', target: 'js', isAvailable: () => true, open: openInterpreter },
]

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
