/** What equality, rewriting and evaluation of expressions promise. */
import { expect, test } from 'vitest'
import { evaluate } from '../../../compiler/ir/evaluate.ts'
import {
  apply,
  type Expr,
  number,
  read,
  readsOf,
  rewrite,
  substitute,
} from '../../../compiler/ir/expr.ts'
import { call } from '../build-kernel.ts'

/** v, v + v, (v + v) + (v + v), …: a thousand nodes that print as 2^1000. */
function doubled(times: number): Expr {
  let e = read('v')
  for (let k = 0; k < times; k++) e = apply('add', e, e)
  return e
}

/** v + 1 + 1 + … */
function chain(length: number): Expr {
  let e = read('v')
  for (let k = 0; k < length; k++) e = apply('add', e, number(1))
  return e
}

test('makes equal expressions identical', () => {
  expect(call('add', 'v', 1)).toBe(call('add', 'v', 1))
})

test('tells zero from minus zero and one unit from another', () => {
  expect(number(0)).not.toBe(number(-0))
  expect(number(1, [1, 0, 0, 0, 0, 0, 0])).not.toBe(number(1))
})

test('replaces names all at once', () => {
  const swapped = new Map([
    ['a', read('b')],
    ['b', read('a')],
  ])

  expect(substitute(call('subtract', 'a', 'b'), swapped)).toBe(call('subtract', 'b', 'a'))
})

test('treats each shared part once, however often it occurs', () => {
  const large = doubled(1000)

  expect(evaluate(large, () => 1)).toBe(2 ** 1000)
  expect(readsOf(rewrite(large, (e) => (e === read('v') ? read('u') : e)))).toEqual(new Set(['u']))
})

test('survives expressions twenty thousand levels deep', () => {
  const deep = chain(20_000)

  expect(evaluate(deep, () => 0)).toBe(20_000)
  expect([...readsOf(substitute(deep, new Map([['v', read('u')]])))]).toEqual(['u'])
})

test('evaluates only the operands that decide', () => {
  const asked: string[] = []
  const note = (name: string): number => {
    asked.push(name)
    return 0
  }

  evaluate(call('select', call('and', 'a', 'b'), 'c', call('or', call('not', 'a'), 'd')), note)

  expect(asked).toEqual(['a'])
})
