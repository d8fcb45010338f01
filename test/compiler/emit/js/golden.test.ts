/** The code itself, as files to read: one kernel of each domain. */
import { expect, test } from 'vitest'
import { js } from '../../../../compiler/emit/js/emit.ts'
import type { Kernel } from '../../../../compiler/ir/kernel.ts'
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

test('an adaptive neuron steps, resets and bursts', async () => {
  const text = emitted([step, reset], 'AdEx · rk2 — from models/neurons/adex.livn')

  await expect(text).toMatchFileSnapshot('../../../golden/code/hand-built/cells.js')
})

test('a plastic connection remembers its source and pushes its target', async () => {
  const text = emitted([onPre], 'PairSTDP — from models/plasticity/pair-stdp.livn')

  await expect(text).toMatchFileSnapshot('../../../golden/code/hand-built/connections.js')
})

const emitted = (kernels: readonly Kernel[], title: string): string =>
  js.emit(kernels, { precision: 'f64', title }).text

const isFree = call('greaterEqual', call('elapsed', 'step', 'lastspike'), 'ref_steps')
const leak = call('multiply', 'g_L', call('subtract', 'E_L', 'v'))
const upstroke = call(
  'multiply',
  call('multiply', 'g_L', 'Delta_T'),
  call('exp', call('divide', call('subtract', 'v', 'V_T'), 'Delta_T')),
)
const slope = call(
  'divide',
  call(
    'add',
    call('subtract', call('add', leak, upstroke), 'w'),
    call('add', 'AMPA.g', 'I.stimulus'),
  ),
  'C',
)

const step = kernel({
  title: 'AdEx · step',
  buffers: [
    shared('C', { unit: 'pF' }),
    shared('g_L', { unit: 'nS' }),
    shared('E_L', { unit: 'mV' }),
    shared('V_T', { unit: 'mV' }),
    shared('Delta_T', { unit: 'mV' }),
    shared('tau_w', { unit: 'ms' }),
    shared('tau_AMPA', { unit: 'ms' }),
    shared('t_ref', { unit: 'ms' }),
    shared('V_peak', { unit: 'mV' }),
    reads('I.stimulus', 'element', { unit: 'pA' }),
    reads('a', 'element', { unit: 'nS', changes: 'link' }),
    keeps('v', 'element', { unit: 'mV' }),
    keeps('w', 'element', { unit: 'pA' }),
    keeps('AMPA.g', 'element', { unit: 'pA' }),
    keeps('lastspike', 'element', { type: 'integer' }),
  ],
  link: [
    letBe('decay_AMPA', call('exp', call('divide', call('negate', 'dt'), 'tau_AMPA'))),
    letBe('ref_steps', call('floor', call('add', call('divide', 't_ref', 'dt'), 0.001))),
  ],
  each: [
    letBe(
      'w_new',
      call(
        'add',
        'w',
        call(
          'multiply',
          'dt',
          call(
            'divide',
            call('subtract', call('multiply', 'a', call('subtract', 'v', 'E_L')), 'w'),
            'tau_w',
          ),
        ),
      ),
    ),
    when(isFree, [
      letBe('v_new', call('add', 'v', call('multiply', 'dt', slope))),
      store('v', 'v_new'),
      when(
        call('greater', 'v_new', 'V_peak'),
        [spike(), store('lastspike', 'step')],
        [
          when(
            call(
              'greater',
              'v_new',
              call(
                'add',
                'V_T',
                call('multiply', 5, call('normal', 'seed', 0x5bd1e995, 'i', 'step')),
              ),
            ),
            [spike('burst')],
          ),
        ],
      ),
    ]),
    store('w', 'w_new'),
    store('AMPA.g', call('multiply', 'AMPA.g', 'decay_AMPA')),
  ],
  events: ['spike', 'burst'],
})

const reset = kernel({
  name: 'reset',
  title: 'AdEx · reset',
  domain: 'spikes',
  buffers: [
    shared('V_r', { unit: 'mV' }),
    shared('b', { unit: 'pA' }),
    keeps('v', 'element', { unit: 'mV' }),
    keeps('w', 'element', { unit: 'pA' }),
  ],
  each: [store('v', 'V_r'), addTo('w', 'b')],
})

const decayed = call(
  'multiply',
  'pre',
  call('exp', call('divide', call('multiply', call('elapsed', 'last', 'step'), 'dt'), 'tau_pre')),
)

const onPre = kernel({
  name: 'E_to_I.pre',
  title: 'PairSTDP · on pre',
  domain: 'connections',
  buffers: [
    shared('tau_pre', { unit: 'ms' }),
    shared('A_pre'),
    shared('w_max'),
    shared('q', { unit: 'nS' }),
    keeps('weight'),
    keeps('pre'),
    keeps('last', 'element', { type: 'integer' }),
    reads('pre.rate', 'source', { unit: 'kHz' }),
    keeps('post.AMPA.g', 'target', { unit: 'nS' }),
    reads('post.not_refractory', 'target', { type: 'boolean' }),
  ],
  each: [
    letBe('pre_now', decayed),
    store('pre', call('add', 'pre_now', 'A_pre')),
    store(
      'weight',
      call(
        'clip',
        call('add', 'weight', call('power', call('subtract', 'pre_now', 'pre.rate'), 2)),
        0,
        'w_max',
      ),
    ),
    store('last', 'step'),
    when(call('and', 'post.not_refractory', call('notEqual', 'source', 'target')), [
      addTo('post.AMPA.g', call('multiply', 'weight', 'q')),
    ]),
    addTo('post.AMPA.g', call('negate', call('power', 'weight', 3))),
  ],
})
