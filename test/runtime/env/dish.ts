/** A dish of cells that do nothing of themselves, so that what reaches them can be computed by hand. */
import { Env } from '../../../runtime/index.ts'

export const passive = `neuron Passive {
  param tau = 10 ms
  input I : pA from current, noise
  input V : mV from extracellular
  dv/dt = (-70 mV - v + I * 0.1 Gohm + V) / tau : mV
  v(0) = -70 mV
  threshold v > 0 mV
  reset { v = -70 mV }
}
model Dish { population A of 2 is Passive; population B of 1 is Passive }`

export const dish = (): Env => new Env({ path: 'dish.livn', text: passive })
