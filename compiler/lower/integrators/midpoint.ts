/** The explicit midpoint rule: second-order Runge–Kutta. */
import { integrator } from '../integrator.ts'

export const midpoint = integrator({
  name: 'rk2',
  aliases: ['midpoint'],
  order: 2,
  noise: 'none',
  purpose: 'explicit midpoint rule',
  scheme: `
    k = dt * f(x, t)
    x = x + dt * f(x + k / 2, t + dt / 2)
  `,
})
