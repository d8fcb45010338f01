/** What a system knows of its receptors reaches the synapses of a model, after what the model itself says. */
import { expect, test } from 'vitest'
import { Env } from '../../../runtime/env.ts'
import type { SystemLike } from '../../../runtime/link/system-like.ts'

const text = (cast = '', q = 'nS'): string => `
neuron Cell {
  input I : pA from synapses
  dv/dt = (-70 mV - v + I * Gohm) / (10 ms) : mV
}
synapse Receptor {
  param E_rev   = 5 mV
  param q       = 3 ${q}
  param tau_decay = 4 ms
  dg/dt = -g / tau_decay : 1
  on pre { g += weight }
  I = g * (q / ${q}) * E_rev / Gohm : pA
}
model M {
  population A is Cell
  synapse AMPA is Receptor${cast}
}`

const i = Int32Array.of(0)
const onto = (at: string, mechanism: Readonly<Record<string, number>>) => {
  return { pre: 'A', post: 'A', synapse: 'AMPA', at, i, j: i, parameters: new Map(), mechanism }
}
const systemOf = (...projections: SystemLike['projections']): SystemLike => {
  return { populations: [{ name: 'A', count: 1, offset: 0 }], projections }
}

const kinetics = { e: -80, g_unit: 0.0005, tau_decay: 7, tau_rise: 0.5, weight: 9 }

const envOf = (source: string, system: SystemLike): Env =>
  new Env(system, { model: { path: 'receptors.livn', text: source } })

test('reversal, conductance and time constants of a receptor are those of the system', () => {
  const env = envOf(text(), systemOf(onto('dend', kinetics)))

  expect(env.get('A', 'AMPA.E_rev')).toBe(-80)
  expect(env.get('A', 'AMPA.q')).toBe(0.5)
  expect(env.get('A', 'AMPA.tau_decay')).toBe(7)
})

test('what the model sets outranks the system', () => {
  const env = envOf(text(' { E_rev = -90 mV }'), systemOf(onto('dend', kinetics)))

  expect(env.get('A', 'AMPA.E_rev')).toBe(-90)
  expect(env.get('A', 'AMPA.tau_decay')).toBe(7)
})

test('a parameter of another dimension is no conductance, whatever it is called', () => {
  const env = envOf(text('', 'pA'), systemOf(onto('dend', kinetics)))

  expect(env.get('A', 'AMPA.q')).toBe(3)
})

test('a receptor is still that of the system after clear', async () => {
  const env = envOf(text(), systemOf(onto('dend', kinetics)))

  await env.run(1)

  expect(env.clear().get('A', 'AMPA.E_rev')).toBe(-80)
})

test('receptors that differ are two synapses, those that do not are one', () => {
  const other = { ...kinetics, tau_decay: 8 }
  const system = systemOf(onto('dend', kinetics), onto('soma', other), onto('dend', kinetics))

  const env = envOf(text(), system)

  expect(env.get('A', 'AMPA.tau_decay')).toBe(7)
  expect(env.get('A', 'AMPA_2.tau_decay')).toBe(8)
  expect(env.recordable().filter((name) => name.endsWith('.g'))).toEqual(['AMPA.g', 'AMPA_2.g'])
})
