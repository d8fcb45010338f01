/** sin, cos and tan. */
import type { Instruction, Plain } from '../instruction.ts'
import type { Lanes } from '../lanes.ts'
import { cosTail, sinTail } from './coefficients.ts'
import { evenOdd } from './evaluate.ts'
import { firstHalf, joined, secondHalf, wideLanes } from './widen.ts'

/** π/2 in parts of 33, 33 and 53 bits (Cody and Waite): products with up to 2^20 quarter turns are exact. */
const quarterTurn = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const

interface Turned {
  /** The angle less its quarter turns, |r| ≤ π/4, and what rounding took from it. */
  readonly r: Plain
  readonly low: Plain
  /** The number of quarter turns, in the low bits. */
  readonly quarters: Plain
}

/**
 * Accurate while the number of quarter turns is below 2^20 and gradually worse beyond. The bounds on r and low
 * keep a huge angle, which has no digits left, from leaving [-1, 1].
 */
function turned(lanes: Lanes, x: Instruction): Turned {
  const { keep, add, sub, mul, lower, raise, constant, mantissa } = lanes
  const [first, second, third] = quarterTurn
  const rounder = constant(1.5 * 2 ** mantissa)
  const quarters = keep('quarters', add(mul(x, constant(2 / Math.PI)), rounder))
  const n = keep('n', sub(quarters, rounder))
  const rough = keep('rough', sub(x, mul(n, constant(first))))
  const step = keep('step', mul(n, constant(second)))
  const finer = keep('finer', sub(rough, step))
  const missed = sub(sub(rough, finer), step)
  const fine = keep('fine', sub(mul(n, constant(third)), missed))
  const within = (value: Instruction, bound: number): Plain =>
    raise(lower(value, constant(bound)), constant(-bound))
  const r = keep('r', within(sub(finer, fine), 0.8))
  return { r, low: keep('low', within(sub(sub(finer, r), fine), 1e-9)), quarters }
}

/** Four f32 angles are reduced as twice two in f64, which is exact enough for any f32 angle up to 2^20 quarters. */
function turnedNarrow(lanes: Lanes, x: Instruction): Turned {
  const wide = wideLanes(lanes)
  const angle = lanes.keep('angle', x)
  const a = turned(wide, firstHalf(angle))
  const b = turned(wide, secondHalf(angle))
  const quarters = lanes.keep('quarters', joined(a.quarters, b.quarters, 'low words'))
  return { r: lanes.keep('r', joined(a.r, b.r, 'demoted')), low: lanes.constant(0), quarters }
}

interface SineAndCosine {
  readonly sine: Plain
  readonly cosine: Plain
}

/** Both at once: which one is wanted depends on the quadrant, and that differs from lane to lane. */
export function sineAndCosine(lanes: Lanes, r: Plain, low: Plain): SineAndCosine {
  const { keep, add, sub, mul, constant, precision } = lanes
  const z = keep('z', mul(r, r))
  const cube = keep('rz', mul(z, r))
  const [s1, ...rest] = sinTail[precision]
  const sineRest = sub(mul(low, constant(0.5)), mul(cube, evenOdd(lanes, rest, z)))
  const sine = sub(r, sub(sub(mul(z, sineRest), low), mul(cube, constant(s1))))
  const half = keep('hz', mul(z, constant(0.5)))
  const w = keep('w', sub(constant(1), half))
  const cosineRest = sub(mul(mul(z, z), evenOdd(lanes, cosTail[precision], z)), mul(r, low))
  const cosine = add(w, add(sub(sub(constant(1), w), half), cosineRest))
  return { sine: keep('sine', sine), cosine: keep('cosine', cosine) }
}

const reduceAngle = (lanes: Lanes, x: Instruction): Turned =>
  lanes.precision === 'f64' ? turned(lanes, x) : turnedNarrow(lanes, x)

/** All bits set where the number of quarter turns is odd. */
const odd = (lanes: Lanes, quarters: Instruction): Plain =>
  lanes.subBits(lanes.bits(0n), lanes.and(quarters, lanes.bits(1n)))

/** The value at `quarters` quarter turns past the first quadrant of the sine. */
export function inQuadrant(lanes: Lanes, { sine, cosine }: SineAndCosine, quarters: Plain): Plain {
  const { and, xor, choose, shiftLeft, constant, bytes } = lanes
  const sign = and(shiftLeft(quarters, 8 * bytes - 2), constant(-0))
  return xor(choose(odd(lanes, quarters), cosine, sine), sign)
}

export function sin(lanes: Lanes, x: Instruction): Plain {
  const { r, low, quarters } = reduceAngle(lanes, x)
  return inQuadrant(lanes, sineAndCosine(lanes, r, low), quarters)
}

export function cos(lanes: Lanes, x: Instruction): Plain {
  const { r, low, quarters } = reduceAngle(lanes, x)
  const next = lanes.keep('next', lanes.addBits(quarters, lanes.bits(1n)))
  return inQuadrant(lanes, sineAndCosine(lanes, r, low), next)
}

export function tan(lanes: Lanes, x: Instruction): Plain {
  const { r, low, quarters } = reduceAngle(lanes, x)
  const { sine, cosine } = sineAndCosine(lanes, r, low)
  const swap = lanes.keep('swap', odd(lanes, quarters))
  const numerator = lanes.choose(swap, lanes.neg(cosine), sine)
  return lanes.div(numerator, lanes.choose(swap, sine, cosine))
}
