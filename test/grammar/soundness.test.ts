/** The rules hold up to the parser generator's own checks, which a run skips. */
import { expect, test } from 'vitest'
import { LivnParser } from '../../grammar/parser.ts'

test('two tokens ahead always tell which rule follows', () => {
  expect(() => new LivnParser(false)).not.toThrow()
})
