/** exp, expm1 and exprel without tables or branches: they carry most of the cost of a Hodgkin–Huxley step. */
import { get, type Instruction, type Plain, set } from '../instruction.ts'
import type { Lanes } from '../lanes.ts'
import { expTail, tanhRatio } from './coefficients.ts'
import { evenOdd, horner, monic } from './evaluate.ts'

/**
 * ln 2 in two parts: the first has so few bits that its product with the exponent is exact.
 * `highest` is where the exponent first overflows, `lowest` where the scale below is the bit pattern 0.
 */
export const exponent = {
  f64: {
    log2High: 0.6931471803691238,
    log2Low: 1.9082149292705877e-10,
    highest: 709.9,
    lowest: -708.3,
  },
  f32: { log2High: 0.693359375, log2Low: -2.1219444e-4, highest: 88.8, lowest: -87.2 },
} as const

export interface Reduced {
  /** x - k ln 2, rounded; its exact part and what was taken from that. */
  readonly r: Plain
  readonly high: Plain
  readonly low: Plain
  /** 2^(k - spare). */
  readonly scale: Plain
}

/** Keeps 2^k within the exponents there are. A NaN stays. */
export function bounded(lanes: Lanes, x: Instruction): Plain {
  const { highest, lowest } = exponent[lanes.precision]
  const below = lanes.lower(x, lanes.constant(highest))
  return lanes.keep('bounded', lanes.raise(below, lanes.constant(lowest)))
}

/**
 * x = k ln 2 + r with |r| ≤ ln 2 / 2. Adding 1.5·2^52 rounds x / ln 2 to a whole number and leaves it in the
 * low bits, here with the bias that makes it an exponent; one shift turns them into 2^(k - spare).
 * The largest results are 2^1024 times less than one, so one power of two is spared until the end.
 */
export function reduce(lanes: Lanes, x: Instruction, spare = 1): Reduced {
  const { keep, add, sub, mul, constant, shiftLeft, mantissa, bias, precision } = lanes
  const { log2High, log2Low } = exponent[precision]
  const rounder = constant(1.5 * 2 ** mantissa + bias - spare)
  const shifted = keep('shifted', add(mul(x, constant(Math.LOG2E)), rounder))
  const k = keep('k', sub(shifted, rounder))
  const high = keep('high', sub(x, mul(k, constant(log2High))))
  const low = keep('low', mul(k, constant(log2Low)))
  const r = keep('r', sub(high, low))
  return { r, high, low, scale: shiftLeft(shifted, mantissa) }
}

/**
 * e^r · scale · carried, where the coefficients carry a power of two. The last two steps are Horner's: there the
 * large terms meet, and splitting them as well would double the error.
 */
export function scaledExp(lanes: Lanes, { r, scale }: Reduced, carried = 2): Plain {
  const { add, mul, constant, precision } = lanes
  const tail = expTail[precision].map((c) => carried * c)
  const inner = add(mul(evenOdd(lanes, tail, r), r), constant(carried))
  return mul(add(mul(inner, r), constant(carried)), scale)
}

/** e^x. Results below 3.1e-308 (f32: 1.7e-38) are 0. */
export function exp(lanes: Lanes, x: Instruction): Plain {
  return scaledExp(lanes, reduce(lanes, bounded(lanes, x)))
}

/**
 * (e^x - 1) / 2^spare. The exact parts (scale - 2^-spare and scale · high) are added first, everything rounded
 * is in the small rest.
 */
export function scaledExpm1(lanes: Lanes, x: Instruction, spare = 1): Plain {
  const { keep, add, sub, mul, constant, precision } = lanes
  const reduced = reduce(lanes, x, spare)
  const { r, high, low } = reduced
  const scale = keep('scale', reduced.scale)
  const tail = evenOdd(lanes, expTail[precision], r)
  const rest = sub(mul(keep('rr', mul(r, r)), tail), low)
  const exact = add(sub(scale, constant(2 ** -spare)), mul(scale, high))
  return keep('part', add(exact, mul(scale, rest)))
}

/** e^x - 1, accurate for small x. */
export function expm1(lanes: Lanes, x: Instruction): Plain {
  const half = scaledExpm1(lanes, bounded(lanes, x))
  return lanes.add(half, half)
}

/** Added to an argument that is 0 or next to it, where it changes no quotient; nothing but its own negative it makes 0. */
const trace = 1.7 * 2 ** -100

/** x and e^x - 1, for their quotients, of which those of 0 are exactly 1. */
function relative(lanes: Lanes, x: Instruction): { readonly x: Plain; readonly growth: Plain } {
  const { keep, add, lower, raise, constant, precision } = lanes
  const { highest, lowest } = exponent[precision]
  const nonzero = keep('nonzero', add(lower(x, constant(highest)), constant(trace)))
  const half = scaledExpm1(lanes, keep('bounded', raise(nonzero, constant(lowest))))
  return { x: nonzero, growth: add(half, half) }
}

/** (e^x - 1) / x. Where a shortcut is open, lanes whose argument is not small are reported to it instead. */
export function exprel(lanes: Lanes, argument: Instruction): Plain {
  const { shortcut, draft, keep, add, gt, or, abs, constant } = lanes
  if (!shortcut?.isOpen) {
    const { x, growth } = relative(lanes, argument)
    return lanes.div(growth, x)
  }
  const x = keep('x', argument)
  const isFar = gt(abs(add(x, constant(middle))), constant(reach))
  draft.push(set(shortcut.far, or(get(shortcut.far), isFar)))
  return nearExprel(lanes, x)
}

/**
 * The quotient below holds within 4 ln 2, but loses digits above 0, so it is taken from there to ln 2. Down to half as
 * far, spiking Hodgkin–Huxley cells leave the shortcut so often that a COBAHH step takes a quarter longer.
 */
const middle = 1.5 * Math.LN2
const reach = 2.5 * Math.LN2

/**
 * Of small arguments, which gates and membranes have in all but a few steps: 2t / (1 - xt) with t = tanh(x/2) / x.
 * Half of the operations of a polynomial and its doublings, for one division: a third of a membrane's step, 7 % of a
 * Hodgkin–Huxley step. Within 3 ulp, where the argument is above 0 within 3 e^x, which is 6.
 */
function nearExprel(lanes: Lanes, x: Plain): Plain {
  const { keep, add, sub, mul, div, precision } = lanes
  const { over, under } = tanhRatio[precision]
  const xx = keep('xx', mul(x, x))
  const upper = keep('over', horner(lanes, over, xx))
  return div(add(upper, upper), sub(monic(lanes, under, xx), mul(x, upper)))
}

/** x / (e^x - 1), as rate functions have it: one division instead of two. */
export function exprelInverse(lanes: Lanes, argument: Instruction): Plain {
  const { x, growth } = relative(lanes, argument)
  return lanes.div(x, growth)
}
