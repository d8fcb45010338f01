/** What one WebAssembly instruction is: an operation, its immediates, and the instructions it takes its operands from. */
import type { OperationName } from './operations.ts'

export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128'

/** A variable of a function. Its index is its place among parameters and locals. */
export interface Local {
  readonly name: string
  readonly type: ValueType
  readonly index: number
  /** Written once, before it is read: a second name for it needs no second local. */
  readonly isFixed?: boolean
  /** Set where the local holds one constant from the first instruction on: what it shows as in the listing. */
  readonly constant?: string
}

/** A place `br` can go to: the end of its block, or the start of its loop. */
export interface Label {
  readonly kind: 'label'
  readonly name: string
}

/** A 128-bit constant, kept as the lanes it was written in. */
export type Vector =
  | { readonly shape: 'f64x2' | 'f32x4' | 'i32x4'; readonly lanes: readonly number[] }
  | { readonly shape: 'i64x2'; readonly lanes: readonly bigint[] }

/** Anything that can be called: an import or a function of the module. */
export interface Callee {
  readonly name: string
  readonly parameters: readonly ValueType[]
  readonly results: readonly ValueType[]
}

export type Immediate = number | bigint | Vector | Local | Label | Callee

/** The folded form of the text format: operands are nested, so an expression stays an expression. */
export interface Plain {
  readonly kind: 'plain'
  readonly op: OperationName
  readonly immediates: readonly Immediate[]
  readonly operands: readonly Instruction[]
}

export interface Block {
  readonly kind: 'block' | 'loop'
  readonly label: Label
  readonly body: readonly Instruction[]
}

export interface If {
  readonly kind: 'if'
  readonly condition: Instruction
  readonly body: readonly Instruction[]
  readonly otherwise: readonly Instruction[]
}

/** A stretch of code that stands for one operation, such as an inlined `exp`. It only groups. */
export interface Passage {
  readonly kind: 'passage'
  readonly name: string
  readonly inputs: readonly Local[]
  readonly result: Local
  readonly body: readonly Instruction[]
}

/** A remark for readers of the listing. It encodes to nothing. */
export interface Remark {
  readonly kind: 'remark'
  readonly text: string
}

export type Instruction = Plain | Block | If | Passage | Remark

export const plain = (
  op: OperationName,
  operands: readonly Instruction[] = [],
  immediates: readonly Immediate[] = [],
): Plain => ({ kind: 'plain', op, immediates, operands })

export const get = (local: Local): Plain => plain('local.get', [], [local])
export const set = (local: Local, value: Instruction): Plain => plain('local.set', [value], [local])
export const i32 = (value: number): Plain => plain('i32.const', [], [value])
export const f32 = (value: number): Plain => plain('f32.const', [], [value])
export const f64 = (value: number): Plain => plain('f64.const', [], [value])
export const vector = (value: Vector): Plain => plain('v128.const', [], [value])
export const branch = (label: Label): Plain => plain('br', [], [label])
export const branchIf = (label: Label, condition: Instruction): Plain =>
  plain('br_if', [condition], [label])

/** A load: the address plus a constant number of bytes. */
export const load = (op: OperationName, address: Instruction, offset = 0): Plain =>
  plain(op, [address], [offset])
export const store = (
  op: OperationName,
  address: Instruction,
  value: Instruction,
  offset = 0,
): Plain => plain(op, [address, value], [offset])
