/** What white noise adds to a state over one step. */
import { plus, times, zero } from '../ir/algebra.ts'
import { apply, type Expr, number, read } from '../ir/expr.ts'
import { streamOf } from '../ir/random.ts'
import type { Equation } from './equations.ts'

/** A standard normal number of the noise `xi`, one per cell and step. */
export function normalOf(xi: string, owner: string): Expr {
  const stream = number(streamOf(`${owner}/${xi}`))
  return apply('normal', read('seed'), stream, read('i'), read('step'))
}

/** Σ amplitude · spread · sqrt(dt) · N(0, 1); `spread` corrects the variance where the decay is exact. */
export function noiseIncrement({ noise }: Equation, spread: Expr, owner: string): Expr {
  let sum = zero
  for (const [xi, amplitude] of noise) {
    const size = times(times(amplitude, spread), apply('sqrt', read('dt')))
    sum = plus(sum, times(size, normalOf(xi, owner)))
  }
  return sum
}
