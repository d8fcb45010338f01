/** The counter-based generator of ir/random.ts in vector lanes: uniform and normal numbers for several cells at once. */
import type { Instruction, Plain } from './instruction.ts'
import { i32, plain } from './instruction.ts'
import type { Lanes } from './lanes.ts'
import { halfTurnTail } from './polynomials/coefficients.ts'
import { evenOdd } from './polynomials/evaluate.ts'
import { logOfNormal } from './polynomials/logarithm.ts'

/** Threefry2x32 with 13 rounds (Salmon et al. 2011). */
const rotations = [13, 15, 26, 6, 17, 29, 16, 24] as const
const rounds = 13
const parity = 0x1bd11bda

/** What a number depends on: 32-bit words, one per lane of an i32x4. In f64 the first two lanes count. */
export interface Key {
  readonly seed: Instruction
  readonly stream: Instruction
  readonly cell: Instruction
  readonly step: Instruction
}

/** Words or whole numbers of eight cells: of four and the next four. */
export interface Eight {
  readonly low: Plain
  readonly high: Plain
}

/** The two random words of every lane. */
export interface Words {
  readonly first: Plain
  readonly second: Plain
}

/** The same 32 bits in four lanes. */
export const sameWord = ({ draft }: Lanes, value: number): Plain =>
  draft.constant({ shape: 'i32x4', lanes: Array(4).fill(value | 0) })

const words = (lanes: Lanes) => ({
  add: (x: Instruction, y: Instruction) => plain('i32x4.add', [x, y]),
  right: (x: Instruction, bits: number) => plain('i32x4.shr_u', [x, i32(bits)]),
  same: (value: number) => sameWord(lanes, value),
})

const rotate = (x: Plain, bits: number): Plain =>
  plain('v128.or', [plain('i32x4.shl', [x, i32(bits)]), plain('i32x4.shr_u', [x, i32(32 - bits)])])

/** Two words from key (seed, stream) and counter (cell, step). */
export function threefry(lanes: Lanes, key: Key): Words {
  const { keep, xor } = lanes
  const { add, same } = words(lanes)
  const seed = keep('seed', key.seed)
  const stream = keep('stream', key.stream)
  const third = keep('mixed', xor(xor(seed, stream), same(parity)))
  const keys = [seed, stream, third] as const
  const keyAt = (k: number): Plain => keys[k % 3] ?? seed
  let second = keep('x1', add(key.step, stream))
  // What all cells share is added up first, so that it is computed before the loop: a tenth of the work.
  let first = keep('x0', add(key.cell, keep('shared', add(seed, second))))
  for (let round = 0; round < rounds; round++) {
    if (round > 0) first = keep('x0', add(first, second))
    second = keep('x1', xor(rotate(second, rotations[round % 8] ?? 0), first))
    if (round % 4 !== 3) continue
    const turn = (round + 1) / 4
    first = keep('x0', add(first, keyAt(turn)))
    second = keep('x1', add(second, keep('shared', add(keyAt(turn + 1), same(turn)))))
  }
  return { first, second }
}

/** One word for each lane: cells 2k and 2k + 1 share a block of two. */
export function halfBlock(lanes: Lanes, key: Key): Plain {
  const { keep, and, choose } = lanes
  const { right, same } = words(lanes)
  const cell = keep('cell', key.cell)
  const { first, second } = threefry(lanes, { ...key, cell: keep('pair', right(cell, 1)) })
  const isOdd = plain('i32x4.neg', [and(cell, same(1))])
  return keep('word', choose(isOdd, second, first))
}

/** The same for eight cells in a row, of which four blocks are known. */
export function halfBlocksOfEight(lanes: Lanes, { first, second }: Words): Eight {
  const woven = (order: readonly number[]): Plain =>
    lanes.keep('word', plain('i8x16.shuffle', [first, second], order))
  return {
    low: woven([0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23]),
    high: woven([8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31]),
  }
}

/** What four lanes have for four cells, as two vectors of two f64 lanes want it: that of the last two. */
export function lastTwo({ draft }: Lanes, x: Plain): Plain {
  const kept = draft.keep('four', x)
  const order = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15]
  return draft.keep('last', plain('i8x16.shuffle', [kept, kept], order))
}

/** So many bits of a uniform number are those of its first word: in f32, all that it has. */
export const upperBits = { f64: 27, f32: 24 } as const

/** Those bits as a whole number. */
export const upperOf = (lanes: Lanes, { first }: Words): Plain =>
  words(lanes).right(first, 32 - upperBits[lanes.precision])

/** [0, 1): 53 bits in f64, exactly the numbers of `uniformAt`; the first 24 bits in f32. */
export function uniform(lanes: Lanes, drawn: Words): Plain {
  const { add, mul, constant, precision } = lanes
  const { right } = words(lanes)
  if (precision === 'f32') {
    return mul(plain('f32x4.convert_i32x4_s', [upperOf(lanes, drawn)]), constant(2 ** -24))
  }
  const high = plain('f64x2.convert_low_i32x4_s', [upperOf(lanes, drawn)])
  const low = plain('f64x2.convert_low_i32x4_s', [right(drawn.second, 6)])
  return mul(add(mul(high, constant(2 ** 26)), low), constant(2 ** -53))
}

/** Standard normal by Box and Muller: sqrt(-2 log u) cos(2π w) with u in (0, 1), w in [0, 1). */
export function normal(lanes: Lanes, { first, second }: Words): Plain {
  const { keep, mul, sqrt, constant } = lanes
  const u = keep('u', openUniform(lanes, first))
  const radius = keep('radius', sqrt(mul(constant(-2), logOfNormal(lanes, u))))
  return mul(radius, cosineOfTurns(lanes, second))
}

/** (x + 1/2) / 2^32. In f32 from the upper 31 bits, which keep the far tail; the largest are rounded to 1. */
function openUniform(lanes: Lanes, word: Plain): Plain {
  const { add, mul, constant, precision } = lanes
  if (precision === 'f64') {
    const x = plain('f64x2.convert_low_i32x4_u', [word])
    return mul(add(x, constant(0.5)), constant(2 ** -32))
  }
  const x = plain('f32x4.convert_i32x4_s', [words(lanes).right(word, 1)])
  return add(mul(x, constant(2 ** -31)), constant(2 ** -32))
}

/**
 * cos(2π x / 2^32) = sin(2π q / 2^32) with q = |x - 2^31| - 2^30, from -2^30 to 2^30: reduced without rounding,
 * and one polynomial on half a turn serves all quadrants.
 */
function cosineOfTurns(lanes: Lanes, word: Plain): Plain {
  const { keep, add, mul, xor, constant, precision } = lanes
  const { same } = words(lanes)
  const centred = plain('i32x4.abs', [xor(word, same(0x80000000))])
  const q = plain('i32x4.sub', [centred, same(0x40000000)])
  const op = precision === 'f64' ? 'f64x2.convert_low_i32x4_s' : 'f32x4.convert_i32x4_s'
  const r = keep('r', mul(plain(op, [q]), constant(Math.PI * 2 ** -31)))
  const z = keep('z', mul(r, r))
  return add(r, mul(mul(r, z), evenOdd(lanes, halfTurnTail[precision], z)))
}
