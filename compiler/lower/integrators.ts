/** The list of integrators; `exact` and `implicit` solve several equations together and have files of their own. */
import type { Integrator } from './integrator.ts'
import { euler } from './integrators/euler.ts'
import { exponentialEuler } from './integrators/exponential-euler.ts'
import { heun } from './integrators/heun.ts'
import { midpoint } from './integrators/midpoint.ts'
import { milstein } from './integrators/milstein.ts'
import { rk4 } from './integrators/rk4.ts'

export const integrators: readonly Integrator[] = [
  euler,
  exponentialEuler,
  midpoint,
  rk4,
  heun,
  milstein,
]
