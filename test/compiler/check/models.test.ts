/** Casts: who plays whom, what attaches where, and what does not fit together. */
import { expect, test } from 'vitest'
import type { Model } from '../../../compiler/ir/dynamics.ts'
import { checked, complaints, explanations } from './check-text.ts'

const declarations = `
neuron LIF {
  param C = 200 pF
  param tau = 10 ms
  input I : pA from synapses, noise, current
  dv/dt = I / C - v / tau : mV
  threshold v > 10 mV
  reset { v = 0 mV }
}
neuron Deaf {
  ge : volt
  dv/dt = (ge - v) / (10 ms) : mV
  threshold v > 10 mV
  reset { v = 0 mV }
}
neuron Ball {
  param k = 2
  compartment soma { param g = 1 nS
    input I : pA from current
    dv/dt = I * k * g / (1 nS * 1 pF) : mV }
  compartment dend { param g = 1 nS
    input I : pA from synapses, noise
    dv/dt = I * k * g / (1 nS * 1 pF) : mV }
  threshold soma.v > 1 mV
}
synapse Fast {
  param tau = 5 ms
  param q = 10 pA
  param w = 1 (per connection)
  dI/dt = -I / tau : pA
  on pre { I += weight * w * q }
  on pre as late { I += weight * q }
}
synapse Kick { on pre { ge_post += 1 mV } }
plasticity Trace {
  param tau = 20 ms
  dx/dt = -x / tau : 1
  on pre { x += 1; weight = weight + x }
}
noise White { param sigma = 5 pA
  I = sigma * randn() : pA (every 1 ms) }
`

const cast = (text: string): string => `${declarations}\nmodel M {\n${text}\n}`

function modelOf(text: string): Model {
  const { models, diagnostics } = checked(cast(text))
  const [model] = models
  if (!model || diagnostics.length > 0)
    throw new Error(diagnostics.map((d) => d.message).join('\n'))
  return model
}

test('a population is so many cells of a neuron', () => {
  expect(modelOf('population E of 80 is LIF').populations).toMatchObject([
    { name: 'E', count: 80, dynamics: { name: 'LIF' } },
  ])
})

test('an auxiliary name comes before what is computed from it', () => {
  const [population] = modelOf(
    'population E is LIF { C = r * 100 pF; r ~ uniform(1, 2) }',
  ).populations

  expect(population?.overrides.map(({ name, auxiliary }) => [name, auxiliary])).toEqual([
    ['r', true],
    ['C', false],
  ])
})

test('an override may name a state: it is its initial value', () => {
  const [population] = modelOf('population E is LIF { v ~ normal(0 mV, 1 mV) }').populations

  expect(population?.overrides.map(({ name }) => name)).toEqual(['v'])
})

test('an override of a compartment’s parameter reaches every compartment that has it', () => {
  const [population] = modelOf('population E is Ball { g = 2 nS }').populations

  expect(population?.overrides.map(({ name }) => name)).toEqual(['soma.g', 'dend.g'])
})

test('an override that nothing knows is answered with a parameter', () => {
  expect(explanations(cast('population E is LIF { taw = 3 ms }'))).toEqual([
    'LIF has no parameter taw. Write tau.',
  ])
})

test('an override has the unit of its parameter and does not change', () => {
  expect(complaints(cast('population E is LIF { C = 3 mV; tau = t }'))).toEqual([
    'unit-mismatch: C is a capacitance in pF; this is mV.',
    'constant-needed: tau keeps its value during a run, but t changes.',
  ])
})

test('a cast names declarations of the right kind', () => {
  expect(complaints(cast('population E is Fast\nsynapse A is LIF\nnoise E is White'))).toEqual([
    'wrong-kind: Fast is a synapse; a neuron is needed here.',
    'wrong-kind: LIF is a neuron; a synapse is needed here.',
  ])
})

test('a noise needs a population and a port', () => {
  expect(explanations(cast('population E is Deaf\nnoise E is White\nnoise F is White'))).toEqual([
    'Deaf has no port for noise, so nothing accepts the I of White. Add `input I : pA from noise` to it, and use I in its equations.',
    'No population of this model is called F. Cast it: `population F of 100 is …`.',
  ])
})

test('a noise at a compartment needs a port there', () => {
  expect(complaints(cast('population E is Ball\nnoise E at dend is White'))).toEqual([])
  expect(complaints(cast('population E is Ball\nnoise E at soma is White'))).toEqual([
    'no-port: soma of Ball has no port for noise, so nothing accepts the I of White.',
  ])
})

test('a port adds up one unit', () => {
  const text = cast('population E is LIF\nnoise E is Wide').replace(
    'model M',
    'noise Wide { I = randn() * uA/cm^2 : uA/cm^2 }\nmodel M',
  )

  expect(complaints(text)).toEqual([
    'unit-mismatch: Wide offers I, a current density in uA/cm^2; the port I of LIF adds up a current in pA.',
  ])
})

test('a synapse that a system will connect must fit some population', () => {
  expect(complaints(cast('population E is Deaf\npopulation F is LIF\nsynapse A is Fast'))).toEqual(
    [],
  )
  expect(complaints(cast('population E is Deaf\nsynapse A is Fast'))).toEqual([
    'no-port: Deaf has no port for synapses, so nothing accepts the I of Fast.',
  ])
})

test('what a synapse needs is a variable of the cell', () => {
  const text = cast('population E is LIF\nsynapse A is Hungry').replace(
    'model M',
    'synapse Hungry { needs Ca : mM\n I = 1 pA * Ca / 1 mM : pA }\nmodel M',
  )

  expect(complaints(text)).toEqual([
    'unknown-name: Hungry needs Ca, a concentration in mM; LIF has no Ca.',
  ])
})

test('what a synapse needs has the unit of the cell’s variable', () => {
  const text = cast('population E is LIF\nsynapse A is Hungry').replace(
    'model M',
    'synapse Hungry { needs v : nS\n I = 1 mV * v : pA }\nmodel M',
  )

  expect(complaints(text)).toEqual([
    'unit-mismatch: Hungry needs v as a conductance in nS; in LIF it is a voltage in mV.',
  ])
})

test('a connected synapse writes variables that the cells have', () => {
  const text = cast('population E of 3 is LIF\nconnect E to E by Kick')

  expect(explanations(text)).toEqual(['Kick writes ge of its target cell, and LIF has no ge.'])
})

test('units are checked between a synapse and the cells it connects', () => {
  const text = cast('population E of 3 is Deaf\nconnect E to E by Kick').replace('1 mV }', '1 nS }')

  expect(explanations(text)).toEqual([
    'ge_post is a voltage in volt; this is nS. This is told by connect E to E by Kick.',
  ])
})

test('a parameter of the target cell cannot be written', () => {
  const text = cast('population E of 3 is Deaf\nconnect E to E by Kick').replace(
    'ge : volt',
    'param ge = 0 mV',
  )

  expect(complaints(text)).toEqual([
    'parameter-assigned: Kick writes post.ge. ge is a parameter and keeps its value during a run.',
  ])
})

test('a bare parameter that a synapse writes is a state', () => {
  const { populations } = modelOf('population E of 3 is Deaf\nconnect E to E by Kick')

  expect(populations[0]?.dynamics.variables.get('ge')?.kind).toBe('state')
})

test('a synapse may be connected without a cast of its own', () => {
  expect(modelOf('population E of 3 is LIF\nconnect E to E by Fast').synapses).toMatchObject([
    { label: 'Fast', dynamics: { name: 'Fast' }, plasticities: [] },
  ])
})

test('plasticities follow their synapse', () => {
  const { synapses } = modelOf('population E is LIF\nsynapse A is Fast with Trace { tau = 5 ms }')

  expect(synapses[0]?.plasticities).toMatchObject([
    { dynamics: { name: 'Trace' }, overrides: [{ name: 'tau' }] },
  ])
})

test('a section maps to a compartment', () => {
  expect(modelOf('population E is Ball\nsection hillock is soma').sections).toEqual(
    new Map([['hillock', 'soma']]),
  )
  expect(complaints(cast('population E is Ball\nsection hillock is axon'))).toEqual([
    'section-misplaced: No neuron of this model has a compartment axon.',
  ])
})

test('a population is cast once', () => {
  expect(complaints(cast('population E is LIF\npopulation E is Ball'))).toEqual([
    'duplicate-name: The population E is cast twice.',
  ])
})

test('a pathway reacts to an event that the cell has', () => {
  const text = cast('population E of 3 is LIF\nconnect E to E by Burst').replace(
    'model M',
    'synapse Burst { on pre.burst { v_post += 1 mV } }\nmodel M',
  )

  expect(explanations(text)).toEqual([
    'Burst reacts to burst of LIF, which has no such event. It has spikes only.',
  ])
})
