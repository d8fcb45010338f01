/** Functions are abbreviations: expanded where they are called, with whatever units they are given. */
import { expect, test } from 'vitest'
import { complaints, dynamicsOf, explanations, valueOf } from './check-text.ts'

test('a function stands for its body', () => {
  const dynamics = dynamicsOf('function twice(x) = 2 * x\nneuron N { y = twice(t) : ms }', 'N')

  expect(valueOf(dynamics, 'y')).toBe('2 * t')
})

test('one function serves every unit', () => {
  const text = `function linoid(x, y) = y / exprel(-x / y)
  neuron N { a = linoid(1 mV, 2 mV) : mV
  b = linoid(1 pA, 2 pA) : pA }`

  expect(complaints(text)).toEqual([])
})

test('units that do not fit inside a function are told at its call', () => {
  const text = `function linoid(x, y) = y / exprel(-x / y)
  neuron N { a = linoid(1 mV, 2 pA) : pA }`

  expect(explanations(text)).toEqual([
    'exprel takes a pure number here; -x / y is a resistance in Gohm. This happens inside linoid.',
  ])
})

test('an argument with a unit is checked', () => {
  const text = 'function half(x : mV) = x / 2\nneuron N { a = half(3 pA) : mV }'

  expect(complaints(text)).toEqual(['unit-mismatch: half takes mV here; 3 pA is a current in pA.'])
})

test('a function may declare the unit of its value', () => {
  const text = 'function half(x : mV) = x / 2 : pA\nneuron N { a = half(3 mV) : pA }'

  expect(complaints(text)).toEqual(['unit-mismatch: half is a current in pA; this is mV.'])
})

test('a function sees its arguments, not the cell', () => {
  const text = 'function f(x) = x + v\nneuron N { dv/dt = f(v)/ms : 1 }'

  expect(complaints(text)).toEqual(['unknown-name: Nothing here is called v.'])
})

test('a function does not call itself', () => {
  const text = 'function f(x) = g(x)\nfunction g(x) = f(x) + 1\nneuron N { y = f(1) : 1 }'

  expect(complaints(text)).toEqual(['definition-cycle: The function f needs itself: f → g → f.'])
})

test('a function gets as many arguments as it takes', () => {
  const text = 'function f(x, y) = x + y\nneuron N { y = f(1) + max(1) + sin(1, 2) : 1 }'

  expect(complaints(text)).toEqual([
    'wrong-argument-count: f takes 2 arguments; here are 1.',
    'wrong-argument-count: max takes at least 2 arguments; here are 1.',
    'wrong-argument-count: sin takes one argument; here are 2.',
  ])
})

test('a function that does not exist is answered with one that does', () => {
  expect(explanations('function linoid(x) = x\nneuron N { y = linod(1) : 1 }')).toEqual([
    'There is no function linod. Write linoid.',
  ])
})
