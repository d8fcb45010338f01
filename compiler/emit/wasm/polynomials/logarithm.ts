/** log, log10 and log1p. */
import type { Instruction, Plain } from '../instruction.ts'
import type { Lanes } from '../lanes.ts'
import { logTail } from './coefficients.ts'
import { evenOdd } from './evaluate.ts'
import { exponent } from './exponential.ts'

/** Bit patterns of 1 and of sqrt(1/2), the mask of the mantissa, and how subnormals are made normal. */
const bitsOf = {
  f64: {
    one: 0x3ff0000000000000n,
    rootHalf: 0x3fe6a09e667f3bcdn,
    mantissa: 0x000fffffffffffffn,
    smallest: 2 ** -1022,
    lift: 54,
  },
  f32: {
    one: 0x3f800000n,
    rootHalf: 0x3f3504f3n,
    mantissa: 0x007fffffn,
    smallest: 2 ** -126,
    lift: 25,
  },
} as const

export interface Split {
  /** x = 2^k (1 + f), 1 + f in [sqrt(1/2), sqrt(2)). */
  readonly k: Plain
  readonly f: Plain
}

/** Splits a positive normal number. */
export function split(lanes: Lanes, x: Instruction): Split {
  const { keep, sub, or, and, addBits, shiftRight, bits, constant, mantissa, bias, precision } =
    lanes
  const { one, rootHalf, mantissa: mask } = bitsOf[precision]
  const moved = keep('moved', addBits(x, bits(one - rootHalf)))
  const whole = constant(2 ** mantissa)
  const k = sub(or(shiftRight(moved, mantissa), whole), constant(2 ** mantissa + bias))
  const m = addBits(and(moved, bits(mask)), bits(rootHalf))
  return { k: keep('k', k), f: keep('f', sub(m, constant(1))) }
}

/**
 * log(1 + f) = f - (f²/2 - s (f²/2 + z q(z))) with s = f / (2 + f), z = s²: the largest parts enter exactly.
 * `low` is added where it costs no accuracy.
 */
export function logOfSplit(lanes: Lanes, { k, f }: Split, low?: Instruction): Plain {
  const { add, sub, mul, constant, precision } = lanes
  const { log2High, log2Low } = exponent[precision]
  const rest = restOfLog(lanes, f)
  const small = mul(k, constant(log2Low))
  const tail = add(rest.product, low ? add(small, low) : small)
  return sub(mul(k, constant(log2High)), sub(sub(rest.halfSquare, tail), f))
}

function restOfLog(lanes: Lanes, f: Plain): { product: Plain; halfSquare: Plain } {
  const { keep, add, mul, div, constant, precision } = lanes
  const s = keep('s', div(f, add(f, constant(2))))
  const z = keep('z', mul(s, s))
  const halfSquare = keep('hff', mul(mul(f, f), constant(0.5)))
  const product = mul(s, add(halfSquare, mul(z, evenOdd(lanes, logTail[precision], z))))
  return { product, halfSquare }
}

/** The natural logarithm of a positive normal number, without the special cases. */
export const logOfNormal = (lanes: Lanes, x: Instruction): Plain =>
  logOfSplit(lanes, split(lanes, x))

/** Splits any positive number: subnormal ones are made normal first. */
export function splitAny(lanes: Lanes, x: Plain): Split {
  const { keep, sub, mul, and, lt, choose, constant, precision } = lanes
  const { smallest, lift } = bitsOf[precision]
  const small = keep('small', lt(x, constant(smallest)))
  const { k, f } = split(lanes, keep('normal', choose(small, mul(x, constant(2 ** lift)), x)))
  return { k: keep('k', sub(k, and(small, constant(lift)))), f }
}

/** log of infinity, zero and what is no positive number. `y` is the result elsewhere. */
function withEdges(lanes: Lanes, x: Plain, y: Instruction, zeroAt = 0): Plain {
  const { or, not, eq, ge, choose, constant } = lanes
  const finite = choose(eq(x, constant(Infinity)), x, y)
  const defined = choose(eq(x, constant(zeroAt)), constant(-Infinity), finite)
  return or(defined, not(ge(x, constant(zeroAt))))
}

export function log(lanes: Lanes, argument: Instruction): Plain {
  const x = lanes.keep('x', argument)
  return withEdges(lanes, x, logOfSplit(lanes, splitAny(lanes, x)))
}

/** log10(2) in two parts, the first exact when multiplied by an exponent. */
const log10Of2 = {
  f64: [0.30102999566361177, 3.694239077158931e-13],
  f32: [0.301025390625, 4.605038981195214e-6],
} as const

export function log10(lanes: Lanes, argument: Instruction): Plain {
  const { keep, add, sub, mul, constant, precision } = lanes
  const x = keep('x', argument)
  const { k, f } = splitAny(lanes, x)
  const { product, halfSquare } = restOfLog(lanes, f)
  const mantissa = sub(f, sub(halfSquare, product))
  const [high, low] = log10Of2[precision]
  const tail = add(mul(k, constant(low)), mul(mantissa, constant(Math.LOG10E)))
  return withEdges(lanes, x, add(mul(k, constant(high)), tail))
}

/** log(1 + x): what rounding 1 + x loses comes back as its share of the logarithm. */
export function log1p(lanes: Lanes, argument: Instruction): Plain {
  const { keep, add, sub, div, constant } = lanes
  const x = keep('x', argument)
  const one = constant(1)
  const sum = keep('sum', add(x, one))
  const kept = keep('kept', sub(sum, one))
  const lost = add(sub(one, sub(sum, kept)), sub(x, kept))
  return withEdges(lanes, x, logOfSplit(lanes, split(lanes, sum), div(lost, sum)), -1)
}
