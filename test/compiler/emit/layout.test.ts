/** Where code breaks into lines. */
import { expect, test } from 'vitest'
import { either, group, indent, layOut, line, list } from '../../../compiler/emit/layout.ts'

test('keeps a group on one line where it fits', () => {
  expect(layOut(group('x =', indent(line, 'y')), 5)).toBe('x = y')
})

test('breaks all lines of a group that is too long, and only its own', () => {
  const inner = group('(', line, 'b', line, ')')

  expect(layOut(group('a', line, inner, line, 'c'), 6)).toBe(
    'a\n( b )\nc'.replace('( b )', '( b )'),
  )
})

test('counts what follows a group up to the next break', () => {
  const argument = group('f(', indent(line, 'x'), line, ')')

  expect(layOut([argument, ' {'], 7)).toBe('f(\n  x\n) {')
})

test('writes a list on one line, or one entry per line with a comma after the last', () => {
  const call = ['f', list('(', ['first', 'second'], ')')]

  expect(layOut(call, 20)).toBe('f(first, second)')
  expect(layOut(call, 10)).toBe('f(\n  first,\n  second,\n)')
})

test('chooses between two texts by whether the group around them is broken', () => {
  const choice = group('a', line, either('broken', 'flat'))

  expect(layOut(choice, 20)).toBe('a flat')
  expect(layOut(choice, 3)).toBe('a\nbroken')
})

test('lays out a chain of ten thousand operands', () => {
  const chain = Array.from({ length: 10_000 }, () => [' +', line, 'x'])

  const lines = layOut(group('x', ...chain), 100).split('\n')

  expect(lines).toHaveLength(10_001)
})
