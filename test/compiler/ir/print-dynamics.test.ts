/** How declarations and casts read after checking. */
import { expect, test } from 'vitest'
import type { Model } from '../../../compiler/ir/dynamics.ts'
import { number, read } from '../../../compiler/ir/expr.ts'
import { printDynamics } from '../../../compiler/ir/print-dynamics.ts'
import { printModel } from '../../../compiler/ir/print-model.ts'
import { readExpr } from '../../../compiler/ir/read.ts'
import {
  add,
  connectBy,
  definition,
  deliver,
  dynamics,
  input,
  need,
  override,
  param,
  set,
  state,
} from '../build-dynamics.ts'
import { call } from '../build-kernel.ts'

test('shows a neuron with every unit and default', () => {
  const lif = dynamics(
    [
      param('C', 'pF', number(200), { doc: 'membrane capacitance' }),
      param('g_Na', 'mS/cm^2', number(1e-6), { scale: 1e-5 }),
      param('E_L', 'mV', number(-70), { shared: true }),
      param('tau', 'ms', readExpr('uniform(5, 10, 0, 0)')),
      input('I', 'pA', 'synapses', 'current'),
      definition('I_L', 'pA', readExpr('g_L * (E_L - v)')),
      state('v', 'mV', { drift: readExpr('(I_L + I) / C'), initial: read('E_L'), held: true }),
      state('count', '1'),
    ],
    {
      doc: 'Leaky integrate-and-fire neuron.',
      path: 'models/neurons/lif.livn',
      threshold: readExpr('v > V_th'),
      reset: [set('v', read('V_r')), add('count', number(1))],
      refractory: { kind: 'duration', value: read('t_ref') },
      events: [{ name: 'burst', condition: readExpr('count > 3'), actions: [] }],
      method: 'exact',
    },
  )

  expect(printDynamics(lif)).toBe(`\
neuron LIF    # models/neurons/lif.livn
  # Leaky integrate-and-fire neuron.
  params
    C    = 200 pF       per cell  # membrane capacitance
    g_Na = 0.1 mS/cm^2  per cell
    E_L  = -70 mV       shared
    tau  = rand()       per cell
  inputs
    I : pA  from synapses, current
  states
    count : 1
  definitions
    I_L = g_L * (E_L - v) : pA
  equations
    dv/dt = (I_L + I) / C : mV  starts at E_L, held while refractory
  spikes when v > V_th, then v := V_r; count += 1, silent for t_ref
  event burst when count > 3
  method exact
`)
})

test('shows what spikes do to a connection', () => {
  const stdp = dynamics(
    [
      param('tau', 'ms', number(20)),
      need('v', 'mV'),
      state('x', '1', { drift: readExpr('-x / tau'), per: 'connection', advance: 'event-driven' }),
      definition('I', 'pA', call('multiply', 'sigma', call('normal', 'seed', 7, 'i', 'step')), {
        every: number(1),
      }),
    ],
    {
      kind: 'plasticity',
      name: 'STDP',
      pathways: [
        {
          side: 'pre',
          event: 'spike',
          name: 'pre',
          actions: [add('x', number(1)), deliver(readExpr('weight * x'))],
          span: connectBy('', '', '').span,
        },
        {
          side: 'post',
          event: 'burst',
          name: 'slow',
          actions: [set('weight', readExpr('clip(weight + x, 0, 1)'))],
          span: connectBy('', '', '').span,
        },
      ],
      foreign: new Set(['pre.v']),
    },
  )

  expect(printDynamics(stdp)).toBe(`\
plasticity STDP
  params
    tau = 20 ms  per cell
  needs
    v : mV
  definitions
    I = sigma * randn() : pA  every 1
  equations
    dx/dt = -x / tau : 1  event-driven, per connection
  on pre { x += 1; deliver weight * x }
  on post.burst as slow { weight := clip(weight + x, 0, 1) }
  reads pre.v of the two cells
`)
})

test('shows the cast of a model', () => {
  const lif = { dynamics: dynamics([]), overrides: [] }
  const varied = [
    override('r', readExpr('uniform(0, 1, 0, 0)'), true),
    override('c', readExpr('15 * r^2')),
  ]
  const model: Model = {
    name: 'Culture',
    doc: 'Two populations.',
    path: 'culture.livn',
    populations: [
      { name: 'E', count: 80, ...lif, overrides: varied },
      { name: 'I', ...lif },
    ],
    synapses: [{ label: 'AMPA', ...lif, plasticities: [lif] }],
    noises: [{ population: 'E', at: 'dend', ...lif }],
    sections: new Map([['hillock', 'dend']]),
    connects: [
      {
        ...connectBy('E', 'I', 'AMPA'),
        probability: number(0.02),
        overrides: [override('weight', number(2))],
      },
      {
        ...connectBy('I', 'E', 'AMPA'),
        from: { population: 'I', to: number(10) },
        where: readExpr('i != j'),
      },
    ],
  }

  expect(printModel(model)).toBe(`\
model Culture    # culture.livn
  # Two populations.
  population E of 80 is LIF
    r = rand()    # for the others
    c = 15 * r^2
  population I is LIF
  synapse AMPA is LIF
    with LIF
  noise E at dend is LIF
  section hillock is dend
  connect E to I by AMPA with probability 0.02
    weight = 2
  connect I[:10] to E by AMPA where i != j
`)
})
