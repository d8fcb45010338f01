/** What a cell says about the parameters of its channels. */
import { expect, test } from 'vitest'
import { runDeclaration } from '../run-declaration.ts'

const leaky = (cell: string): string => `channel Leak {
  param E = -60 mV
  needs v : mV
  I = 1 mS/cm^2 * (v - E) : uA/cm^2
}
neuron Leaky {
  param C = 1 uF/cm^2
  ${cell}
  channel Leak { E = E_rest }
  dv/dt = -Leak.I / C : mV
  v(0) = E_rest
}`

test('a reversal may be what a definition of the cell works out', () => {
  const text = leaky('param K_o = 5 mM\n  E_rest = 26 mV * log(K_o / 145 mM) : mV')
  const { value } = runDeclaration(text, { dt: 0.1, duration: 10 })
  expect(value('v')).toBeCloseTo(26 * Math.log(5 / 145), 9)
})

test('a definition that differs from cell to cell makes the reversal differ', () => {
  const text = leaky('param depth ~ uniform(0, 1)\n  E_rest = -80 mV + 20 mV * depth : mV')
  const { population } = runDeclaration(text, { dt: 0.1, duration: 10, count: 4 })
  const depths = population.array('depth')
  const voltages = [...population.array('v')]
  expect(new Set(voltages).size).toBe(4)
  voltages.forEach((v, i) => {
    expect(v).toBeCloseTo(-80 + 20 * (depths[i] ?? 0), 9)
  })
})

test('a reversal follows the parameter it was made of, until it is set itself', () => {
  const text = leaky('param K_o = 5 mM\n  E_rest = 26 mV * log(K_o / 145 mM) : mV')
  const run = { dt: 0.1, duration: 50 }
  const following = runDeclaration(text, { ...run, set: { K_o: 10 } })
  const fixed = runDeclaration(text, { ...run, set: { 'Leak.E': -40, K_o: 10 } })

  expect(following.value('v')).toBeCloseTo(26 * Math.log(10 / 145), 6)
  expect(fixed.value('v')).toBeCloseTo(-40, 6)
})
