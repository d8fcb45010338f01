/** Events of uniform numbers below a limit: most cells are decided by one word, and all as if by the whole number. */
import { expect, test } from 'vitest'
import { wasm } from '../../../../compiler/emit/wasm/emit.ts'
import { uniformAt } from '../../../../compiler/ir/random.ts'
import { addTo, call, keeps, kernel, shared, spike, when } from '../../build-kernel.ts'
import { expectSame } from './compare-kernel.ts'
import type { Start } from './run-kernel.ts'

const seed = 0x9abcdef0
const stream = 77

const chance = (limit: string | number) =>
  call('less', call('uniform', 'seed', stream, 'i', 'step'), limit)

const source = kernel({
  buffers: [shared('p')],
  events: ['spike'],
  each: [when(chance('p'), [spike()])],
})

const start = (p: number): Start => ({ last: 43, seed, steps: 50, arrays: {}, shared: { p } })

test('sources ask eight cells at once', () => {
  const { text } = wasm.emit([source], { precision: 'f64', title: 'sources' })

  expect(text).toContain('if i32x4.bitmask (v128.or $may $may.1)')
})

test.each([0.0015, 0.5, 0.999, 2 ** -30, 0, 1, 3, -1, Number.NaN, Infinity])(
  'numbers below %d are those of the interpreter',
  (p) => {
    expectSame(source, start(p))
    expectSame(source, { ...start(p), precision: 'f32' })
  },
)

test('a number is not below itself, but below the next', () => {
  const number = uniformAt(seed, stream, 6, 3)

  expectSame(source, start(number))
  expectSame(source, start(number + 2 ** -53))
  expect(number + 2 ** -53).toBeGreaterThan(number)
})

test('in f32 a number has 24 bits, and is not below those, but below the next', () => {
  const number = Math.floor(uniformAt(seed, stream, 6, 3) * 2 ** 24) * 2 ** -24

  expectSame(source, { ...start(number), precision: 'f32' })
  expectSame(source, { ...start(number + 2 ** -24), precision: 'f32' })
})

test('events that come by chance do the rest of their work in their own cells only', () => {
  const counting = kernel({
    buffers: [shared('p'), shared('q'), keeps('n'), keeps('m')],
    events: ['spike', 'burst'],
    each: [
      addTo('m', 1),
      when(chance('p'), [spike(), addTo('n', 1)]),
      when(call('greater', 'm', 'q'), [
        when(call('less', call('uniform', 'seed', stream + 1, 'i', 'step'), 'p'), [
          spike('burst'),
          addTo('n', 10),
        ]),
      ]),
    ],
  })
  const arrays = { n: Array(43).fill(0), m: Array.from({ length: 43 }, (_, k) => k) }

  expectSame(counting, { ...start(0.2), arrays, shared: { p: 0.2, q: 30 } })
})
