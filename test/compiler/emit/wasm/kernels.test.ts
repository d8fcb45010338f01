/** Kernels as WebAssembly do what the interpreter does. */
import { expect, test } from 'vitest'
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
import { runInterpreted, runWasm, type Start } from './run-kernel.ts'
import { expectClose, expectSame, row } from './compare-kernel.ts'

const integrateAndFire = kernel({
  title: 'LIF',
  buffers: [
    ...['C', 'g_L', 'E_L', 'V_th', 'V_r'].map((name) => shared(name)),
    keeps('v'),
    keeps('lastspike', 'element', { type: 'integer' }),
    reads('I'),
  ],
  events: ['spike'],
  link: [
    letBe('decay', call('exp', call('divide', call('negate', call('multiply', 'dt', 'g_L')), 'C'))),
  ],
  each: [
    letBe('v_inf', call('add', 'E_L', call('divide', 'I', 'g_L'))),
    letBe('v_new', call('add', 'v_inf', call('multiply', call('subtract', 'v', 'v_inf'), 'decay'))),
    when(call('greaterEqual', call('elapsed', 'step', 'lastspike'), 20), [
      store('v', 'v_new'),
      when(call('greater', 'v_new', 'V_th'), [
        spike(),
        store('lastspike', 'step'),
        store('v', 'V_r'),
      ]),
    ]),
  ],
})

const cells = 13
const drive: Start = {
  last: cells,
  steps: 400,
  arrays: {
    v: row(cells, () => -70),
    lastspike: row(cells, () => -1e9),
    I: row(cells, (k) => 150 + 20 * k),
  },
  shared: { C: 200, g_L: 10, E_L: -70, V_th: -50, V_r: -58 },
}

test('a population of integrate-and-fire cells spikes at the same steps in f64', () => {
  expectClose(integrateAndFire, drive, 1e-12)
})

test('it spikes at the same steps in f32 where no threshold is grazed', () => {
  expectClose(integrateAndFire, { ...drive, precision: 'f32' }, 1e-5)
})

test.each([1, 4, 5, 8, 9, 12, 16, 17])(
  '%i cells all take part, however many fit a round',
  (last) => {
    const few = {
      v: row(last, (k) => -51 - k),
      lastspike: row(last, () => -1e9),
      I: row(last, () => 300),
    }

    for (const precision of ['f64', 'f32'] as const) {
      const start: Start = { ...drive, precision, last, steps: 30, arrays: few }
      expect(runWasm(integrateAndFire, start).events).toEqual(
        runInterpreted(integrateAndFire, start).events,
      )
    }
  },
)

test('cells beyond the last one take part in the arithmetic but never spike', () => {
  const always = kernel({
    buffers: [reads('v')],
    events: ['spike'],
    each: [when(call('greaterEqual', 'v', 0), [spike()])],
  })

  for (const precision of ['f64', 'f32'] as const) {
    for (const last of [1, 2, 3, 4, 5, 6, 7]) {
      expect(
        runWasm(always, { precision, last, arrays: { v: row(last, () => 1) } }).events.spike,
      ).toEqual(row(last, (k) => k))
    }
  }
})

test('no element is touched when the range is empty', () => {
  const write = kernel({ buffers: [keeps('v')], each: [store('v', 1)] })

  expect(runWasm(write, { first: 0, last: 0, arrays: { v: [5, 5] } }).arrays.v).toEqual([5, 5])
})

test('what several events append stays in ascending order and in the list of its event', () => {
  const two = kernel({
    buffers: [reads('v')],
    events: ['spike', 'burst'],
    each: [
      when(call('greater', 'v', 0), [spike()]),
      when(call('greater', 'v', 1), [spike('burst')]),
    ],
  })

  expectSame(two, { last: 9, arrays: { v: [0, 1, 2, 0, 2, 2, 1, 0, 2] } })
  expectSame(two, { precision: 'f32', last: 9, arrays: { v: [0, 1, 2, 0, 2, 2, 1, 0, 2] } })
})

test('both branches of a condition see and change only their own cells', () => {
  const branching = kernel({
    buffers: [
      keeps('v'),
      keeps('w'),
      keeps('n', 'element', { type: 'integer' }),
      keeps('flag', 'element', { type: 'boolean' }),
    ],
    each: [
      when(
        call('less', 'v', 'w'),
        [
          letBe('x', call('multiply', 'v', 2)),
          store('v', 'x'),
          store('flag', call('greater', 'x', 3)),
          store('n', 7),
        ],
        [letBe('x', call('add', 'v', 1)), addTo('w', 'x'), addTo('n', 2)],
      ),
      store('w', call('add', 'w', call('select', 'flag', 100, 0))),
    ],
  })
  const arrays = {
    v: row(7, (k) => k),
    w: row(7, (k) => 6 - k),
    n: row(7, (k) => -k),
    flag: [0, 1, 0, 1, 0, 1, 1],
  }

  expectSame(branching, { last: 7, arrays })
  expectSame(branching, { precision: 'f32', last: 7, arrays })
})

test('a store is seen by what is read after it', () => {
  const chain = kernel({
    buffers: [keeps('v')],
    each: [
      letBe('before', call('multiply', 'v', 'v')),
      store('v', call('add', call('multiply', 'v', 'v'), 1)),
      addTo('v', call('multiply', 'v', 'v')),
      addTo('v', 'before'),
    ],
  })

  expectSame(chain, { last: 5, arrays: { v: [0, 1, 2, 3, 4] } })
})

test('what happens at a spike is seen by the statements after it', () => {
  const reset = kernel({
    buffers: [keeps('v'), keeps('count')],
    events: ['spike'],
    each: [
      when(call('greater', 'v', 3), [spike(), store('v', 0), addTo('count', 1)]),
      addTo('v', call('multiply', 'count', 10)),
    ],
  })

  expectSame(reset, {
    last: 6,
    steps: 3,
    arrays: { v: [1, 2, 3, 4, 5, 6], count: row(6, () => 0) },
  })
})

test('shared values may be computed at link, per step, or hold truths', () => {
  const layered = kernel({
    buffers: [
      shared('a'),
      shared('isOn', { type: 'boolean' }),
      shared('s', { changes: 'step' }),
      keeps('x'),
    ],
    link: [letBe('twice', call('multiply', 'a', 2)), letBe('isLarge', call('greater', 'twice', 5))],
    once: [
      letBe('phase', call('add', call('multiply', 't', 'twice'), 's')),
      letBe('isBoth', call('and', 'isOn', call('or', 'isLarge', call('less', 'phase', 0)))),
    ],
    each: [
      store(
        'x',
        call('select', 'isBoth', call('add', 'phase', 'i'), call('subtract', 'step', 'twice')),
      ),
    ],
  })

  for (const isOn of [0, 1]) {
    expectSame(layered, {
      last: 5,
      step: 7,
      arrays: { x: row(5, () => 0) },
      shared: { a: 3, isOn, s: 0.5 },
    })
  }
})

test('in f32 a shared time is computed in f64 before it is rounded', () => {
  const wave = kernel({
    buffers: [keeps('x')],
    once: [letBe('phase', call('modulo', 't', 10))],
    each: [store('x', 'phase')],
  })
  const start: Start = { last: 3, step: 123456789, arrays: { x: [0, 0, 0] } }

  const [found = 0] = runWasm(wave, { ...start, precision: 'f32' }).arrays.x ?? []

  expect(found).toBeCloseTo(runInterpreted(wave, start).arrays.x?.[0] ?? 0, 5)
})

test('random numbers depend on the cell, the step and nothing else', () => {
  const noisy = kernel({
    buffers: [keeps('u'), keeps('z'), keeps('k')],
    each: [
      store('u', call('uniform', 'seed', 3735928559, 'i', 'step')),
      store('z', call('normal', 'seed', 17, 'i', 'step')),
      store('k', call('poisson', 2.5, 'seed', 18, 'i', 'step')),
    ],
  })
  const n = 1001
  const start: Start = {
    last: n,
    seed: 0x9abcdef0,
    step: 99,
    arrays: { u: row(n, () => 0), z: row(n, () => 0), k: row(n, () => 0) },
  }

  const f64 = runWasm(noisy, start)
  const truth = runInterpreted(noisy, start)

  expect(f64.arrays.u).toEqual(truth.arrays.u)
  expect(f64.arrays.k).toEqual(truth.arrays.k)
  expectClose(noisy, start, 1e-14)
  expectClose(noisy, { ...start, precision: 'f32' }, 1e-4)
})

test('a sum of twenty thousand terms is no deeper than any other', () => {
  let sum = call('add', 'v', 1)
  for (let k = 0; k < 20000; k++) sum = call('add', sum, k % 7)
  const long = kernel({ buffers: [keeps('v')], each: [store('v', sum)] })

  expectSame(long, { last: 3, arrays: { v: [1, 2, 3] } })
})

test('the larger of a number and 0 has the bits of Math.max', () => {
  const clipped = kernel({
    buffers: [reads('v'), keeps('w'), keeps('x')],
    each: [store('w', call('max', 'v', 0)), store('x', call('max', 0, 'v'))],
  })
  const v = [-1, 0, -0, 2, Number.NaN, -Infinity, Infinity]
  const arrays = { v, w: row(7, () => 1), x: row(7, () => 1) }

  expectSame(clipped, { last: 7, arrays })
  expectSame(clipped, { precision: 'f32', last: 7, arrays })
})
