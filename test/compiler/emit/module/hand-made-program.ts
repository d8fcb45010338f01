/** A leaky neuron with everything a population can have, put together by hand. */
import type { Dynamics } from '../../../../compiler/ir/dynamics.ts'
import { apply, number, read } from '../../../../compiler/ir/expr.ts'
import type { Kernel, Propagator } from '../../../../compiler/ir/kernel.ts'
import type { CompiledPopulation, Program, Slot } from '../../../../compiler/program.ts'
import {
  addTo,
  call,
  keeps,
  kernel,
  letBe,
  reads,
  shared,
  spike,
  store,
  when,
} from '../../build-kernel.ts'

const slot = (name: string, parts: Partial<Slot>): Slot => ({
  name,
  role: 'state',
  type: 'real',
  extent: 'element',
  unit: 'mV',
  scale: 1,
  doc: '',
  value: 0,
  ...parts,
})

const param = (name: string, unit: string, parts: Partial<Slot>): Slot =>
  slot(name, { role: 'param', extent: 'shared', unit, ...parts })

/** Shared parameters out of the order in which they need each other; two units that are scaled. */
const slots: readonly Slot[] = [
  param('tau', 'ms', { initial: call('divide', 'C', 'g_L'), doc: 'membrane time constant' }),
  param('C', 'nF', { initial: number(200), scale: 1000, doc: 'membrane capacitance' }),
  param('g_L', 'nS', { initial: number(10) }),
  param('E_L', 'mV', { initial: number(-70) }),
  param('V_th', 'mV', { extent: 'element', doc: 'spike threshold, drawn for each cell' }),
  slot('v', { doc: 'membrane potential' }),
  slot('I', { role: 'stimulus', unit: 'nA', scale: 1000 }),
  slot('lastspike', { role: 'internal', type: 'integer', unit: '1', value: -1e9 }),
  slot('fast', { unit: '1' }),
  slot('slow', { unit: '1' }),
  ...['P_ff', 'P_fs', 'P_sf', 'P_ss'].map((name) =>
    slot(name, { role: 'derived', extent: 'shared' }),
  ),
  slot('renewed', { unit: '1' }),
  slot('gid', { role: 'internal', unit: '1' }),
]

const sharedNames = ['tau', 'C', 'g_L', 'E_L', 'P_ff', 'P_fs', 'P_sf', 'P_ss']

function own(name: string, written = false) {
  if (sharedNames.includes(name)) return shared(name, { unit: 'mV' })
  const type = name === 'lastspike' ? ({ type: 'integer' } as const) : {}
  return written ? keeps(name, 'element', type) : reads(name, 'element', type)
}

const initialize = kernel({
  name: 'initialize',
  buffers: [own('V_th', true), own('v', true), own('fast', true), own('E_L'), own('gid')],
  each: [store('V_th', -50), store('v', 'E_L'), store('fast', call('add', 'gid', 1))],
})

const weighted = (a: string, b: string) =>
  call('add', call('multiply', a, 'fast_old'), call('multiply', b, 'slow_old'))

const step = kernel({
  title: 'LIF · step',
  buffers: [
    ...['tau', 'g_L', 'E_L', 'I', 'V_th', 'P_ff', 'P_fs', 'P_sf', 'P_ss'].map((name) => own(name)),
    ...['v', 'lastspike', 'fast', 'slow'].map((name) => own(name, true)),
  ],
  link: [letBe('decay', call('exp', call('divide', call('negate', 'dt'), 'tau')))],
  each: [
    letBe('fast_old', 'fast'),
    letBe('slow_old', 'slow'),
    store('fast', weighted('P_ff', 'P_fs')),
    store('slow', weighted('P_sf', 'P_ss')),
    when(call('greaterEqual', call('elapsed', 'step', 'lastspike'), 20), [
      letBe('v_inf', call('add', 'E_L', call('divide', 'I', 'g_L'))),
      store('v', call('add', 'v_inf', call('multiply', call('subtract', 'v', 'v_inf'), 'decay'))),
      when(call('greater', 'v', 'V_th'), [spike(), store('lastspike', 'step')]),
    ]),
    when(call('greater', 'v', -60), [spike('high')]),
  ],
  events: ['spike', 'high'],
})

const reset = kernel({
  name: 'reset',
  domain: 'spikes',
  buffers: [own('v', true)],
  each: [store('v', -58)],
})
const onHigh = kernel({
  name: 'on_high',
  domain: 'spikes',
  buffers: [own('slow', true)],
  each: [addTo('slow', 1)],
})
const renew = kernel({
  name: 'every_1',
  buffers: [own('renewed', true)],
  each: [addTo('renewed', 1)],
})

const leak = (): Kernel =>
  kernel({
    name: 'record_I_L',
    buffers: [own('g_L'), own('E_L'), own('v'), keeps('$out')],
    each: [store('$out', call('multiply', 'g_L', call('subtract', 'E_L', 'v')))],
  })

/** fast' = -fast / 5, slow' = (fast - slow) / 20. */
const propagator: Propagator = {
  states: ['fast', 'slow'],
  matrix: [
    [number(-0.2), number(0)],
    [number(0.05), apply('divide', number(-1), read('tau'))],
  ],
  transition: [
    ['P_ff', 'P_fs'],
    ['P_sf', 'P_ss'],
  ],
  gain: [
    [undefined, undefined],
    [undefined, undefined],
  ],
  extent: 'shared',
}

export const population: CompiledPopulation = {
  name: 'LIF',
  dynamics: { name: 'LIF', doc: 'A leaky neuron.' } as Dynamics,
  slots,
  propagators: [propagator],
  recordables: [
    { name: 'v', unit: 'mV', scale: 1, kind: 'state' },
    { name: 'I_L', unit: 'nA', scale: 1000, kind: 'definition' },
  ],
  events: ['spike', 'high'],
  kernels: {
    initialize,
    step,
    reset,
    events: [{ event: 'high', kernel: onHigh }],
    every: [{ period: number(1), kernel: renew }],
    record: new Map([['I_L', leak]]),
  },
  methods: [],
}

export const program: Program = {
  name: 'LIF',
  populations: [population],
  projections: [],
  connects: [],
  artifact: { target: 'js', precision: 'f64', kernels: [], text: '', code: '' },
}
