/** A text falls into the tokens that the lexer of the parser generator finds in it. */
import { readFileSync } from 'node:fs'
import { type IToken, Lexer } from 'chevrotain'
import { expect, test } from 'vitest'
import { scan } from '../../grammar/scan.ts'
import { lexed } from '../../grammar/tokens.ts'
import { babble, Chance, mutate } from '../property/mutate.ts'

const lexer = new Lexer([...lexed], { positionTracking: 'onlyOffset', skipValidations: true })
const gallery = readFileSync('test/grammar/gallery.livn', 'utf8')

const spell = ({ tokenType, image, startOffset }: IToken): string =>
  `${startOffset} ${tokenType.name} ${image}`

const scanned = (text: string) => {
  const { tokens, comments, unknown } = scan(text)
  return { tokens: tokens.map(spell), comments: comments.map(spell), unknown }
}

const expected = (text: string) => {
  const { tokens, groups, errors } = lexer.tokenize(text)
  return {
    tokens: tokens.map(spell),
    comments: (groups.comments ?? []).map(spell),
    unknown: errors.map(({ offset, length }) => ({ offset, length })),
  }
}

test('a model falls into the tokens that the parser generator finds', () => {
  expect(scanned(gallery)).toEqual(expected(gallery))
})

test('damaged texts do, and what is no token is the same', () => {
  const pieces = gallery.split(/\n\n(?=\S)/)
  const damaged = Array.from({ length: 300 }, (_, seed) => mutate(pieces, new Chance(seed)))
  const random = Array.from({ length: 300 }, (_, seed) => babble(new Chance(seed)))
  const texts = [...damaged, ...random]

  expect(texts.map(scanned)).toEqual(texts.map(expected))
  expect(texts.map(scanned).filter(({ unknown }) => unknown.length > 0).length).toBeGreaterThan(50)
})
