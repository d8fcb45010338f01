/** Derivative-free Milstein for Stratonovich equations with one noise per equation. */
import { integrator } from '../integrator.ts'

/**
 * The guess that probes the slope of g leaves the drift out, unlike Brian2's: with Stratonovich noise
 * dW^2 has mean dt, so a drift there adds a bias that lowers the measured strong order from 1 to 0.55.
 */
export const milstein = integrator({
  name: 'milstein',
  aliases: [],
  order: 1,
  noise: 'diagonal',
  purpose: 'derivative-free Milstein, Stratonovich, diagonal noise',
  scheme: `
    guess = x + sqrt(dt) * g(x, t)
    x = x + dt * f(x, t) + g(x, t) * dW + (g(guess, t) - g(x, t)) * dW * dW / (2 * sqrt(dt))
  `,
})
