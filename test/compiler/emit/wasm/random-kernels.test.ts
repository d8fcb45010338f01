/** Any kernel made of exact operations gives the interpreter's bits. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Expr } from '../../../../compiler/ir/expr.ts'
import type { Kernel, Let, Statement } from '../../../../compiler/ir/kernel.ts'
import type { Op } from '../../../../compiler/ir/ops.ts'
import { verify } from '../../../../compiler/ir/verify.ts'
import {
  addTo,
  call,
  expr,
  keeps,
  kernel,
  letBe,
  reads,
  shared,
  spike,
  store,
  when,
} from '../../build-kernel.ts'
import { runInterpreted, runWasm, type End, type Start } from './run-kernel.ts'

const binary: readonly Op[] = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'min',
  'max',
  'floorDivide',
  'modulo',
]
const unary: readonly Op[] = ['negate', 'abs', 'sign', 'floor', 'ceil', 'truncate', 'sqrt']
const compared: readonly Op[] = [
  'less',
  'lessEqual',
  'greater',
  'greaterEqual',
  'equal',
  'notEqual',
]

const names = fc.constantFrom('v', 'w', 'n', 'I', 'a', 't', 'step', 'i', 'early')
const leaf = fc.oneof(
  names.map((name) => expr(name)),
  fc.constantFrom(0, 1, -1, 0.5, 2, 3, -7.25).map((value) => expr(value)),
)

const { real, truth } = fc.letrec<{ real: Expr; truth: Expr }>((tie) => ({
  real: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expr' },
    leaf,
    fc
      .tuple(fc.constantFrom(...binary), tie('real'), tie('real'))
      .map(([op, x, y]) => call(op, x, y)),
    fc.tuple(fc.constantFrom(...unary), tie('real')).map(([op, x]) => call(op, x)),
    fc.tuple(tie('truth'), tie('real'), tie('real')).map(([c, x, y]) => call('select', c, x, y)),
    fc.tuple(tie('real'), fc.integer({ min: -3, max: 5 })).map(([x, n]) => call('power', x, n)),
    fc.tuple(tie('real'), tie('real')).map(([x, y]) => call('clip', x, -2, call('abs', y))),
    tie('truth').map((c) => call('int', c)),
    fc.constant(call('elapsed', 'step', 'n')),
  ),
  truth: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'expr' },
    fc.constant(expr('flag')),
    fc
      .tuple(fc.constantFrom(...compared), tie('real'), tie('real'))
      .map(([op, x, y]) => call(op, x, y)),
    fc
      .tuple(fc.constantFrom<Op>('and', 'or'), tie('truth'), tie('truth'))
      .map(([op, x, y]) => call(op, x, y)),
    tie('truth').map((c) => call('not', c)),
  ),
}))

const whole = real.map((x) => call('clip', call('truncate', x), -1000, 1000))
const settled = whole.map((x) => call('select', call('equal', x, x), x, 0))

const { block } = fc.letrec<{ block: readonly Statement[]; statement: Statement }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(fc.constantFrom('v', 'w'), real).map(([name, x]) => store(name, x)),
    fc.tuple(fc.constantFrom('v', 'w'), real).map(([name, x]) => addTo(name, x)),
    settled.map((x) => store('n', x)),
    truth.map((c) => store('flag', c)),
    truth.map((c) => when(c, [spike()])),
    fc.tuple(truth, tie('block'), tie('block')).map(([c, x, y]) => when(c, x, y)),
    fc.tuple(truth, tie('block')).map(([c, x]) => when(c, [spike('burst'), ...x])),
  ),
  block: fc.array(tie('statement'), { maxLength: 4 }),
}))

const outer: fc.Arbitrary<readonly Let[]> = fc
  .tuple(real, truth)
  .map(([x, c]) => [letBe('x', x), letBe('c', c)])

const kernels: fc.Arbitrary<Kernel> = fc
  .tuple(fc.constantFrom('cells', 'spikes', 'connections'), outer, block)
  .map(([domain, lets, each]) =>
    verify(
      kernel({
        domain,
        buffers: [
          keeps('v'),
          keeps('w'),
          keeps('n', 'element', { type: 'integer' }),
          keeps('flag', 'element', { type: 'boolean' }),
          reads('I'),
          shared('a'),
        ],
        events: ['spike', 'burst'],
        link: [letBe('fixed', call('multiply', 'a', 'dt'))],
        once: [letBe('early', call('add', call('modulo', 't', 3), 'fixed'))],
        each: [...lets, ...each, addTo('v', 'x'), when(expr('c'), [addTo('w', 1)])],
      }),
      'generating',
    ),
  )

const start: Start = {
  last: 7,
  step: 5,
  steps: 3,
  arrays: {
    v: [0, 1, -1, 0.3, 2, 1e3, -3],
    w: [1, 1, 1, -0, 0.1, 5, 6],
    n: [0, 1, 2, 3, -4, 5, 6],
    flag: [0, 1, 0, 1, 1, 0, 0],
    I: [1, 0, 1, 0, 2, -2, 3],
  },
  shared: { a: 1.5 },
}

/** A kernel that appends to one event in two places fills the list place by place within a vector of cells. */
const sorted = (events: End['events']): readonly (readonly number[])[] =>
  Object.values(events).map((cells) => cells.toSorted((a, b) => a - b))

test('the bits agree', () => {
  fc.assert(
    fc.property(kernels, fc.boolean(), (tested, isListed) => {
      const list =
        tested.domain !== 'cells' && (isListed || tested.domain === 'spikes')
          ? { list: [0, 2, 3, 6, 5, 1, 4] }
          : {}

      const found = runWasm(tested, { ...start, ...list })
      const truth = runInterpreted(tested, { ...start, ...list })
      expect(found.arrays).toEqual(truth.arrays)
      expect(sorted(found.events)).toEqual(sorted(truth.events))
    }),
    { numRuns: 300, seed: 1 },
  )
})
