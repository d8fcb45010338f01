/** The table that the parser decides by is what its rules say, and reads every text as they do. */
import { readFileSync } from 'node:fs'
import type { CstNode, IToken } from 'chevrotain'
import { expect, test } from 'vitest'
import { lex } from '../../grammar/lex.ts'
import { LivnParser } from '../../grammar/parser.ts'
import { ReadyParser } from '../../grammar/ready-parser.ts'
import { Chance, mutate } from '../property/mutate.ts'
import { findDecisions } from './find-decisions.ts'

const gallery = readFileSync('test/grammar/gallery.livn', 'utf8')

test('the table of decisions is that of the rules', async () => {
  const table = [
    '/** By which tokens the rules of the parser decide how to go on: generated from them by test/grammar/decisions.test.ts. */',
    'export const decisions = `',
    ...findDecisions(),
    '`',
    '',
  ]

  await expect(table.join('\n')).toMatchFileSnapshot('../../grammar/decisions.ts')
})

interface Reading {
  readonly tree: CstNode
  readonly stops: readonly string[]
}

function read(parser: LivnParser, tokens: readonly IToken[]): Reading {
  parser.input = [...tokens]
  const tree = parser.file()
  const stops = parser.errors.map(
    ({ name, token, context }) => `${name} ${token.startOffset} ${context.ruleStack}`,
  )
  return { tree, stops }
}

test('texts are read by the table as by the rules, and reading stops at the same places', () => {
  const byTable = new ReadyParser(true)
  const byRules = new LivnParser(true)
  const pieces = gallery.split(/\n\n(?=\S)/)
  const texts = Array.from({ length: 500 }, (_, seed) => mutate(pieces, new Chance(seed)))

  const readings = [gallery, ...texts].map((text) => {
    const { tokens } = lex({ path: 'damaged.livn', text })
    return { tabled: read(byTable, tokens), ruled: read(byRules, tokens) }
  })

  expect(readings.map(({ tabled }) => tabled)).toEqual(readings.map(({ ruled }) => ruled))
  expect(readings.filter(({ ruled }) => ruled.stops.length > 0).length).toBeGreaterThan(100)
})
