/** Classical fourth-order Runge–Kutta. */
import { integrator } from '../integrator.ts'

export const rk4 = integrator({
  name: 'rk4',
  aliases: [],
  order: 4,
  noise: 'none',
  purpose: 'classical fourth-order Runge–Kutta',
  scheme: `
    k1 = f(x, t)
    k2 = f(x + dt / 2 * k1, t + dt / 2)
    k3 = f(x + dt / 2 * k2, t + dt / 2)
    k4 = f(x + dt * k3, t + dt)
    x  = x + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
  `,
})
