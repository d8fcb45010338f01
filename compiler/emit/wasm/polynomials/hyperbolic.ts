/** sinh, cosh and tanh, from the parts of the exponential. */
import type { Instruction, Plain } from '../instruction.ts'
import type { Lanes } from '../lanes.ts'
import { exponent, reduce, scaledExp, scaledExpm1 } from './exponential.ts'

const sign = (lanes: Lanes, x: Instruction): Plain => lanes.and(x, lanes.constant(-0))

/** |x|, at most a little beyond log(2 · largest), where sinh and cosh become infinite. */
function bounded(lanes: Lanes, x: Instruction): Plain {
  const { highest } = exponent[lanes.precision]
  return lanes.keep('size', lanes.lower(lanes.abs(x), lanes.constant(highest + 0.7)))
}

/** With u = (e^|x| - 1) / 4, sinh |x| = 2 (u + u / (4u + 1)): no cancellation near 0, no early overflow. */
export function sinh(lanes: Lanes, argument: Instruction): Plain {
  const { keep, add, mul, div, or, constant } = lanes
  const x = keep('x', argument)
  const u = scaledExpm1(lanes, bounded(lanes, x), 2)
  const half = keep('half', add(u, div(u, add(mul(u, constant(4)), constant(1)))))
  return or(add(half, half), sign(lanes, x))
}

/** With w = e^|x| / 4, cosh x = 2 (w + 1 / (16 w)). */
export function cosh(lanes: Lanes, x: Instruction): Plain {
  const { keep, add, div, constant } = lanes
  const w = keep('w', scaledExp(lanes, reduce(lanes, bounded(lanes, x), 2), 1))
  const half = keep('half', add(w, div(constant(1 / 16), w)))
  return add(half, half)
}

/** With u = (e^2|x| - 1) / 2, tanh |x| = u / (u + 1); from 20 on it is 1 in every digit. */
export function tanh(lanes: Lanes, argument: Instruction): Plain {
  const { keep, add, div, or, lower, abs, constant } = lanes
  const x = keep('x', argument)
  const size = keep('size', lower(abs(x), constant(20)))
  const u = scaledExpm1(lanes, keep('twice', add(size, size)))
  return or(div(u, add(u, constant(1))), sign(lanes, x))
}
