/** What a target is, and the artifact it makes of kernels. */
import type { Kernel } from '../ir/kernel.ts'

export type Precision = 'f64' | 'f32'

export interface EmitOptions {
  readonly precision: Precision
  /** Comment in the first line of the code: `LIF · exact — from models/neurons/lif.livn`. */
  readonly title: string
  /** The largest size in pages of a memory that workers share; absent where memory is not shared. */
  readonly sharedMaximum?: number
}

/** Code for a list of kernels, together in one module. */
export interface Artifact {
  readonly target: string
  readonly precision: Precision
  readonly kernels: readonly Kernel[]
  /** Readable: the source itself, or a listing where the code is binary. */
  readonly text: string
  /** What a device loads: the source text, or the bytes of a module. */
  readonly code: string | Uint8Array
}

/** A language we emit. */
export interface Target {
  readonly name: string
  /** Of its arithmetic; the one it is best at first. */
  readonly precisions: readonly Precision[]
  readonly emit: (kernels: readonly Kernel[], options: EmitOptions) => Artifact
}
