/** Poisson counts in lanes are those of the plain function, for means that cells share and for their own. */
import { expect, test } from 'vitest'
import { call, keeps, kernel, letBe, reads, shared, store } from '../../build-kernel.ts'
import { row } from './compare-kernel.ts'
import { runInterpreted, runWasm, type Start } from './run-kernel.ts'

const countsOf = (mean: string | number) => call('poisson', mean, 'seed', 18, 'i', 'step')

const ofShared = kernel({
  buffers: [shared('rate'), keeps('k')],
  link: [letBe('mean', call('multiply', 'rate', 'dt'))],
  each: [store('k', call('add', 'k', countsOf('mean')))],
})

const ofOwn = kernel({
  buffers: [reads('mean'), keeps('k')],
  each: [store('k', countsOf('mean'))],
})

const startOf = (rate: number, last: number): Start => ({
  last,
  seed: 0x9abcdef0,
  dt: 0.1,
  shared: { rate },
  arrays: { k: row(last, () => 0) },
})

const means = [0, 1e-5, 0.01, 0.5, 2, 3.9, 8, 12, 23, 41, 64, 64.5, 900]

test.each(means)('of a shared mean of %f, in either precision', (mean) => {
  const start = { ...startOf(10 * mean, 1003), steps: 40 }
  const truth = runInterpreted(ofShared, start).arrays

  expect(runWasm(ofShared, start).arrays).toEqual(truth)
  // Large counts are normal numbers rounded, which in f32 may fall on the other side.
  if (mean <= 64) expect(runWasm(ofShared, { ...start, precision: 'f32' }).arrays).toEqual(truth)
})

test.each([1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 16, 17])('%i cells all get theirs', (last) => {
  const start = startOf(30, last)

  for (const precision of ['f64', 'f32'] as const) {
    expect(runWasm(ofShared, { ...start, precision }).arrays).toEqual(
      runInterpreted(ofShared, start).arrays,
    )
  }
})

test('a worker that begins in the middle gives its cells the same counts', () => {
  const start = { ...startOf(25, 40), first: 12 }

  expect(runWasm(ofShared, start).arrays).toEqual(runInterpreted(ofShared, start).arrays)
})

test('of means that differ from cell to cell', () => {
  const last = 4001
  const own = { mean: row(last, (k) => (k % 70) * 1.03 - 1), k: row(last, () => 0) }
  const start: Start = { last, seed: 5, step: 77, arrays: own }

  expect(runWasm(ofOwn, start).arrays.k).toEqual(runInterpreted(ofOwn, start).arrays.k)
})

test('of a mean that changes from step to step', () => {
  const waving = kernel({
    buffers: [keeps('k')],
    once: [letBe('mean', call('multiply', 4, call('modulo', 't', 1)))],
    each: [store('k', call('add', 'k', countsOf('mean')))],
  })
  const start: Start = { ...startOf(0, 101), steps: 60 }

  expect(runWasm(waving, start).arrays).toEqual(runInterpreted(waving, start).arrays)
})
