/** arcsin, arccos, arctan and arctan2. */
import type { Instruction, Plain } from '../instruction.ts'
import type { Lanes } from '../lanes.ts'
import { asinTail, atanTail } from './coefficients.ts'
import { evenOdd } from './evaluate.ts'

/** π/4, π/2 and π with what rounding took from them. */
const quarterPi = {
  f64: [Math.PI / 4, 3.061616997868383e-17],
  f32: [0.7853981852531433, -2.1855695e-8],
} as const
const halfPi = {
  f64: [Math.PI / 2, 6.123233995736766e-17],
  f32: [1.5707963705062866, -4.371139e-8],
} as const
const pi = {
  f64: [Math.PI, 1.2246467991473532e-16],
  f32: [3.1415927410125732, -8.742278e-8],
} as const

const sign = (lanes: Lanes, x: Instruction): Plain => lanes.and(x, lanes.constant(-0))

/** arctan of a number from 0 to tan(3π/8), as base + u + rest with |u| ≤ tan(π/8). */
function arctanOfFraction(lanes: Lanes, numerator: Plain, denominator: Plain, base: Base): Plain {
  const { keep, add, mul, div, precision } = lanes
  const u = keep('u', div(numerator, denominator))
  const z = keep('z', mul(u, u))
  const rest = mul(mul(u, z), evenOdd(lanes, atanTail[precision], z))
  return add(base.high, add(u, add(rest, base.low)))
}

interface Base {
  readonly high: Plain
  readonly low: Plain
}

/** Above tan(π/8) the angle is measured from π/4, above tan(3π/8) from π/2. */
export function arctan(lanes: Lanes, argument: Instruction): Plain {
  const { keep, add, sub, gt, and, or, choose, abs, constant, precision } = lanes
  const x = keep('x', argument)
  const size = keep('size', abs(x))
  const steep = keep('steep', gt(size, constant(1 + Math.SQRT2)))
  const middle = keep('middle', gt(size, constant(Math.SQRT2 - 1)))
  const one = constant(1)
  const numerator = choose(steep, constant(-1), choose(middle, sub(size, one), size))
  const denominator = choose(steep, size, choose(middle, add(size, one), one))
  const base = (part: 0 | 1): Plain => {
    const [half, quarter] = [
      constant(halfPi[precision][part]),
      constant(quarterPi[precision][part]),
    ]
    return and(choose(steep, half, quarter), middle)
  }
  const angle = arctanOfFraction(
    lanes,
    keep('numerator', numerator),
    keep('denominator', denominator),
    {
      high: base(0),
      low: base(1),
    },
  )
  return or(angle, sign(lanes, x))
}

/** The angle of the point (x, y): of the smaller over the larger size, then mirrored into its octant. */
export function arctan2(lanes: Lanes, above: Instruction, beside: Instruction): Plain {
  const { keep, add, sub, div, eq, gt, lt, and, or, choose, abs, min, max, constant, precision } =
    lanes
  const y = keep('y', above)
  const x = keep('x', beside)
  const rise = keep('rise', abs(y))
  const run = keep('run', abs(x))
  const larger = keep('larger', max(rise, run))
  const one = constant(1)
  const diagonal = choose(eq(rise, run), one, div(min(rise, run), larger))
  const slope = keep('slope', choose(eq(larger, constant(0)), larger, diagonal))
  const middle = keep('middle', gt(slope, constant(Math.SQRT2 - 1)))
  const numerator = keep('numerator', choose(middle, sub(slope, one), slope))
  const denominator = keep('denominator', choose(middle, add(slope, one), one))
  const [high, low] = quarterPi[precision]
  const base = { high: and(constant(high), middle), low: and(constant(low), middle) }
  const octant = keep('octant', arctanOfFraction(lanes, numerator, denominator, base))
  const mirrored = ([whole, rest]: readonly [number, number], angle: Plain): Plain =>
    add(sub(constant(whole), angle), constant(rest))
  const quadrant = keep(
    'quadrant',
    choose(gt(rise, run), mirrored(halfPi[precision], octant), octant),
  )
  const behind = lt(or(sign(lanes, x), one), constant(0))
  const angle = choose(behind, mirrored(pi[precision], quadrant), quadrant)
  return or(angle, sign(lanes, y))
}

interface Chord {
  readonly x: Plain
  /** |x| > 1/2, where the half angle is used: sin²(a/2) = (1 - cos a)/2. */
  readonly large: Plain
  /** arcsin of |x|, or of sqrt((1 - |x|)/2) where large: s and the rest, to be added. */
  readonly s: Plain
  readonly rest: Plain
}

function chord(lanes: Lanes, argument: Instruction): Chord {
  const { keep, sub, mul, gt, choose, abs, sqrt, constant, precision } = lanes
  const x = keep('x', argument)
  const size = keep('size', abs(x))
  const large = keep('large', gt(size, constant(0.5)))
  const halved = mul(sub(constant(1), size), constant(0.5))
  const z = keep('z', choose(large, halved, mul(x, x)))
  const s = keep('s', choose(large, sqrt(z), size))
  const rest = keep('rest', mul(mul(s, z), evenOdd(lanes, asinTail[precision], z)))
  return { x, large, s, rest }
}

export function arcsin(lanes: Lanes, argument: Instruction): Plain {
  const { keep, add, sub, or, choose, constant, precision } = lanes
  const { x, large, s, rest } = chord(lanes, argument)
  const small = keep('small', add(s, rest))
  const [high, low] = halfPi[precision]
  const far = sub(constant(high), sub(add(small, small), constant(low)))
  return or(choose(large, far, small), sign(lanes, x))
}

export function arccos(lanes: Lanes, argument: Instruction): Plain {
  const { keep, add, sub, xor, lt, choose, constant, precision } = lanes
  const { x, large, s, rest } = chord(lanes, argument)
  const negative = sign(lanes, x)
  const [halfHigh, halfLow] = halfPi[precision]
  const signedRest = xor(rest, negative)
  const middle = sub(constant(halfHigh), sub(xor(s, negative), sub(constant(halfLow), signedRest)))
  const half = keep('half', add(s, rest))
  const twice = keep('twice', add(half, half))
  const [high, low] = pi[precision]
  const behind = sub(constant(high), sub(twice, constant(low)))
  return choose(large, choose(lt(x, constant(0)), behind, twice), middle)
}
