/** How arrays are loaded and stored: several cells at once, or one element in every lane. */
import type { BufferType } from '../../ir/kernel.ts'
import type { Instruction, Plain } from './instruction.ts'
import { i32, load, plain, store } from './instruction.ts'
import type { Lanes } from './lanes.ts'

export interface Access {
  /** Booleans come as masks, whole numbers as 32-bit words; `beyond` is a number of bytes added to the address. */
  readonly load: (address: Instruction, beyond?: number) => Plain
  readonly store: (address: Instruction, value: Instruction, beyond?: number) => Instruction
}

export const widthOf = (lanes: Lanes, type: BufferType): 4 | 8 =>
  type === 'real' ? lanes.bytes : 4

/** Bytes from the start of an array to an element. */
export const byteOffset = (index: Instruction, bytes: 4 | 8): Plain =>
  plain('i32.shl', [index, i32(bytes === 8 ? 3 : 2)])

/** As many cells as there are lanes; an address is that of the first. */
export function vectorAccess(lanes: Lanes, type: BufferType): Access {
  const full: Access = {
    load: (address, beyond) => load('v128.load', address, beyond),
    store: (address, value, beyond) => store('v128.store', address, value, beyond),
  }
  const half: Access = {
    load: (address, beyond) => load('v128.load64_zero', address, beyond),
    store: (address, value, beyond = 0) =>
      plain('v128.store64_lane', [address, value], [beyond, 0]),
  }
  if (type === 'real' || (type === 'single' && lanes.precision === 'f32')) return full
  if (type === 'single') return widened(half)
  const words = lanes.precision === 'f64' ? half : full
  return type === 'integer' ? words : asBooleans(lanes, words)
}

/** One element: loaded into every lane, stored from the first. */
export function singleAccess(lanes: Lanes, type: BufferType): Access {
  const word: Access = {
    load: (address) => load('v128.load32_splat', address),
    store: (address, value) => plain('v128.store32_lane', [address, value], [0, 0]),
  }
  if (type === 'integer') return word
  if (type === 'boolean') return asBooleans(lanes, word)
  if (lanes.precision === 'f32') return word
  if (type === 'single') return widened(word)
  return {
    load: (address) => load('v128.load64_splat', address),
    store: (address, value) => plain('v128.store64_lane', [address, value], [0, 0]),
  }
}

/** Numbers of half the width, which nobody writes. */
const widened = (narrow: Access): Access => ({
  load: (address, beyond) => plain('f64x2.promote_low_f32x4', [narrow.load(address, beyond)]),
  store: narrow.store,
})

/** 0 and 1 in memory, masks in lanes. */
function asBooleans(lanes: Lanes, words: Access): Access {
  const wide = lanes.precision === 'f64'
  const widen = (x: Plain): Plain => (wide ? plain('i64x2.extend_low_i32x4_u', [x]) : x)
  const one = (): Plain => lanes.draft.constant({ shape: 'i32x4', lanes: [1, 1, 1, 1] })
  return {
    load: (address, beyond) =>
      plain(wide ? 'i64x2.neg' : 'i32x4.neg', [widen(words.load(address, beyond))]),
    store: (address, value, beyond) =>
      words.store(address, plain('v128.and', [maskOfWords(lanes, value), one()]), beyond),
  }
}

/** A mask of lanes as a mask of 32-bit words, which in f64 are half as wide. */
export function maskOfWords(lanes: Lanes, mask: Instruction): Instruction {
  if (lanes.precision === 'f32') return mask
  const kept = lanes.keep('mask', mask)
  return plain('i8x16.shuffle', [kept, kept], [0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11])
}
