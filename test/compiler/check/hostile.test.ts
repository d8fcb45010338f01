/** Texts from strangers: whatever they contain is answered, quickly, and never by a crash. */
import { expect, test } from 'vitest'
import { checked, codesOf } from './check-text.ts'

const lines = (count: number, line: (k: number) => string): string =>
  Array.from({ length: count }, (_, k) => line(k)).join('\n')

const doubling = (start: string): string =>
  `function f0(x) = ${start}\n${lines(60, (k) => `function f${k + 1}(x) = f${k}(x) + f${k}(x)`)}
  neuron N { y = f60(1) : 1 }`

test('functions that double sixty times share their work', () => {
  expect(codesOf(doubling('x + 1'))).toEqual([])
})

test('functions that double sixty times and draw anew are refused', () => {
  expect(codesOf(doubling('x + rand()'))).toEqual(['expression-too-large'])
})

test('a sum of a thousand terms is fine', () => {
  expect(codesOf(`neuron N { y = ${lines(1000, () => '1 +')} 1 : 1 }`)).toEqual([])
})

test('a sum of ten thousand terms is refused', () => {
  expect(codesOf(`neuron N { y = ${lines(10_000, (k) => `${k} +`)} 1 : 1 }`)).toEqual([
    'nesting-too-deep',
  ])
})

test('definitions may follow from each other thousands deep, written backwards', () => {
  const text = `neuron N { x0 = 1 : 1\n${lines(4000, (k) => `x${4000 - k} = x${3999 - k} + x${3999 - k} : 1`)} }`

  expect(codesOf(text)).toEqual([])
})

test('parameters that follow from each other thousands deep are answered', () => {
  const text = `neuron N { param x0 = 1 mV\n${lines(4000, (k) => `param x${4000 - k} = x${3999 - k}`)} }`

  expect(codesOf(text)).toContain('nesting-too-deep')
})

test('a large channel put in a thousand times is too much', () => {
  const channel = `channel C {\n${lines(1000, (k) => `param p${k} = ${k} mV`)}\n}`

  expect(
    codesOf(`${channel}\nneuron N {\n${lines(1000, (k) => `channel c${k} is C`)}\n}`),
  ).toContain('too-many-statements')
})

test('a large neuron extended a thousand times is too much', () => {
  const text = `neuron B {\n${lines(1000, (k) => `param p${k} = ${k} mV`)}\n}\n${lines(1000, (k) => `neuron C${k} extends B { }`)}`

  expect(codesOf(text)).toContain('too-many-statements')
})

test('thousands of mistakes are all told', () => {
  const text = `neuron N {\n${lines(4000, (k) => `x${k} = y${k} + 1 : 1`)}\n}`

  expect(checked(text).diagnostics).toHaveLength(4000)
})

test('what recovery left of a broken text is checked', () => {
  const text = 'neuron N {\n dv/dt = = 3 : mV\n x = foo : 1\n}'

  expect(codesOf(text)).toEqual(['syntax-error', 'unknown-name'])
})

test('an empty file means nothing', () => {
  expect(checked('')).toMatchObject({ models: [], own: [], diagnostics: [] })
})
