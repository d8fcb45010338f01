/** How lines of code are collected. */
import { expect, test } from 'vitest'
import { CodeWriter } from '../../../compiler/emit/code-writer.ts'

test('indents blocks and lines up the comments of neighbours', () => {
  const writer = new CodeWriter()

  writer.block('function f() {', () => {
    writer.line('const v = 1', 'mV')
    writer.line('const tau = 20', 'ms')
    writer.line('return v')
  })

  expect(writer.toString()).toBe(`\
function f() {
  const v = 1    // mV
  const tau = 20 // ms
  return v
}
`)
})

test('writes no two blank lines in a row and none where a block begins', () => {
  const writer = new CodeWriter()

  writer.block('{', () => {
    writer.blank()
    writer.line('a')
    writer.blank()
    writer.blank()
    writer.line('b')
  })

  expect(writer.toString()).toBe('{\n  a\n\n  b\n}\n')
})

test('does not let a comment end, hide or turn around the code beside it', () => {
  const writer = new CodeWriter()

  writer.line('x', 'mV\n} */ stolen()\u2028\u202e')

  expect(writer.toString()).toBe('x // mV } * / stolen()\n')
})
