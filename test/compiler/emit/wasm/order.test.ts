/** The order in which statements are written changes nothing that they compute. */
import { expect, test } from 'vitest'
import { inOrder } from '../../../../compiler/emit/wasm/order.ts'
import type { Expr } from '../../../../compiler/ir/expr.ts'
import type { Statement } from '../../../../compiler/ir/kernel.ts'
import { call, letBe, spike, store, when } from '../../build-kernel.ts'

const nothing: (expr: Expr) => boolean = () => false
const isExp = (expr: Expr): boolean => expr.kind === 'apply' && expr.op === 'exp'

const nameOf = (statement: Statement): string => {
  if (statement.kind === 'let') return `let ${statement.name}`
  if (statement.kind === 'store' || statement.kind === 'add') return `store ${statement.buffer}`
  return statement.kind
}

const orderOf = (each: readonly Statement[], contains = nothing): readonly string[] =>
  inOrder(each, contains).map(nameOf)

test('a value is stored after its first use', () => {
  const each = [
    letBe('n_new', call('add', 'n', 1)),
    letBe('a', call('multiply', 'n_new', 2)),
    letBe('b', call('multiply', 'n_new', 'a')),
    store('n', 'n_new'),
  ]

  expect(orderOf(each)).toEqual(['let n_new', 'let a', 'store n', 'let b'])
})

test('a value whose first use is far away is stored at once', () => {
  const others = Array.from({ length: 30 }, (_, k) => letBe(`x${k}`, call('add', 'v', k)))
  const each = [
    letBe('n_new', call('add', 'n', 1)),
    ...others,
    letBe('a', call('multiply', 'n_new', 2)),
    store('n', 'n_new'),
  ]

  expect(orderOf(each).slice(0, 2)).toEqual(['let n_new', 'store n'])
})

test('a store stays behind the last that reads what was there before', () => {
  const each = [
    letBe('n_new', call('add', 'n', 1)),
    letBe('a', call('add', 'n', 'n_new')),
    letBe('b', call('multiply', 'a', 2)),
    store('n', 'n_new'),
  ]

  expect(orderOf(each)).toEqual(['let n_new', 'let a', 'store n', 'let b'])
})

test('a store stays behind an event that reads or writes its buffer', () => {
  const reset = when(call('greater', 'v_new', 0), [spike(), store('w', 0)])
  const each = [
    letBe('v_new', call('add', 'v', 1)),
    letBe('w_new', call('add', 'w', 1)),
    reset,
    store('w', 'w_new'),
    store('v', 'v_new'),
  ]

  expect(orderOf(each)).toEqual(['let v_new', 'let w_new', 'when', 'store v', 'store w'])
})

test('lets with a certain expression come first, with what they need', () => {
  const each = [
    letBe('a', call('add', 'v', 1)),
    letBe('x', call('multiply', 'v', 2)),
    letBe('b', call('multiply', 'a', 2)),
    letBe('e', call('exp', 'x')),
    store('v', 'e'),
  ]

  expect(orderOf(each, isExp)).toEqual(['let x', 'let e', 'let a', 'store v', 'let b'])
})

test('a let behind a store does not move in front of it', () => {
  const each = [store('v', 0), letBe('x', call('exp', 'v')), store('w', 'x')]

  expect(orderOf(each, isExp)).toEqual(['store v', 'let x', 'store w'])
})
