/** Neurons become Dynamics: what is chosen, what evolves, what follows, what happens at a spike. */
import { expect, test } from 'vitest'
import { printExpr } from '../../../compiler/ir/print-expr.ts'
import { complaints, driftOf, dynamicsOf, valueOf, variableOf } from './check-text.ts'

const lif = `# Leaky integrate-and-fire neuron.
neuron LIF {
  param C     = 200 pF    # membrane capacitance
  param g_L   = 10 nS
  # resting potential
  param E_L   = -70 mV
  input I : pA from synapses, noise, current
  dv/dt = (g_L * (E_L - v) + I) / C : mV (unless refractory)
  v(0)  = E_L
  threshold  v > -50 mV
  reset      { v = E_L }
  refractory 2 ms
}`

test('an equation becomes the derivative of a state', () => {
  expect(driftOf(dynamicsOf(lif, 'LIF'), 'v')).toBe('(g_L * (E_L - v) + I) / C')
})

test('unless refractory holds the state', () => {
  expect(variableOf(dynamicsOf(lif, 'LIF'), 'v', 'state').held).toBe(true)
})

test('comments are documentation, behind a line or above it', () => {
  const dynamics = dynamicsOf(lif, 'LIF')

  expect(dynamics.doc).toBe('Leaky integrate-and-fire neuron.')
  expect(variableOf(dynamics, 'C', 'param').doc).toBe('membrane capacitance')
  expect(variableOf(dynamics, 'E_L', 'param').doc).toBe('resting potential')
})

test('variables keep the order in which they were written', () => {
  expect([...dynamicsOf(lif, 'LIF').variables.keys()]).toEqual(['C', 'g_L', 'E_L', 'I', 'v'])
})

test('a refractory time is a duration, a refractory condition lasts as long as it holds', () => {
  const duration = dynamicsOf(lif, 'LIF').refractory
  const condition = dynamicsOf(lif.replace('2 ms', 'v > -60 mV'), 'LIF').refractory

  expect(duration?.kind).toBe('duration')
  expect(condition?.kind).toBe('condition')
})

test('xi is white noise of its own equation', () => {
  const dynamics = dynamicsOf(
    'neuron N { dv/dt = -v/ms + xi*mV/ms**.5 : mV\n du/dt = xi/ms**.5 : 1 }',
    'N',
  )

  expect(dynamics.variables.get('xi(v)')?.kind).toBe('noise')
  expect(dynamics.variables.get('xi(u)')?.kind).toBe('noise')
})

test('xi_1 is one noise for every equation that names it', () => {
  const dynamics = dynamicsOf('neuron N { dv/dt = xi_1/ms**.5 : 1\n du/dt = xi_1/ms**.5 : 1 }', 'N')

  expect([...dynamics.variables.keys()]).toEqual(['v', 'u', 'xi_1'])
})

test('a bare Brian2 parameter starts at 0', () => {
  const { value } = variableOf(dynamicsOf('neuron N { I : amp }', 'N'), 'I', 'param')

  expect(value && printExpr(value)).toBe('0')
})

test('param p : mV has no value until it is given one', () => {
  const dynamics = dynamicsOf('neuron N { param p : mV\n x = 2 * p : mV }', 'N')

  expect(variableOf(dynamics, 'p', 'param').value).toBeUndefined()
})

test('a bare parameter that the reset writes is a state without drift', () => {
  const dynamics = dynamicsOf(
    'neuron N { w : volt\n dv/dt = w/ms : volt\n threshold v > w\n reset { w += 1*mV } }',
    'N',
  )

  expect(variableOf(dynamics, 'w', 'state').drift).toBeUndefined()
})

test('a bare parameter marked constant stays one', () => {
  const text =
    'neuron N { w : volt (constant)\n dv/dt = w/ms : volt\n threshold v > w\n reset { w += 1*mV } }'

  expect(complaints(text)).toEqual([
    'parameter-assigned: w is a parameter and keeps its value during a run.',
  ])
})

test('a bare parameter with an initial value is a state that something else will write', () => {
  const dynamics = dynamicsOf(
    'neuron N { ge : volt\n ge(0) = 1 mV\n dv/dt = (ge - v)/ms : volt }',
    'N',
  )

  expect(variableOf(dynamics, 'ge', 'state').initial).toBeDefined()
})

test('state n = 3 changes by events only', () => {
  const dynamics = dynamicsOf(
    'neuron N { state n = 3\n dv/dt = n/ms : 1\n threshold v > 1\n reset { n -= 1 } }',
    'N',
  )
  const { drift, initial } = variableOf(dynamics, 'n', 'state')

  expect(drift).toBeUndefined()
  expect(initial && printExpr(initial)).toBe('3')
})

test('boolean and integer are types of pure numbers', () => {
  const dynamics = dynamicsOf(
    'neuron N { open : boolean\n n : integer\n b = open and n > 2 : boolean }',
    'N',
  )

  expect(variableOf(dynamics, 'open', 'param').type).toBe('boolean')
  expect(variableOf(dynamics, 'n', 'param').type).toBe('integer')
  expect(valueOf(dynamics, 'b')).toBe('open and n > 2')
})

test('a definition every millisecond keeps its period', () => {
  const { every } = variableOf(
    dynamicsOf('neuron N { I = randn() * pA : pA (every 1 ms) }', 'N'),
    'I',
    'definition',
  )

  expect(every && printExpr(every)).toBe('1 ms')
})

test('what events do keeps its order; subtraction adds the negative', () => {
  const { reset } = dynamicsOf(
    'neuron N { dv/dt = -v/ms : 1\n du/dt = -u/ms : 1\n threshold v > 1\n reset { v = 0; u += 2; u -= v; v *= 3; v /= 4 } }',
    'N',
  )

  expect(reset.map((action) => `${action.kind} ${printExpr(action.value)}`)).toEqual([
    'set 0',
    'add 2',
    'add -v',
    'set v * 3',
    'set v / 4',
  ])
})

test('a custom event has a condition and actions', () => {
  const { events } = dynamicsOf(
    'neuron N { dv/dt = -v/ms : 1\n event jump when v > 2\n on jump { v = 0 } }',
    'N',
  )

  expect(events).toMatchObject([{ name: 'jump', actions: [{ kind: 'set', target: 'v' }] }])
})

test('int makes a number of a condition and drops the fraction of a number', () => {
  const dynamics = dynamicsOf('neuron N { x = int(t > 1 ms) + int(t/ms) : 1 }', 'N')

  expect(valueOf(dynamics, 'x')).toBe('int(t > 1 ms) + int(t / 1 ms)')
})
