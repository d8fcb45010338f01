/** Units agree everywhere, and a disagreement is told in the units of the model. */
import { expect, test } from 'vitest'
import { checked, complaints, explanations, marked } from './check-text.ts'

const neuron = (body: string): string => `neuron N {
  param C = 200 pF
  param g_L = 10 nS
  param E_L = -70 mV
  param tau = 5 ms
  input I : pA from synapses, noise, current
  k = g_L * E_L / C * tau / E_L : 1
  ${body}
}`

test('a derivative is in the unit of its variable per time', () => {
  expect(explanations(neuron('dv/dt = (g_L * (E_L - v) + I) / E_L : mV'))).toEqual([
    'dv/dt of a voltage in mV must be in mV/ms; this is nS. g_L * (E_L - v) + I is a current in pA. Dividing by C (pF) would give mV/ms.',
  ])
})

test('a variable in volt has a derivative in volt per second', () => {
  expect(complaints(neuron('dv/dt = v : volt'))).toEqual([
    'unit-mismatch: dv/dt of a voltage in volt must be in volt/second; this is volt.',
  ])
})

test('the two sides of a sum are named by their own text and units', () => {
  expect(explanations(neuron('x = g_L * (E_L - 1 mV) + E_L : pA'))).toEqual([
    'Both sides of + must have the same unit: g_L * (E_L - 1 mV) is a current in pA, E_L is a voltage in mV. Multiplying E_L by g_L (nS) would give pA.',
  ])
})

test('only the wrong sum is marked, not the equation', () => {
  expect(marked(neuron('dv/dt = (E_L + tau) / C * g_L : mV'))).toEqual(['(E_L + tau)'])
})

test('a comparison needs one unit on both sides', () => {
  expect(explanations(neuron('b = E_L > -50 : boolean'))).toEqual([
    'Both sides of > must have the same unit: E_L is a voltage in mV, -50 is a pure number. Write -50 mV if that is what is meant.',
  ])
})

test('a parameter that lacks its unit is found behind the name', () => {
  const text = neuron('param V_th = -50\n dv/dt = 1 mV/ms : mV\n threshold v > V_th')

  expect(explanations(text)).toEqual([
    'Both sides of > must have the same unit: v is a voltage in mV, V_th is a pure number. V_th is declared as -50. Write -50 mV if that is what is meant.',
  ])
})

test('a fix replaces the text it names', () => {
  const [mistake] = checked(neuron('dv/dt = (g_L * (E_L - v) + I) / E_L : mV')).diagnostics

  expect(mistake?.fix?.replacement).toBe('(g_L * (E_L - v) + I) / C')
})

test('a repair that could be several names is advice, not a fix', () => {
  const [mistake] = checked(neuron('param V_T = -50 mV\n x = exp(V_T) : 1')).diagnostics

  expect(mistake?.fix).toBeUndefined()
  expect(mistake?.notes).toEqual([
    'Dividing by a voltage such as E_L (mV) would give a pure number.',
  ])
})

test('exp takes a pure number', () => {
  expect(complaints(neuron('x = exp(tau) : 1'))).toEqual([
    'unit-mismatch: exp takes a pure number here; tau is a time in ms.',
  ])
})

test('min, max and clip compare quantities of one unit', () => {
  expect(complaints(neuron('x = clip(E_L, 0, 1 pA) : mV'))).toEqual([
    'unit-mismatch: clip takes mV here; 1 pA is a current in pA.',
  ])
})

test('a power of a quantity is a number written there', () => {
  expect(complaints(neuron('x = E_L^2 / 1 mV^2 + E_L^k : 1'))).toEqual([
    'unit-mismatch: E_L is a voltage in mV, so its power must be a number written here, as in x^2 or x^(1/2).',
  ])
})

test('a square root halves the dimension', () => {
  expect(complaints(neuron('x = sqrt(E_L^2) : mV'))).toEqual([])
})

test('a bare 0 fits every unit', () => {
  expect(complaints(neuron('x = if E_L > 0 then 0 else E_L : mV'))).toEqual([])
})

test('infinity fits every unit', () => {
  expect(complaints(neuron('x = clip(E_L, -inf, inf) : mV'))).toEqual([])
})

test('both cases of a distinction have one unit', () => {
  expect(complaints(neuron('x = if k > 1 then 1 mV else 2 pA : mV'))).toEqual([
    'unit-mismatch: Both cases must have the same unit: the first is a voltage in mV, the second is a current in pA.',
  ])
})

test('an unknown name does not bring unit errors with it', () => {
  expect(complaints(neuron('x = (foo + E_L) * 2 : pA'))).toEqual([
    'unknown-name: Nothing here is called foo.',
  ])
})

test('an error in one equation does not hide those in others', () => {
  const text = neuron('dv/dt = E_l / tau : mV\n x = E_L + tau : mV\n y = exp(C) : 1')

  expect(checked(text).diagnostics.map(({ code }) => code)).toEqual([
    'unknown-name',
    'unit-mismatch',
    'unit-mismatch',
  ])
})

test('floored division and remainder compare like with like', () => {
  expect(complaints(neuron('x = t // tau : 1\n y = t % tau : ms'))).toEqual([])
})

test('a condition is no number', () => {
  expect(explanations(neuron('x = (E_L > 0 mV) * 2 : 1'))).toEqual([
    'E_L > 0 mV is true or false; a number is needed here. `int(E_L > 0 mV)` makes 1 of true and 0 of false.',
  ])
})

test('a number is no condition', () => {
  expect(explanations(neuron('dv/dt = 1 mV/ms : mV\n threshold v'))).toEqual([
    'v is a voltage in mV; a condition is true or false. Compare it with something, as in `v > V_th`.',
  ])
})
