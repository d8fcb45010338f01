/** Projections that bring values of their own for a synapse: each distinct set of them is a synapse, and equal ones share it. */
import { expect, test } from 'vitest'
import { Simulation } from '../../runtime/engine/simulation.ts'
import { Env } from '../../runtime/env.ts'
import { link } from '../../runtime/link/link.ts'
import { System } from '../../systems/system.ts'
import type { ProjectionDescription } from '../../systems/connections-from.ts'

/** Two drivers that spike by themselves reach one cell that does not. */
const text = (synapses: string): string => `
neuron Driver {
  param rate = 1/ms
  dv/dt = rate : 1
  threshold v > 5
  reset { v = 0 }
}
neuron Cell {
  input I : pA from synapses
  dv/dt = (-70 mV - v + I * Gohm) / (10 ms) : mV
  v(0) = -70 mV
}
synapse Fading {
  param tau = 5 ms
  param q   = 10 pA
  dI/dt = -I / tau : pA
  on pre { I += weight * q }
}
plasticity Use {
  param U = 0.5
  dx/dt = (1 - x) / (50 ms) : 1
  x(0) = 1
  on pre { deliver weight * U * x; x -= U * x }
}
model M {
  population D is Driver
  population C is Cell
  ${synapses}
}`

const one = 'synapse S is Fading'
const from = (source: number, more: Partial<ProjectionDescription> = {}): ProjectionDescription => {
  return { pre: 'D', post: 'C', synapse: 'S', i: [source], j: [0], weight: 1 + source, ...more }
}
const systemOf = (projections: readonly ProjectionDescription[]): System =>
  System.fromArrays({ populations: { D: { count: 2 }, C: { count: 1 } }, projections })

const envOf = (source: string, projections: readonly ProjectionDescription[]): Env =>
  new Env(systemOf(projections), { model: { path: 'instances.livn', text: source } })

async function voltage(source: string, projections: readonly ProjectionDescription[]) {
  const env = envOf(source, projections)
  env.set('D', 'rate', [1, 0.7])
  const [row] = (await env.recordVoltage('C').run(60)).signal('voltage')
  return row
}

test('two time constants through one label are two synapses of two labels', async () => {
  const through = await voltage(text(one), [from(0, { tau: 5 }), from(1, { tau: 20 })])
  const apart = await voltage(text('synapse S is Fading\n  synapse T is Fading { tau = 20 ms }'), [
    from(0),
    from(1, { synapse: 'T' }),
  ])

  expect(through).toEqual(apart)
  expect(Math.max(...(through ?? []))).toBeGreaterThan(-69)
})

test('projections with equal values share the states of one synapse', async () => {
  const shared = [from(0, { tau: 20 }), from(1, { tau: 20 })]
  const same = text('synapse S is Fading { tau = 20 ms }')

  const states = envOf(text(one), shared)
    .recordable()
    .filter((name) => name.endsWith('.I'))

  expect(states).toEqual(['S.I'])
  expect(await voltage(text(one), shared)).toEqual(await voltage(same, [from(0), from(1)]))
})

test('a value that the synapse has anyway makes no other', () => {
  const states = envOf(text(one), [from(0), from(1, { tau: 5, q: 10 })])
    .recordable()
    .filter((name) => name.endsWith('.I'))

  expect(states).toEqual(['S.I'])
})

test('three sets of values are three synapses, whatever order they come in', () => {
  const env = envOf(text(one), [
    from(0, { tau: 7 }),
    from(1, { q: 3, tau: 2 }),
    from(0, { tau: 2, q: 3 }),
    from(1),
  ])

  expect(['S.tau', 'S_2.tau', 'S_3.tau'].map((name) => env.get('C', name))).toEqual([7, 2, 5])
  expect(['S.q', 'S_2.q', 'S_3.q'].map((name) => env.get('C', name))).toEqual([10, 3, 10])
})

test('a label that another synapse has is not taken', () => {
  const env = envOf(text(`${one}\n  synapse S_2 is Fading { tau = 9 ms }`), [
    from(0),
    from(1, { tau: 20 }),
    from(0, { synapse: 'S_2' }),
  ])

  expect(['S.tau', 'S_2.tau', 'S_3.tau'].map((name) => env.get('C', name))).toEqual([5, 9, 20])
})

test('values of the connections of a plasticity stay with the connections', () => {
  const { plan } = link(
    { path: 'instances.livn', text: text(`${one} with Use`) },
    {
      system: systemOf([
        { ...from(0, { tau: 7, U: [0.2, 0.8] }), i: [0, 1], j: [0, 0], weight: 1 },
      ]),
    },
  )
  const simulation = new Simulation(plan)
  const [projection] = simulation.projections

  expect(projection?.state.arrays.get('U')).toEqual(Float64Array.of(0.2, 0.8))
  expect(simulation.members[1]?.population.state.shared.get('S.tau')).toBe(7)
})

test('a name that the synapse does not have is refused with those it has', () => {
  expect(() => envOf(text(one), [from(0, { taus: 3 })])).toThrow(
    'The projection from D to C through S sets taus, which S does not have; did you mean tau? It has weight, delay, tau, q.',
  )
})

test('a parameter of the synapse is one number for a projection', () => {
  expect(() => envOf(text(one), [from(0, { tau: [3] })])).toThrow(
    'The projection from D to C through S sets tau for each connection, but it belongs to the synapse on the target cell',
  )
})
