/** `livn describe` in a shell. */
import { expect, test } from 'vitest'
import { fakeShell } from './fake-shell.ts'
import { lif, synapses, wrongUnits } from './texts.ts'

test('comments are the meanings of parameters, and quantities keep their units', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  const outcome = await shell.livn('describe', 'lif.livn')

  expect(outcome.output).toBe(`neuron LIF    # lif.livn
  Leaky integrate-and-fire neuron.
  parameters
    C    200 pF  membrane capacitance
    g_L  10 nS   leak conductance
  states
    v  mV  starts at -70 mV
  ports
    I  pA  from synapses, noise, current
  events
    spike
`)
})

test('one declaration of several is asked for by name', async () => {
  const shell = fakeShell({ 'synapses.livn': synapses })

  const outcome = await shell.livn('describe', 'synapses.livn', '--name', 'Slow')

  expect(outcome.output).toContain('synapse Slow')
  expect(outcome.output).not.toContain('synapse Fast')
})

test('a name that the file does not declare is a wrong call that lists what it does', async () => {
  const shell = fakeShell({ 'synapses.livn': synapses })

  const outcome = await shell.livn('describe', 'synapses.livn', '--name', 'Slwo')

  expect(outcome).toEqual({
    code: 2,
    output: '',
    errors: 'livn: synapses.livn declares no Slwo; it declares Fast, Slow.\n',
  })
})

test('a model with mistakes is not described', async () => {
  const shell = fakeShell({ 'lif.livn': wrongUnits })

  const outcome = await shell.livn('describe', 'lif.livn')

  expect(outcome.code).toBe(1)
  expect(outcome.output).toBe('')
  expect(outcome.errors).toContain('unit-mismatch')
})
