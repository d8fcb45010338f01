/** Connect clauses: who is connected to whom, under which condition, with which weight and delay. */
import { expect, test } from 'vitest'
import type { Model } from '../../../compiler/ir/dynamics.ts'
import { printExpr } from '../../../compiler/ir/print-expr.ts'
import { checked, complaints, explanations } from './check-text.ts'

const declarations = `
neuron LIF {
  param tau = 10 ms
  input I : mV from synapses
  dv/dt = (I - v) / tau : mV
  threshold v > 10 mV
  reset { v = 0 mV }
}
synapse Fast {
  param q = 1 mV
  param w = 1 (per connection)
  dI/dt = -I / (5 ms) : mV
  on pre { I += weight * w * q }
  on pre as late { I += weight * q }
}
`

const cast = (text: string): string => `${declarations}\nmodel M {\n${text}\n}`

function modelOf(text: string): Model {
  const { models, diagnostics } = checked(cast(text))
  const [model] = models
  if (!model || diagnostics.length > 0)
    throw new Error(diagnostics.map((d) => d.message).join('\n'))
  return model
}

test('a connect clause sets weight, delays and parameters of the connection', () => {
  const { connects } = modelOf(
    'population E of 3 is LIF\nconnect E to E by Fast where i != j { weight = 2; delay = 1 ms; delay_late = 2 ms; w = rand() }',
  )

  expect(connects[0]?.overrides.map(({ name }) => name)).toEqual([
    'weight',
    'delay',
    'delay_late',
    'w',
  ])
})

test('what exists once per target cell cannot differ between connections', () => {
  expect(
    explanations(cast('population E of 3 is LIF\nconnect E to E by Fast { q = 3 mV }')),
  ).toEqual([
    'q exists once per target cell and cannot differ between connections. Mark it `(per connection)` in Fast, or set it where the synapse is cast.',
  ])
})

test('a connect clause reads indices, positions and parameters of both cells', () => {
  const { connects } = modelOf(
    'population E of 3 is LIF\nconnect E to E by Fast where abs(i - j) < 3 and x_pre < x_post and tau_pre > 1 ms and distance < 10 um',
  )

  expect(connects[0]?.where && printExpr(connects[0].where)).toContain('pre.tau > 1 ms')
})

test('states are not there yet when connections are made', () => {
  expect(
    complaints(cast('population E of 3 is LIF\nconnect E to E by Fast where v_pre > 3 mV')),
  ).toEqual([
    'constant-needed: v changes during a run; connections are made before it, from parameters and positions.',
  ])
})

test('the target may be generated, chosen or sampled', () => {
  const { connects } = modelOf(`population E of 100 is LIF
    connect E to E by Fast each j in range(i - 2, i + 3) where 0 <= j and j < N_post
    connect E to E by Fast each k in sample(N_post, 0.1) where k != i
    connect E[0:10] to E[10:] by Fast each j in choose(N_post, 5)`)

  expect(connects.map(({ each }) => each?.kind)).toEqual(['range', 'sample', 'choose'])
})

test('a target that is not chosen yet cannot be read', () => {
  expect(
    complaints(cast('population E of 9 is LIF\nconnect E to E by Fast each k in range(j)')),
  ).toEqual(['unknown-name: j means nothing here, where the target is not chosen yet.'])
})

test('probabilities, slices and counts are possible ones', () => {
  const text = cast(`population E of 9 is LIF
    connect E to E by Fast with probability 1.5
    connect E[0:10] to E by Fast
    connect E to E by Fast times 2.5
    connect E to E by Fast each j in choose(N_post, 10)`)

  expect(complaints(text)).toEqual([
    'connect-invalid: A probability lies between 0 and 1; this is 1.5.',
    'connect-invalid: E has 9 cells, so a slice of it lies between 0 and 9.',
    'connect-invalid: The number of connections is whole and not negative; this is 2.5.',
    'connect-invalid: choose cannot find 10 different cells among 9.',
  ])
})

test('to be connected, a population has a size', () => {
  expect(complaints(cast('population E is LIF\nconnect E to E by Fast'))).toEqual([
    'connect-invalid: To connect E, the model must say how many cells it has.',
    'connect-invalid: To connect E, the model must say how many cells it has.',
  ])
})
