/** Exponential Euler: each equation that is linear in its own state is solved exactly over the step. */
import { integrator } from '../integrator.ts'

/**
 * With x' = A x + B, the solution (x + B/A) e^(A dt) - B/A equals x + dt f exprel(A dt), which
 * stays accurate as A goes to 0 and needs no division by A. Noise keeps its exact variance.
 */
export const exponentialEuler = integrator({
  name: 'exponential_euler',
  aliases: [],
  order: 1,
  noise: 'additive',
  purpose: 'exact in each equation’s own state, the others held over the step',
  scheme: `
    x = x + dt * exprel(slope(x, t) * dt) * f(x, t) + g(x, t) * sqrt(exprel(2 * slope(x, t) * dt)) * dW
  `,
})
