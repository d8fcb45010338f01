/** The shape of a row in the operation tables. */

/**
 * What follows the opcode in the binary. `memory` is an offset from the address (alignment comes
 * from the row), `shuffle` is sixteen lane numbers.
 */
export type ImmediateKind =
  | 'local'
  | 'label'
  | 'function'
  | 'memory'
  | 'i32'
  | 'i64'
  | 'f32'
  | 'f64'
  | 'v128'
  | 'lane'
  | 'shuffle'
  | 'zero'

export interface Operation {
  /** 0 for one-byte opcodes, else 0xfc (saturating, bulk memory), 0xfd (vectors) or 0xfe (atomic). */
  readonly prefix: number
  readonly opcode: number
  /** Operands and result, one letter each: i = i32, l = i64, f = f32, d = f64, v = v128, * = any. */
  readonly signature: string
  readonly immediates: readonly ImmediateKind[]
  /** Bytes a memory operation touches, which is also the alignment it declares; 0 elsewhere. */
  readonly width: number
}

const row =
  (prefix: number, immediates: readonly ImmediateKind[] = []) =>
  (opcode: number, signature: string): Operation => ({
    prefix,
    opcode,
    signature,
    immediates,
    width: 0,
  })

const memoryRow =
  (prefix: number, immediates: readonly ImmediateKind[] = ['memory']) =>
  (opcode: number, signature: string, width: number): Operation => ({
    prefix,
    opcode,
    signature,
    immediates,
    width,
  })

export const scalar = row(0)
export const scalarMemory = memoryRow(0)
export const scalarWith = (immediates: readonly ImmediateKind[]) => row(0, immediates)
export const extended = row(0xfc)
export const extendedWith = (immediates: readonly ImmediateKind[]) => row(0xfc, immediates)
export const simd = row(0xfd)
export const simdMemory = memoryRow(0xfd)
export const simdLaneMemory = memoryRow(0xfd, ['memory', 'lane'])
export const simdWith = (immediates: readonly ImmediateKind[]) => row(0xfd, immediates)
export const atomic = memoryRow(0xfe)
