/** x to the power y for any two numbers, with the special cases of `**` in JavaScript. */
import type { Instruction, Plain } from '../instruction.ts'
import type { Lanes } from '../lanes.ts'
import { logTail } from './coefficients.ts'
import { evenOdd } from './evaluate.ts'
import { bounded, exp, exponent, reduce, scaledExp } from './exponential.ts'
import type { Split } from './logarithm.ts'
import { log, splitAny } from './logarithm.ts'
import { widened } from './widen.ts'

/** A number as the sum of two, for the digits that one cannot hold. */
interface Pair {
  readonly high: Plain
  readonly low: Plain
}

/** The upper 26 bits of the mantissa: products of two such numbers are exact. */
const leading = (lanes: Lanes, x: Instruction): Plain =>
  lanes.and(x, lanes.bits(0xfffffffff8000000n))

/** log(2^k (1 + f)) with about 67 bits: 2s + s³q(s²) + k ln 2, where s = f / (2 + f) carries its remainder. */
function preciseLog(lanes: Lanes, { k, f }: Split): Pair {
  const { keep, add, sub, mul, div, constant, precision } = lanes
  const sum = keep('sum', add(f, constant(2)))
  const lost = sub(f, sub(sum, constant(2)))
  const s = keep('s', div(f, sum))
  const high = keep('s', leading(lanes, s))
  const sumHigh = keep('sum', leading(lanes, sum))
  const sumLow = add(sub(sum, sumHigh), lost)
  const remainder = sub(sub(f, mul(high, sumHigh)), mul(high, sumLow))
  const low = keep('s', div(remainder, sum))
  const z = keep('z', mul(s, s))
  const tail = mul(mul(s, z), evenOdd(lanes, logTail[precision], z))
  const { log2High, log2Low } = exponent[precision]
  const whole = keep('whole', mul(k, constant(log2High)))
  const twice = keep('twice', add(high, high))
  const front = keep('front', add(whole, twice))
  const carried = keep('carried', sub(front, whole))
  const slipped = add(sub(whole, sub(front, carried)), sub(twice, carried))
  const rest = add(add(tail, add(low, low)), add(mul(k, constant(log2Low)), slipped))
  return { high: front, low: keep('rest', rest) }
}

/** x^y = e^(y log x) for positive finite x: the product is formed in two parts, the smaller enters at the end. */
function powerOfPositive(lanes: Lanes, x: Plain, y: Plain): Plain {
  const { keep, add, sub, mul, and, lt, abs, constant } = lanes
  const logarithm = preciseLog(lanes, splitAny(lanes, x))
  const log1 = keep('log', leading(lanes, logarithm.high))
  const log2 = add(sub(logarithm.high, log1), logarithm.low)
  const y1 = keep('y', leading(lanes, y))
  const high = keep('high', mul(y1, log1))
  const low = keep('low', add(mul(sub(y, y1), log1), mul(y, log2)))
  const total = keep('total', add(high, low))
  const left = and(add(sub(high, total), low), lt(abs(total), constant(1000)))
  const power = scaledExp(lanes, reduce(lanes, bounded(lanes, total)))
  return mul(power, add(left, constant(1)))
}

/** |x|^y for finite y and |x| other than 0 and infinity. */
const size = (lanes: Lanes, x: Plain, y: Plain): Plain =>
  lanes.precision === 'f64'
    ? powerOfPositive(lanes, x, y)
    : widened(lanes, (wide, a, b) => exp(wide, wide.mul(b, log(wide, a))), x, y)

export function pow(lanes: Lanes, base: Instruction, raised: Instruction): Plain {
  const { keep, mul, and, or, xor, without, eq, ne, lt, choose, abs, floor, constant } = lanes
  const x = keep('x', base)
  const y = keep('y', raised)
  const magnitude = keep('magnitude', abs(x))
  const one = constant(1)
  const endless = eq(abs(y), constant(Infinity))
  const edge = or(or(eq(magnitude, constant(0)), eq(magnitude, constant(Infinity))), endless)
  const grows = xor(lt(magnitude, one), lt(constant(0), y))
  const limit = and(grows, constant(Infinity))
  const sized = keep('sized', choose(edge, limit, size(lanes, magnitude, y)))
  const half = keep('half', mul(y, constant(0.5)))
  const whole = keep('whole', eq(floor(y), y))
  const oddPower = without(whole, or(eq(floor(half), half), endless))
  const signed = or(sized, and(and(x, constant(-0)), oddPower))
  const imaginary = without(without(lt(x, constant(0)), whole), edge)
  const undefinedLane = or(or(ne(x, x), ne(y, y)), or(imaginary, and(eq(magnitude, one), endless)))
  return choose(eq(y, constant(0)), one, or(signed, undefinedLane))
}
