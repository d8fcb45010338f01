/** Division that rounds down, its remainder, and the sign of a number. */
import type { Instruction, Plain } from '../instruction.ts'
import type { Lanes } from '../lanes.ts'

export const floorDivide = (lanes: Lanes, x: Instruction, y: Instruction): Plain =>
  lanes.floor(lanes.div(x, y))

/** x - floor(x / y) y: has the sign of the divisor. */
export function modulo(lanes: Lanes, dividend: Instruction, divisor: Instruction): Plain {
  const x = lanes.keep('x', dividend)
  const y = lanes.keep('y', divisor)
  return lanes.sub(x, lanes.mul(floorDivide(lanes, x, y), y))
}

/** -1, 0 or 1; zeros keep their sign and NaN stays. */
export function sign(lanes: Lanes, argument: Instruction): Plain {
  const { keep, and, or, lt, choose, abs, constant } = lanes
  const x = keep('x', argument)
  const one = or(and(x, constant(-0)), constant(1))
  return choose(lt(constant(0), abs(x)), one, x)
}
