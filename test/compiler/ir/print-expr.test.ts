/** How expressions read. */
import { expect, test } from 'vitest'
import { type Dimension, power, time } from '../../../compiler/ir/dimension.ts'
import { always, apply, number, read } from '../../../compiler/ir/expr.ts'
import { printExpr } from '../../../compiler/ir/print-expr.ts'
import { call } from '../build-kernel.ts'

test('writes no parentheses that the grammar does not need', () => {
  const current = call(
    'multiply',
    call('multiply', 'g', call('power', 'm', 3)),
    call('subtract', 'v', 'E'),
  )

  expect(printExpr(call('add', current, 'I'))).toBe('g * m^3 * (v - E) + I')
})

test('keeps the order of operations that decides the last bit', () => {
  expect(printExpr(call('add', 'a', call('add', 'b', 'c')))).toBe('a + (b + c)')
  expect(printExpr(call('divide', 'a', call('multiply', 'b', 'c')))).toBe('a / (b * c)')
})

test('follows the precedence of Python for powers and signs', () => {
  expect(printExpr(call('negate', call('power', 'x', 2)))).toBe('-x^2')
  expect(printExpr(call('power', call('negate', 'x'), 2))).toBe('(-x)^2')
  expect(printExpr(call('power', call('power', 'x', 2), -1))).toBe('(x^2)^-1')
  expect(printExpr(call('power', -2, 2))).toBe('(-2)^2')
})

test('writes conditions in words', () => {
  const ready = call('and', call('greater', 'v', 0), call('not', call('or', 'held', 'busy')))

  expect(printExpr(call('select', ready, 'a', call('negate', 'b')))).toBe(
    'if v > 0 and not (held or busy) then a else -b',
  )
  expect(printExpr(call('add', call('select', always, 'a', 'b'), 1))).toBe(
    '(if true then a else b) + 1',
  )
})

test('hides the key of a random number where a model writer never sees it', () => {
  const draw = call('multiply', 'sigma', call('normal', 'seed', 42, 'i', 'step'))

  expect(printExpr(draw)).toBe('sigma * normal(seed, 42, i, step)')
  expect(printExpr(draw, { hideKeys: true })).toBe('sigma * randn()')
})

test('cuts short what would fill the disk', () => {
  let large = read('v')
  for (let k = 0; k < 1000; k++) large = apply('multiply', large, large)

  expect(printExpr(large).length).toBeLessThan(20_000)
  expect(printExpr(large)).toContain('…')
})

test('writes numbers so that they read back the same', () => {
  expect([0.1, 1e21, 1e-7, -0, Infinity].map((value) => printExpr(number(value)))).toEqual([
    '0.1',
    '1e21',
    '1e-7',
    '-0',
    'inf',
  ])
})

test('writes quantities in readable units', () => {
  const voltage: Dimension = [2, 1, -3, -1, 0, 0, 0]
  const perVoltage = power(voltage, -1)
  const rest = number(-70, voltage)

  expect(printExpr(apply('subtract', read('v'), rest))).toBe('v - (-70 mV)')
  expect(printExpr(apply('power', rest, number(2)))).toBe('(-70 mV)^2')
  expect(printExpr(apply('multiply', number(0.04, perVoltage), read('v')))).toBe('0.04/mV * v')
  expect(printExpr(apply('divide', read('v'), number(2, power(time, -1))))).toBe('v / 2 kHz')
})
