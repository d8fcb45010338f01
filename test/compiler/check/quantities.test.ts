/** Numbers with units arrive in kernel units: ms, mV, pA, um, amol, K. */
import { expect, test } from 'vitest'
import { dynamicsOf, valueOf, variableOf } from './check-text.ts'

/** A parameter's default in kernel units. */
function kernelValue(quantity: string): number | undefined {
  const { value } = variableOf(
    dynamicsOf(`neuron N { param p = ${quantity}\n q = p / p : 1 }`, 'N'),
    'p',
    'param',
  )
  return value?.kind === 'number' ? value.value : undefined
}

test('200 pF is 200 inside kernels', () => {
  expect(kernelValue('200 pF')).toBe(200)
})

test('decimal powers are exact: 0.1 nF is 100, not nearly', () => {
  expect(kernelValue('0.1 nF')).toBe(100)
})

test('-70.6 mV is the negative number, not an operation', () => {
  expect(kernelValue('-70.6 mV')).toBe(-70.6)
})

test('0.07 volt is 70 mV', () => {
  expect(kernelValue('0.07 volt')).toBe(70)
})

test('Brian2 writes 10*ms and means a quantity', () => {
  expect(kernelValue('10*ms')).toBe(10)
})

test('a rate of 0.02/ms is 0.02 per ms', () => {
  expect(kernelValue('0.02/ms')).toBe(0.02)
})

test('a density of 120 mS/cm^2 is 1.2 nS per square um', () => {
  expect(kernelValue('120 mS/cm^2')).toBeCloseTo(1.2, 14)
})

test('1 uM is a thousandth of a mM', () => {
  expect(kernelValue('1 uM')).toBe(0.001)
})

test('the power belongs to the unit: 3 cm^2 is three square centimetres', () => {
  expect(kernelValue('3 cm^2')).toBe(3e8)
})

test('a parameter is shown in the unit it was written in', () => {
  const dynamics = dynamicsOf('neuron N { param C = 0.2 nF\n x = C / C : 1 }', 'N')

  expect(variableOf(dynamics, 'C', 'param')).toMatchObject({ unit: 'nF', scale: 1000 })
})

test('a parameter of computed value gets a readable unit', () => {
  const dynamics = dynamicsOf(
    'neuron N { param g = 10 nS * 2\n param I = g * 3 mV\n x = I/I : 1 }',
    'N',
  )

  expect(variableOf(dynamics, 'I', 'param')).toMatchObject({ unit: 'pA', scale: 1 })
})

test('a declared unit wins over the one of the value', () => {
  const dynamics = dynamicsOf('neuron N { param E = -70 mV : volt\n x = E/E : 1 }', 'N')

  expect(variableOf(dynamics, 'E', 'param')).toMatchObject({ unit: 'volt', scale: 1000 })
})

test('pi, e and inf are numbers', () => {
  const dynamics = dynamicsOf('neuron N { y = clip(pi + e, 0, inf) : 1 }', 'N')

  expect(valueOf(dynamics, 'y')).toBe('clip(3.141592653589793 + 2.718281828459045, 0, inf)')
})

test('a parameter called e hides the constant', () => {
  const dynamics = dynamicsOf('neuron N { param e = -70 mV\n y = 2 * e : mV }', 'N')

  expect(valueOf(dynamics, 'y')).toBe('2 * e')
})
