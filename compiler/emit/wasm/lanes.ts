/** One vocabulary for two f64 lanes and four f32 lanes, so that every function is written once. */
import type { Expr } from '../../ir/expr.ts'
import type { Precision } from '../target.ts'
import type { Draft } from './draft.ts'
import type { Instruction, Local, Plain, Vector } from './instruction.ts'
import { i32, plain } from './instruction.ts'
import type { OperationName } from './operations.ts'

type Unary = (x: Instruction) => Plain
type Binary = (x: Instruction, y: Instruction) => Plain
type Shift = (x: Instruction, bits: number) => Plain

/** While it is open, functions compute for usual arguments only, and mark the lanes of all others. */
export interface Shortcut {
  readonly far: Local
  /** Is this argument usually within it? */
  readonly isFor: (argument: Expr) => boolean
  isOpen: boolean
}

export interface Lanes {
  readonly precision: Precision
  readonly count: 2 | 4
  readonly bytes: 8 | 4
  /** Bits of the stored mantissa, bias of the exponent. */
  readonly mantissa: 52 | 23
  readonly bias: 1023 | 127
  readonly draft: Draft
  /** Present where functions may take a shortcut for usual arguments. */
  readonly shortcut?: Shortcut
  readonly keep: (name: string, value: Instruction) => Plain
  /** The same number, or the same bits, in all lanes. */
  readonly constant: (value: number) => Plain
  readonly bits: (value: bigint) => Plain
  readonly add: Binary
  readonly sub: Binary
  readonly mul: Binary
  readonly div: Binary
  /** Math.min and Math.max: NaN if either is, -0 below +0. Several instructions on x86. */
  readonly min: Binary
  readonly max: Binary
  /** `y < x ? y : x` and `x < y ? y : x`: one instruction, and a NaN in x stays. */
  readonly lower: Binary
  readonly raise: Binary
  readonly sqrt: Unary
  readonly abs: Unary
  readonly neg: Unary
  readonly floor: Unary
  readonly ceil: Unary
  readonly trunc: Unary
  readonly eq: Binary
  readonly ne: Binary
  readonly lt: Binary
  readonly le: Binary
  readonly gt: Binary
  readonly ge: Binary
  readonly and: Binary
  readonly or: Binary
  readonly xor: Binary
  /** x without the bits of y. */
  readonly without: Binary
  readonly not: Unary
  /** Lane by lane: x where the mask is set, else y. */
  readonly choose: (mask: Instruction, x: Instruction, y: Instruction) => Plain
  /** Whole-number operations on the bits of a lane. */
  readonly addBits: Binary
  readonly subBits: Binary
  readonly shiftLeft: Shift
  readonly shiftRight: Shift
}

export function createLanes(draft: Draft, precision: Precision): Lanes {
  const isWide = precision === 'f64'
  const shape = isWide ? 'f64x2' : 'f32x4'
  const whole = isWide ? 'i64x2' : 'i32x4'
  return {
    precision,
    count: isWide ? 2 : 4,
    bytes: isWide ? 8 : 4,
    mantissa: isWide ? 52 : 23,
    bias: isWide ? 1023 : 127,
    draft,
    keep: (name, value) => draft.keep(name, value),
    constant: onceEach((value: number) => draft.constant(sameNumber(shape, value))),
    bits: onceEach((value: bigint) => draft.constant(sameBits(whole, value))),
    ...arithmeticOf(shape),
    ...comparisonsOf(shape),
    ...masks,
    ...bitsOf(whole),
  }
}

/** Polynomials ask for the same constants over and over. A map would take -0 for 0. */
function onceEach<T>(make: (value: T) => Plain): (value: T) => Plain {
  const known = new Map<T, Plain>()
  return (value) => {
    const found = Object.is(value, -0) ? undefined : known.get(value)
    if (found) return found
    const made = make(value)
    if (!Object.is(value, -0)) known.set(value, made)
    return made
  }
}

const unary =
  (op: OperationName): Unary =>
  (x) =>
    plain(op, [x])

const binary =
  (op: OperationName): Binary =>
  (x, y) =>
    plain(op, [x, y])

const shift =
  (op: OperationName): Shift =>
  (x, bits) =>
    plain(op, [x, i32(bits)])

const arithmeticOf = (shape: 'f64x2' | 'f32x4') => ({
  add: binary(`${shape}.add`),
  sub: binary(`${shape}.sub`),
  mul: binary(`${shape}.mul`),
  div: binary(`${shape}.div`),
  min: binary(`${shape}.min`),
  max: binary(`${shape}.max`),
  lower: binary(`${shape}.pmin`),
  raise: binary(`${shape}.pmax`),
  sqrt: unary(`${shape}.sqrt`),
  abs: unary(`${shape}.abs`),
  neg: unary(`${shape}.neg`),
  floor: unary(`${shape}.floor`),
  ceil: unary(`${shape}.ceil`),
  trunc: unary(`${shape}.trunc`),
})

const comparisonsOf = (shape: 'f64x2' | 'f32x4') => ({
  eq: binary(`${shape}.eq`),
  ne: binary(`${shape}.ne`),
  lt: binary(`${shape}.lt`),
  le: binary(`${shape}.le`),
  gt: binary(`${shape}.gt`),
  ge: binary(`${shape}.ge`),
})

const masks = {
  and: binary('v128.and'),
  or: binary('v128.or'),
  xor: binary('v128.xor'),
  without: binary('v128.andnot'),
  not: unary('v128.not'),
  choose: (mask: Instruction, x: Instruction, y: Instruction) =>
    plain('v128.bitselect', [x, y, mask]),
}

const bitsOf = (whole: 'i64x2' | 'i32x4') => ({
  addBits: binary(`${whole}.add`),
  subBits: binary(`${whole}.sub`),
  shiftLeft: shift(`${whole}.shl`),
  shiftRight: shift(`${whole}.shr_u`),
})

const sameNumber = (shape: 'f64x2' | 'f32x4', value: number): Vector =>
  shape === 'f64x2'
    ? { shape, lanes: [value, value] }
    : { shape, lanes: Array(4).fill(Math.fround(value)) }

const sameBits = (shape: 'i64x2' | 'i32x4', value: bigint): Vector =>
  shape === 'i64x2'
    ? { shape, lanes: [value, value] }
    : { shape, lanes: Array(4).fill(Number(BigInt.asIntN(32, value))) }

/** 32-bit whole numbers as numbers; of f64 lanes there are two, from the first two words. */
export const toReal = (lanes: Lanes, words: Instruction): Plain =>
  plain(lanes.precision === 'f64' ? 'f64x2.convert_low_i32x4_s' : 'f32x4.convert_i32x4_s', [words])

/** Numbers as 32-bit whole numbers, cut off. */
export const toWords = (lanes: Lanes, x: Instruction): Plain =>
  plain(lanes.precision === 'f64' ? 'i32x4.trunc_sat_f64x2_s_zero' : 'i32x4.trunc_sat_f32x4_s', [x])
