/** A WebAssembly module as a value: what it imports, the functions it defines, what it exports. */
import type { Callee, Instruction, Local, ValueType } from './instruction.ts'

export interface WasmFunction extends Callee {
  readonly written: () => Written
  /** Seen from outside under its name. */
  readonly exported: boolean
  /** One line for readers of the listing. */
  readonly title: string
}

/** What a function does. */
export interface Written {
  /** Parameters first, then the function's own variables. */
  readonly locals: readonly Local[]
  readonly body: readonly Instruction[]
}

export interface ImportedFunction extends Callee {
  readonly module: string
}

/** Another name under which a function of the module is seen from outside. */
export interface Alias {
  readonly name: string
  readonly of: string
}

/** The one memory, made by the host. */
export interface ImportedMemory {
  readonly module: string
  readonly name: string
  /** In pages of 64 KiB. */
  readonly minimum: number
  /** Present where workers share the memory. */
  readonly sharedMaximum?: number
}

export interface WasmModule {
  readonly title: string
  readonly memory: ImportedMemory
  readonly imports: readonly ImportedFunction[]
  readonly functions: readonly WasmFunction[]
  readonly aliases?: readonly Alias[]
}

/** A function type as text, which is also how equal types are found. */
export const typeKey = (parameters: readonly ValueType[], results: readonly ValueType[]): string =>
  `${parameters.join(' ')} -> ${results.join(' ')}`
