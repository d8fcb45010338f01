/** How kernels read. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printKernel } from '../../../compiler/ir/print-kernel.ts'
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
} from '../build-kernel.ts'
import { anyKernel } from '../random-kernel.ts'
import { readKernel } from '../read-kernel.ts'

test('shows buffers by how they are used, then the parts in the order they run', () => {
  const lif = kernel({
    title: 'LIF · exponential_euler',
    buffers: [
      shared('tau', { unit: 'ms' }),
      shared('light', { unit: 'mW', changes: 'step' }),
      reads('I', 'element', { unit: 'pA' }),
      reads('a', 'element', { changes: 'link' }),
      keeps('v', 'element', { unit: 'mV' }),
      keeps('last', 'element', { type: 'integer' }),
    ],
    link: [letBe('decay', call('exp', call('divide', call('negate', 'dt'), 'tau')))],
    once: [letBe('drive', call('multiply', 'light', 't'))],
    each: [
      letBe('v_inf', call('add', 'I', 'drive')),
      letBe('v_new', call('multiply', call('subtract', 'v', 'v_inf'), 'decay')),
      when(
        call('greater', 'v_new', 'a'),
        [spike(), store('v', -70), store('last', 'step')],
        [store('v', 'v_new'), when(call('less', 'v', -100), [spike('silent')])],
      ),
    ],
    events: ['spike', 'silent'],
  })

  expect(printKernel(lif)).toBe(`\
kernel step over cells    # LIF · exponential_euler
  shared  tau ms, light mW (every step)
  reads   I pA, a (fixed), t, dt, step
  keeps   v mV, last integer
  events  spike, silent
  link
    decay = exp(-dt / tau)
  once
    drive = light * t
  each
    v_inf = I + drive
    v_new = (v - v_inf) * decay
    when v_new > a
      spike
      v    := -70
      last := step
    otherwise
      v := v_new
      when v < -100
        spike silent
`)
})

test('tells the two ends of a connection apart', () => {
  const deliver = kernel({
    name: 'pre',
    domain: 'connections',
    buffers: [reads('w'), reads('pre.v', 'source'), keeps('AMPA.g', 'target', { unit: 'nS' })],
    each: [addTo('AMPA.g', call('multiply', 'w', 'pre.v'))],
  })

  expect(printKernel(deliver)).toBe(`\
kernel pre over connections
  reads            w
  reads of source  pre.v
  keeps of target  AMPA.g nS
  each
    AMPA.g += w * pre.v
`)
})

test('says everything about a kernel: it reads back from its text', () => {
  fc.assert(
    fc.property(anyKernel('any'), (kernel) => {
      const text = printKernel(kernel)

      expect(printKernel(readKernel(text))).toBe(text)
    }),
    { numRuns: 300 },
  )
})
