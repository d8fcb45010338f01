/** Kernels that are written for usual arguments first compute the same for all others. */
import { expect, test } from 'vitest'
import { wasm } from '../../../../compiler/emit/wasm/emit.ts'
import { call, keeps, kernel, letBe, reads, spike, store, when } from '../../build-kernel.ts'
import { expectClose, row } from './compare-kernel.ts'
import { runWasm, type Start } from './run-kernel.ts'

const relaxation = (argument: string) => call('exprel', call('multiply', argument, 'rate'))

const textOf = (argument: string): string =>
  wasm.emit(
    [kernel({ buffers: [reads('rate'), keeps('v')], each: [store('v', relaxation(argument))] })],
    { precision: 'f64', title: 'relaxing' },
  ).text

test('only functions of what shrinks with the step are written for small arguments first', () => {
  expect(textOf('dt')).toContain('unusual')
  expect(textOf('v')).not.toContain('unusual')
})

test('vectors abreast are all computed again where one cell has an unusual argument', () => {
  const membrane = kernel({
    buffers: [reads('rate'), keeps('v'), keeps('w')],
    events: ['spike'],
    each: [
      letBe('v_new', call('add', 'v', call('multiply', 'dt', relaxation('dt')))),
      store('w', call('add', 'w', call('multiply', 'v', 'dt'))),
      store('v', 'v_new'),
      when(call('greater', 'v_new', 2), [spike(), store('v', 0)]),
    ],
  })
  const n = 37
  const rate = row(n, (k) => (k % 7 === 3 ? -400 : 0.3 * (k % 5) - 1))
  const start: Start = {
    last: n,
    steps: 60,
    arrays: { rate, v: row(n, (k) => k / 40), w: row(n, () => 0) },
  }

  expectClose(membrane, start, 1e-12)
  expectClose(membrane, { ...start, steps: 10, precision: 'f32' }, 1e-5)
})

test.each([
  ['below 0', -27.7, 4],
  ['above 0', 27.7, 4],
])(
  'growth over an argument %s is off by a few units of the last place at most, and 1 where nothing grows',
  (_, last, units) => {
    const n = 1000
    const rate = row(n, (k) => (last * k) / n)
    const growing = kernel({
      buffers: [reads('rate'), keeps('v')],
      each: [store('v', relaxation('dt'))],
    })

    const { v = [] } = runWasm(growing, { last: n, arrays: { rate, v: row(n, () => 0) } }).arrays
    const errors = rate.map((r, k) => {
      const x = 0.1 * r
      const truth = x === 0 ? 1 : Math.expm1(x) / x
      return Math.abs(((v[k] ?? 0) - truth) / truth)
    })

    expect(v[0]).toBe(1)
    expect(Math.max(...errors)).toBeLessThan(units * Number.EPSILON)
  },
)
