/** Derivative-free Milstein for Stratonovich equations with one noise per equation. */
import { integrator } from '../integrator.ts'

export const milstein = integrator({
  name: 'milstein',
  aliases: [],
  order: 1,
  noise: 'diagonal',
  purpose: 'derivative-free Milstein, Stratonovich, diagonal noise',
  scheme: `
    guess = x + dt * f(x, t) + sqrt(dt) * g(x, t)
    x = x + dt * f(x, t) + g(x, t) * dW + (g(guess, t) - g(x, t)) * dW * dW / (2 * sqrt(dt))
  `,
})
