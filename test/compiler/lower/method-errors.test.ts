/** A method that cannot treat the equations says which equation, why, and which method can. */
import { expect, test } from 'vitest'
import { check } from '../../../compiler/index.ts'

test.each([
  ['exponential_euler', 'dx/dt = -x^2 / ms : 1', 'rk2'],
  ['exact', 'dx/dt = -x * y / ms : 1\n  dy/dt = -y / ms : 1', 'exponential_euler'],
  ['rk4', 'dx/dt = -x / ms + xi / sqrt(ms) : 1', 'euler'],
  ['euler', 'dx/dt = -x / ms + x * xi / sqrt(ms) : 1', 'heun'],
  ['milstein', 'dx/dt = -x / ms + x * xi_1 / sqrt(ms) + x * xi_2 / sqrt(ms) : 1', 'heun'],
])('%s refuses what it cannot treat and names a method that can', (method, equations, better) => {
  const text = `neuron X {\n  ${equations}\n  method ${method}\n}`

  const [first] = check({ path: 'x.livn', text })

  expect(first?.code).toBe('method-unsuited')
  expect(first?.notes.join(' ')).toContain(`method ${better} can`)
})
