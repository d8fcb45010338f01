/** The frame of a kernel: where its arrays begin in memory, and its shared values, as words of 32 bits. */
import type { Buffer, Kernel } from '../../ir/kernel.ts'
import { type Expr, fold } from '../../ir/expr.ts'
import { rowOf, type ValueType } from '../../ir/ops.ts'
import { namesReadIn } from '../../ir/statements.ts'

/** Which part of memory an array is in: real numbers, whole numbers, or what many change at once. */
export type Heap = 'reals' | 'wholes' | 'tallies'

/** A word of the frame, in their order. */
export type Field =
  /** Where an array begins; of a sum, counted in pairs of words. */
  | { readonly kind: 'place'; readonly name: string; readonly heap: Heap; readonly note: string }
  /** Where the numbers of the source or target cells begin. */
  | { readonly kind: 'end'; readonly name: 'source' | 'target' }
  | {
      readonly kind: 'shared'
      readonly name: string
      readonly note: string
      readonly type: FieldType
    }
  | {
      readonly kind: 'link'
      readonly name: string
      readonly note: string
      readonly type: FieldType
    }

export type FieldType = 'f32' | 'u32'

/** What differs from step to step besides the number of the step. */
export interface Moment {
  readonly name: string
  readonly type: FieldType
}

/** Whether a buffer is a sum: many connections add to it at once, or it is marked as one. */
export function isSum({ extent, access, isSum: marked }: Buffer): boolean {
  const isOfCell = extent === 'source' || extent === 'target'
  return marked === true || (isOfCell && access === 'write')
}

export const heapOf = (buffer: Buffer): Heap => {
  if (isSum(buffer)) return 'tallies'
  return buffer.type === 'integer' || buffer.type === 'boolean' ? 'wholes' : 'reals'
}

export function needsEnd({ buffers, each }: Kernel, end: 'source' | 'target'): boolean {
  return buffers.some(({ extent }) => extent === end) || namesReadIn(each).has(end)
}

/** What the loop reads; the host works out what comes before it. */
export function fieldsOf(kernel: Kernel): readonly Field[] {
  const { buffers, link, domain } = kernel
  const used = namesReadIn(kernel.each)
  const types = typesIn(kernel)
  const typeOf = (name: string): FieldType => (types.get(name) === 'boolean' ? 'u32' : 'f32')
  const places = buffers
    .filter(({ extent }) => extent !== 'shared')
    .map((b): Field => ({ kind: 'place', name: b.name, heap: heapOf(b), note: noteOn(b) }))
  const ends = (['source', 'target'] as const)
    .filter((end) => domain === 'connections' && needsEnd(kernel, end))
    .map((name): Field => ({ kind: 'end', name }))
  const shared = buffers
    .filter(({ extent, name }) => extent === 'shared' && used.has(name))
    .map((b): Field => ({ kind: 'shared', name: b.name, note: noteOn(b), type: typeOf(b.name) }))
  const known = ['dt', 'seed']
    .filter((name) => used.has(name))
    .map((name): Field => {
      const [note, type] = name === 'dt' ? (['ms', 'f32'] as const) : (['1', 'u32'] as const)
      return { kind: 'shared', name, note, type }
    })
  const linked = link
    .filter(({ name }) => used.has(name))
    .map(({ name }): Field => ({ kind: 'link', name, note: '1', type: typeOf(name) }))
  return [...places, ...ends, ...shared, ...known, ...linked]
}

const noteOn = ({ type, unit }: Buffer): string =>
  type === 'real' || type === 'single' ? unit || '1' : type

/** `t`, and what is computed once per step: the host knows both better than a short float could. */
export function momentsOf(kernel: Kernel): readonly Moment[] {
  const types = typesIn(kernel)
  const used = namesReadIn(kernel.each)
  const once = kernel.once
    .filter(({ name }) => used.has(name))
    .map(({ name }): Moment => {
      return { name, type: types.get(name) === 'boolean' ? 'u32' : 'f32' }
    })
  return used.has('t') ? [{ name: 't', type: 'f32' }, ...once] : once
}

/** The type of every buffer and of every let outside of the loop. */
export function typesIn(kernel: Kernel): ReadonlyMap<string, ValueType> {
  const types = new Map<string, ValueType>(
    kernel.buffers.map(({ name, type }) => [name, type === 'boolean' ? 'boolean' : 'real']),
  )
  for (const { name, value } of [...kernel.link, ...kernel.once])
    types.set(name, typeOf(value, types))
  return types
}

export function typeOf(expr: Expr, types: ReadonlyMap<string, ValueType>): ValueType {
  return fold(expr, (e, args: readonly ValueType[]): ValueType => {
    if (e.kind === 'number') return 'real'
    if (e.kind === 'read') return types.get(e.name) ?? 'real'
    return e.op === 'select' ? (args[1] ?? 'real') : rowOf(e.op).result
  })
}
