/** How small texts of our own become expressions. */
import { expect, test } from 'vitest'
import { always, number, read } from '../../../compiler/ir/expr.ts'
import { printExpr } from '../../../compiler/ir/print-expr.ts'
import { readExpr } from '../../../compiler/ir/read.ts'
import { call } from '../build-kernel.ts'

test('reads names, numbers and operators', () => {
  expect(readExpr('g * (v - E) + -1')).toBe(
    call('add', call('multiply', 'g', call('subtract', 'v', 'E')), -1),
  )
})

test('reads names that belong to an owner', () => {
  expect(readExpr('pre.v')).toBe(read('pre.v'))
})

test('reads functions by the name of their operator', () => {
  expect(readExpr('clip(exp(x), 0, 1)')).toBe(call('clip', call('exp', 'x'), 0, 1))
})

test('tells the two meanings of int apart', () => {
  expect(readExpr('int(x > 0)')).toBe(call('int', call('greater', 'x', 0)))
  expect(readExpr('int(x)')).toBe(call('truncate', 'x'))
})

test('reads conditions', () => {
  expect(readExpr('if true then 1 else x')).toBe(call('select', always, number(1), 'x'))
})

test('reads back what the printer wrote', () => {
  const text = 'if not (a or b) and c <= 2 then -x^2 / (y * z) else (a - (b - c)) % d // e'

  expect(printExpr(readExpr(text))).toBe(text)
})

test('refuses functions that do not exist', () => {
  expect(() => readExpr('constructor(1)')).toThrow('no function constructor')
})
