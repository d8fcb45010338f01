/** What the oracle does with each kind of statement, buffer and element. */
import { expect, test } from 'vitest'
import { type InterpreterBinding, interpret } from '../../../compiler/ir/interpret.ts'
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

const step = { step: 3, t: 0.3 }

test('stores a new value for every cell of the range and leaves the others alone', () => {
  const v = Float64Array.of(1, 2, 3, 4)
  const decay = kernel({ buffers: [keeps('v')], each: [store('v', call('multiply', 'v', 10))] })

  interpret(decay, bind({ v }), { ...step, first: 1, last: 3 })

  expect([...v]).toEqual([1, 20, 30, 4])
})

test('lets a later statement see an earlier store, and an earlier let keep its value', () => {
  const v = Float64Array.of(5)
  const u = Float64Array.of(0)
  const each = [letBe('old', 'v'), store('v', 7), store('u', call('subtract', 'v', 'old'))]

  interpret(kernel({ buffers: [keeps('v'), keeps('u')], each }), bind({ v, u }), {
    ...step,
    first: 0,
    last: 1,
  })

  expect([v[0], u[0]]).toEqual([7, 2])
})

test('computes link and once parts from shared values, time and step', () => {
  const v = Float64Array.of(0)
  const parts = kernel({
    buffers: [shared('tau'), keeps('v')],
    link: [letBe('ratio', call('divide', 'dt', 'tau'))],
    once: [letBe('phase', call('add', 't', 'step'))],
    each: [store('v', call('add', 'ratio', 'phase'))],
  })

  interpret(parts, bind({ v }, { tau: 4, dt: 0.1 }), { ...step, first: 0, last: 1 })

  expect(v[0]).toBe(0.1 / 4 + (0.3 + 3))
})

test('takes one branch and lists the cells that spike', () => {
  const v = Float64Array.of(1, -1, 2)
  const threshold = kernel({
    buffers: [keeps('v')],
    each: [when(call('greater', 'v', 0), [spike(), store('v', -70)], [store('v', 0)])],
    events: ['spike'],
  })

  const events = interpret(threshold, bind({ v }), { ...step, first: 0, last: 3 })

  expect(events.get('spike')).toEqual([0, 2])
  expect([...v]).toEqual([-70, 0, -70])
})

test('walks the connections of a list and scatters into their targets in order', () => {
  const g = Float64Array.of(0, 0)
  const w = Float64Array.of(1, 10, 100)
  const v = Float64Array.of(2, 3)
  const deliver = kernel({
    domain: 'connections',
    buffers: [reads('w'), reads('pre.v', 'source'), keeps('g', 'target')],
    each: [addTo('g', call('multiply', 'w', 'pre.v'))],
  })
  const ends = { source: Int32Array.of(0, 1, 1), target: Int32Array.of(1, 1, 0) }

  const binding = { ...bind({ w, g, 'pre.v': v }), ...ends }
  interpret(deliver, binding, { ...step, first: 0, last: 2, list: Int32Array.of(0, 1) })

  expect([...g]).toEqual([0, 32])
})

test('does not look at the branch of a select that is not taken', () => {
  const v = Float64Array.of(1)
  const each = [store('v', call('select', call('greater', 'v', 0), 5, 'absent'))]

  interpret(kernel({ buffers: [keeps('v')], each }), bind({ v }), { ...step, first: 0, last: 1 })

  expect(v[0]).toBe(5)
})

test('says which name has no value', () => {
  const lost = kernel({ buffers: [keeps('v')], each: [store('v', 'u')] })

  const run = () => interpret(lost, bind({ v: Float64Array.of(1) }), { ...step, first: 0, last: 1 })

  expect(run).toThrow('u has no value')
})

function bind(
  arrays: Readonly<Record<string, Float64Array>>,
  values: Readonly<Record<string, number>> = {},
): InterpreterBinding {
  return { arrays: new Map(Object.entries(arrays)), shared: new Map(Object.entries(values)) }
}
