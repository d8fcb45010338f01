/** Short spellings for kernels and their parts, for tests that build them in code. */
import { apply, type Expr, number, read } from '../../compiler/ir/expr.ts'
import type { Buffer, Extent, Kernel, Let, Statement } from '../../compiler/ir/kernel.ts'
import type { Op } from '../../compiler/ir/ops.ts'

/** `call('add', 'v', 1)`: strings are reads, numbers are numbers. */
export function call(op: Op, ...args: readonly (Expr | string | number)[]): Expr {
  return apply(op, ...args.map(expr))
}

export function expr(value: Expr | string | number): Expr {
  if (typeof value === 'string') return read(value)
  return typeof value === 'number' ? number(value) : value
}

export const letBe = (name: string, value: Expr | string | number): Let => ({
  kind: 'let',
  name,
  value: expr(value),
})

export const store = (buffer: string, value: Expr | string | number): Statement => ({
  kind: 'store',
  buffer,
  value: expr(value),
})

export const addTo = (buffer: string, value: Expr | string | number): Statement => ({
  kind: 'add',
  buffer,
  value: expr(value),
})

export const when = (
  condition: Expr,
  then: readonly Statement[],
  otherwise: readonly Statement[] = [],
): Statement => ({ kind: 'when', condition, then, otherwise })

export const spike = (event = 'spike'): Statement => ({ kind: 'spike', event })

type BufferParts = Partial<Omit<Buffer, 'name' | 'access' | 'extent'>>

export const shared = (name: string, parts: BufferParts = {}): Buffer => ({
  ...buffer(name, 'shared', 'read'),
  changes: 'link',
  ...parts,
})

export const reads = (
  name: string,
  extent: Extent = 'element',
  parts: BufferParts = {},
): Buffer => ({
  ...buffer(name, extent, 'read'),
  ...parts,
})

export const keeps = (
  name: string,
  extent: Extent = 'element',
  parts: BufferParts = {},
): Buffer => ({
  ...buffer(name, extent, 'write'),
  ...parts,
})

function buffer(name: string, extent: Extent, access: Buffer['access']): Buffer {
  return { name, extent, access, type: 'real', changes: 'step', unit: '1' }
}

export const kernel = (parts: Partial<Kernel>): Kernel => ({
  name: 'step',
  title: '',
  domain: 'cells',
  buffers: [],
  link: [],
  once: [],
  each: [],
  events: [],
  ...parts,
})
