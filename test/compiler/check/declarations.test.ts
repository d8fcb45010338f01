/** Declarations are found in the file, its imports and the library; they copy and override each other. */
import { expect, test } from 'vitest'
import { check } from '../../../compiler/check/check.ts'
import { printExpr } from '../../../compiler/ir/print-expr.ts'
import { parse } from '../../../grammar/parse.ts'
import { complaints, driftOf, dynamicsOf, explanations, variableOf } from './check-text.ts'

const slow = `neuron Slow {
  param tau = 50 ms
  dv/dt = -v / tau : mV (unless refractory)
  v(0) = 1 mV
  threshold v > 10 mV
  reset { v = 0 mV }
}
`

test('a declaration copies what it extends and overrides it', () => {
  const dynamics = dynamicsOf(`${slow}neuron Fast extends Slow { param tau = 5 ms }`, 'Fast')
  const { value } = variableOf(dynamics, 'tau', 'param')

  expect(value && printExpr(value)).toBe('5 ms')
  expect(driftOf(dynamics, 'v')).toBe('-v / tau')
})

test('what overrides takes the old place; what is new follows', () => {
  const text = `${slow}neuron Fast extends Slow { param b = 1 mV/ms\n dv/dt = b : mV\n param tau = 5 ms }`

  expect([...dynamicsOf(text, 'Fast').variables.keys()]).toEqual(['tau', 'v', 'b'])
})

test('a state that becomes a parameter loses its initial value', () => {
  expect(complaints(`${slow}neuron Held extends Slow { param v = 3 mV\n reset { } }`)).toEqual([])
})

test('a compartment of the ancestor can be added to', () => {
  const text = `neuron A { compartment soma { param C = 1 pF\n dv/dt = 1 pA / C : mV } }
  neuron B extends A { compartment soma { param C = 2 pF\n param D = 1 pF\n x = C / D : 1 } }`

  expect([...dynamicsOf(text, 'B').variables.keys()]).toEqual([
    'soma.C',
    'soma.v',
    'soma.D',
    'soma.x',
  ])
})

test('declarations do not extend each other in a circle', () => {
  expect(complaints('neuron A extends B { }\nneuron B extends A { }')).toEqual([
    'extends-cycle: These declarations extend each other in a circle: B → A → B.',
    'extends-cycle: These declarations extend each other in a circle: A → B → A.',
  ])
})

test('a neuron extends a neuron', () => {
  expect(complaints('synapse S { on pre { v_post += 1 mV } }\nneuron A extends S { }')).toEqual([
    'wrong-kind: S is a synapse; a neuron is needed here.',
  ])
})

test('an import brings a declaration of another file', () => {
  const folder = new Map([['cells.livn', slow]])
  const text = 'import Slow from "cells.livn"\nneuron Fast extends Slow { param tau = 5 ms }'

  expect(driftOf(dynamicsOf(text, 'Fast', folder), 'v')).toBe('-v / tau')
})

test('an imported declaration calls the functions of its own file', () => {
  const folder = new Map([
    ['gates.livn', 'function f(x) = 2 * x\nchannel Gate { needs v : mV\n I = f(v) : mV }'],
  ])
  const text = 'import Gate from "gates.livn"\nneuron N { channel Gate\n dv/dt = -Gate.I/ms : mV }'

  expect(complaints(text, folder)).toEqual([])
})

test('a file that is not there, and one outside, are told apart', () => {
  expect(explanations('import A from "a.livn"\nimport B from "../b.livn"')).toEqual([
    'There is no file "a.livn" beside this model or in the library.',
    '"../b.livn" lies outside the folder of this model and the library. Copy the file beside the model to use it.',
  ])
})

test('files do not import each other in a circle', () => {
  const folder = new Map([
    ['a.livn', 'import B from "b.livn"\nchannel A { I = 1 : 1 }'],
    ['b.livn', 'import A from "a.livn"\nchannel B { I = 1 : 1 }'],
  ])

  expect(complaints('import A from "a.livn"', folder)).toEqual([
    'import-cycle: These files import each other in a circle: a.livn → b.livn → a.livn.',
  ])
})

test('a mistake in an imported file is told in that file', () => {
  const folder = new Map([['a.livn', 'channel A { I = w : pA }']])

  expect(complaints('import A from "a.livn"', folder)).toEqual([
    'unknown-name: Nothing here is called w.',
  ])
})

test('a declaration of the library needs no import', () => {
  const library = new Map([['Slow', { path: 'library/slow.livn', text: slow }]])
  const { file } = parse({ path: 'm.livn', text: 'model M { population E of 3 is Slow }' })
  const { models, declarations } = check(file, { loader: { load: () => undefined }, library })

  expect(models[0]?.populations[0]?.dynamics).toBe(declarations.get('Slow'))
})

test('a file’s own declaration comes before the library’s', () => {
  const library = new Map([['Slow', { path: 'library/slow.livn', text: slow }]])
  const text = 'neuron Slow { dw/dt = -w/ms : 1 }\nmodel M { population E of 3 is Slow }'
  const { file } = parse({ path: 'm.livn', text })
  const { models } = check(file, { loader: { load: () => undefined }, library })

  expect([...(models[0]?.populations[0]?.dynamics.variables.keys() ?? [])]).toEqual(['w'])
})

test('one name is declared once in a file', () => {
  expect(complaints('neuron A { }\nsynapse A { on pre { v_post += 1 } }')).toEqual([
    'duplicate-name: A is already declared in line 1.',
  ])
})

test('a model may share the name of a neuron', () => {
  expect(complaints('neuron A { }\nmodel A { population E is A }')).toEqual([])
})

test('what a failed import would have brought is not missed a second time', () => {
  const text = `import LIF, linoid from "absent.livn"
  neuron N { y = linoid(1) : 1 }
  model M { population E is LIF }`

  expect(complaints(text)).toEqual([
    'import-not-found: There is no file "absent.livn" beside this model or in the library.',
  ])
})

test('a compartment keeps its place when only its body is extended', () => {
  const text = `neuron A { compartment a at (3 um, 0 um, 0 um) { dv/dt = -v / ms : mV } }
  neuron B extends A { compartment a { w = 2 * v : mV } }`
  const [compartment] = dynamicsOf(text, 'B').compartments

  expect(compartment && printExpr(compartment.at[0])).toBe('3 um')
})
