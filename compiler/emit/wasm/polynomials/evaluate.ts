/** Ways to evaluate a polynomial in vector registers. */
import type { Instruction, Plain } from '../instruction.ts'
import type { Lanes } from '../lanes.ts'

/** Horner's rule: fewest operations, one long chain. Right where many polynomials are in flight. */
export function horner(lanes: Lanes, coefficients: readonly number[], x: Instruction): Instruction {
  const [last, ...rest] = [...coefficients].reverse()
  return rest.reduce<Instruction>(
    (sum, c) => lanes.add(lanes.mul(sum, x), lanes.constant(c)),
    lanes.constant(last ?? 0),
  )
}

/** The same, with a 1 before the highest power that is not among the coefficients. */
export function monic(lanes: Lanes, coefficients: readonly number[], x: Instruction): Instruction {
  const [last, ...rest] = [...coefficients].reverse()
  return rest.reduce<Instruction>(
    (sum, c) => lanes.add(lanes.mul(sum, x), lanes.constant(c)),
    lanes.add(x, lanes.constant(last ?? 0)),
  )
}

/** Two Horner chains, even and odd powers: half the latency for one more multiplication. */
export function evenOdd(lanes: Lanes, coefficients: readonly number[], x: Instruction): Plain {
  const square = lanes.keep('xx', lanes.mul(x, x))
  const even = coefficients.filter((_, k) => k % 2 === 0)
  const odd = coefficients.filter((_, k) => k % 2 === 1)
  return lanes.add(horner(lanes, even, square), lanes.mul(horner(lanes, odd, square), x))
}
