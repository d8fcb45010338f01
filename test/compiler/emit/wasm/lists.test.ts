/** Kernels over spikes and connections do what the interpreter does. */
import { test } from 'vitest'
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
import { expectSame, row } from './compare-kernel.ts'
import type { Start } from './run-kernel.ts'

test('a reset walks the list of cells that spiked', () => {
  const reset = kernel({
    domain: 'spikes',
    buffers: [keeps('v'), keeps('w'), keeps('n', 'element', { type: 'integer' }), shared('b')],
    events: ['again'],
    each: [
      store('v', -58),
      addTo('w', 'b'),
      addTo('n', 1),
      when(call('greater', 'w', 3), [spike('again')]),
    ],
  })
  const arrays = { v: row(8, () => -40), w: row(8, (k) => k), n: row(8, () => 0) }

  for (const precision of ['f64', 'f32'] as const) {
    expectSame(reset, {
      precision,
      first: 1,
      last: 4,
      list: [0, 2, 3, 7, 5],
      arrays,
      shared: { b: 0.5 },
    })
  }
})

const plasticity = kernel({
  domain: 'connections',
  buffers: [
    keeps('weight'),
    keeps('trace'),
    reads('pre.v', 'source'),
    reads('post.v', 'target'),
    keeps('g', 'target'),
  ],
  once: [letBe('decay', call('subtract', 1, 'dt'))],
  each: [
    store(
      'trace',
      call('add', call('multiply', 'trace', 'decay'), call('subtract', 'pre.v', 'post.v')),
    ),
    store('weight', call('clip', call('add', 'weight', 'trace'), 0, 1)),
    when(
      call('notEqual', 'source', 'target'),
      [addTo('g', 'weight')],
      [addTo('g', call('multiply', 'i', 10))],
    ),
  ],
})

const wiring: Start = {
  last: 6,
  source: [0, 0, 1, 2, 2, 3],
  target: [1, 2, 1, 0, 2, 2],
  arrays: {
    weight: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
    trace: row(6, () => 0.25),
    'pre.v': [0, 0.5, 1, 0.125],
    'post.v': [0.5, 0.25, 0],
    g: [0, 0, 0],
  },
}

test('connections read both of their cells and add up at the target', () => {
  expectSame(plasticity, wiring)
})

test('connections that keep to themselves can be advanced all at once or by a list', () => {
  const relaxing = kernel({
    domain: 'connections',
    buffers: [keeps('weight'), keeps('trace')],
    each: [
      store('trace', call('multiply', 'trace', 0.5)),
      addTo('weight', call('multiply', 'trace', 'i')),
    ],
  })
  const arrays = { weight: row(11, (k) => k), trace: row(11, (k) => k / 2) }

  for (const precision of ['f64', 'f32'] as const) {
    expectSame(relaxing, { precision, last: 11, arrays })
    expectSame(relaxing, { precision, last: 3, list: [10, 2, 7], arrays })
  }
})

test('only connections in the list are visited, in its order', () => {
  expectSame(plasticity, { ...wiring, first: 0, last: 3, list: [5, 1, 4] })
})
