/** The formatter loses nothing: what it prints reads back as the same tree. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, parseExpression } from '../../grammar/parse.ts'
import { print } from '../../grammar/print.ts'
import { printExpr } from '../../grammar/print-expr.ts'
import { brian2Blocks as blocks } from './brian2-blocks.ts'
import { expressions } from './random-expression.ts'
import { withoutPlaces } from './without-places.ts'

const read = (text: string) => parse({ path: 'x.livn', text })

const library = readdirSync('models', { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.livn'),
)

test('an expression reads back as it was', () => {
  fc.assert(
    fc.property(expressions, (expr) => {
      expect(withoutPlaces(parseExpression(printExpr(expr)))).toEqual(withoutPlaces(expr))
    }),
    { numRuns: 2000 },
  )
})

describe.each(library)('%s', (path) => {
  const text = readFileSync(join('models', path), 'utf8')

  test('is laid out canonically', () => {
    expect(print(read(text).file)).toBe(text)
  })
})

test.each(blocks.map(({ paper, block }) => [paper, block] as const))(
  '%s reads back the same',
  (_, block) => {
    const first = read(`neuron X {\n${block}\n}`)

    const printed = print(first.file)

    expect(first.diagnostics).toEqual([])
    expect(withoutPlaces(read(printed).file)).toEqual(withoutPlaces(first.file))
    expect(print(read(printed).file)).toBe(printed)
  },
)

test('comments and single blank lines stay where they are', () => {
  const text = [
    '# What it is.',
    '#',
    '# More about it.',
    'neuron X {    # behind the brace',
    '  param a = 1 mV    # first',
    '  # above the second',
    '  param bcd = 2 mV',
    '',
    '  dv/dt = (a - v) / ms : mV',
    '  # at the end',
    '}',
    '',
    '# Alone at the bottom.',
    '',
  ].join('\n')

  expect(print(read(text).file)).toBe(text)
})

test('a power behind a quantity belongs to its unit', () => {
  const printed = printExpr(parseExpression('(3 cm)^2 * 3 cm^2'))
  expect(printed).toBe('(3 cm)^2 * 3 cm^2')
})
