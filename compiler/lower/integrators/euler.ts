/** Forward Euler; Euler–Maruyama where there is additive noise. */
import { integrator } from '../integrator.ts'

export const euler = integrator({
  name: 'euler',
  aliases: [],
  order: 1,
  noise: 'additive',
  purpose: 'forward Euler, Euler–Maruyama with additive noise',
  scheme: `
    x = x + dt * f(x, t) + g(x, t) * dW
  `,
})
