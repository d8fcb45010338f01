/** What no pass may hand on. */
import { expect, test } from 'vitest'
import { length } from '../../../compiler/ir/dimension.ts'
import { number } from '../../../compiler/ir/expr.ts'
import { InternalError } from '../../../compiler/ir/internal-error.ts'
import type { Kernel } from '../../../compiler/ir/kernel.ts'
import { verify } from '../../../compiler/ir/verify.ts'
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

const faultOf = (parts: Partial<Kernel>) => () => verify(kernel(parts), 'fold-constants')

test('gives a legal kernel back', () => {
  const legal = kernel({ buffers: [keeps('v')], each: [letBe('a', 'v'), store('v', 'a')] })

  expect(verify(legal, 'lower')).toBe(legal)
})

test('names the pass and prints the kernel', () => {
  const broken = faultOf({ each: [letBe('a', 'u')] })

  expect(broken).toThrow(InternalError)
  expect(broken).toThrow(/after fold-constants: u is read where it is not defined[\s\S]*a = u/)
})

test('a name is defined before it is read', () => {
  expect(faultOf({ each: [letBe('a', 'b'), letBe('b', 1)] })).toThrow('b is read where it is not')
})

test('a name inside a branch ends with the branch', () => {
  const branch = when(call('less', 'i', 1), [letBe('a', 1)])

  expect(faultOf({ each: [branch, letBe('b', 'a')] })).toThrow('a is read where it is not defined')
})

test('a name is given once in a scope, but may come again in another branch', () => {
  const branch = when(call('less', 'i', 1), [letBe('a', 1)], [letBe('a', 2)])

  expect(faultOf({ each: [letBe('a', 1), letBe('a', 2)] })).toThrow('a is named twice')
  expect(faultOf({ each: [branch] })).not.toThrow()
})

test('only declared buffers that may be written are written', () => {
  expect(faultOf({ each: [store('v', 1)] })).toThrow('store into v, which is no buffer')
  expect(faultOf({ buffers: [reads('v')], each: [addTo('v', 1)] })).toThrow('may only be read')
})

test('link reads what never changes, once reads what is shared', () => {
  const buffers = [shared('a'), shared('b', { changes: 'step' }), reads('v')]

  expect(faultOf({ buffers, link: [letBe('x', 'a')], once: [letBe('y', 'b')] })).not.toThrow()
  expect(faultOf({ buffers, link: [letBe('x', 'b')] })).toThrow('b is read where it is not defined')
  expect(faultOf({ buffers, link: [letBe('x', 't')] })).toThrow('t is read where it is not defined')
  expect(faultOf({ buffers, once: [letBe('x', 'v')] })).toThrow('v is read where it is not defined')
})

test('a condition is boolean and arithmetic is not', () => {
  expect(faultOf({ each: [when(number(1), [])] })).toThrow('a condition is a number')
  expect(faultOf({ each: [letBe('a', call('add', 1, call('less', 'i', 1)))] })).toThrow(
    'add takes reals',
  )
  expect(faultOf({ each: [letBe('a', call('not', 'i'))] })).toThrow('not takes booleans')
})

test('a buffer takes values of its type', () => {
  const buffers = [keeps('flag', 'element', { type: 'boolean' })]

  expect(faultOf({ buffers, each: [store('flag', 1)] })).toThrow('store of a real into the boolean')
  expect(faultOf({ buffers, each: [store('flag', call('less', 'i', 1))] })).not.toThrow()
})

test('numbers have lost their dimension', () => {
  expect(faultOf({ each: [letBe('a', number(1, length))] })).toThrow('has a dimension')
})

test('only connections have a source and a target', () => {
  expect(faultOf({ buffers: [reads('v', 'source')] })).toThrow(
    'belongs to the source of no connection',
  )
  expect(faultOf({ each: [letBe('a', 'target')] })).toThrow(
    'target is read where it is not defined',
  )
})

test('an event that happens is listed', () => {
  expect(faultOf({ each: [spike()] })).toThrow('event spike is not listed')
})
