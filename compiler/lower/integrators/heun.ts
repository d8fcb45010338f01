/** Heun's scheme for Stratonovich equations: the noise amplitude is averaged over the step. */
import { integrator } from '../integrator.ts'

export const heun = integrator({
  name: 'heun',
  aliases: [],
  order: 1,
  noise: 'any',
  purpose: 'Heun, Stratonovich, multiplicative noise',
  scheme: `
    guess = x + g(x, t) * dW
    x = x + dt * f(x, t) + (g(x, t) + g(guess, t + dt)) * dW / 2
  `,
})
