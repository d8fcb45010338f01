/** Which parts of a message are coloured. */
import { expect, test } from 'vitest'
import { paint } from '../../runtime/cli/paint.ts'

const message = [
  'lif.livn:2:9  unit-mismatch',
  '  2 |   x = g^2 : mV',
  '    |       ^^^',
  '  This is nS^2.',
].join('\n')

test('the place is bold, and the code and the carets of an error are red', () => {
  const painted = paint(message, 'error')

  expect(painted).toBe(
    [
      '\u001b[1mlif.livn:2:9\u001b[0m  \u001b[31munit-mismatch\u001b[0m',
      '  2 |   x = g^2 : mV',
      '    |       \u001b[31m^^^\u001b[0m',
      '  This is nS^2.',
    ].join('\n'),
  )
})

test('a warning is yellow', () => {
  const painted = paint('lif.livn:2:9  name-unused', 'warning')

  expect(painted).toContain('\u001b[33mname-unused')
})
