/** The devices by name, and the language each of them executes. */
import type { Precision } from '../../compiler/emit/target.ts'
import type { Device } from './device.ts'
import { openInterpreter } from './interpreter.ts'
import { openJs } from './js.ts'

export interface DeviceKind {
  readonly name: string
  /** The target whose artifacts it binds; the interpreter takes the kernels of any. */
  readonly target: string
  /** Can it work where we are? */
  readonly isAvailable: () => boolean
  readonly open: (precision: Precision) => Device
}

export const devices: readonly DeviceKind[] = [
  { name: 'js', target: 'js', isAvailable: () => true, open: openJs },
  { name: 'interpreter', target: 'js', isAvailable: () => true, open: openInterpreter },
]
