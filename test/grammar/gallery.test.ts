/** The models of the language reference are read without complaint and laid out canonically. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from '../../grammar/parse.ts'
import { print } from '../../grammar/print.ts'

const text = readFileSync('test/grammar/gallery.livn', 'utf8')
const { file, diagnostics } = parse({ path: 'gallery.livn', text })

test('the gallery is read without complaint', () => {
  expect(diagnostics).toEqual([])
})

test('the gallery declares everything it shows', () => {
  expect(file.declarations.map(({ kind }) => kind)).toHaveLength(text.match(/^\w/gm)?.length ?? 0)
})

test('the gallery is laid out canonically', () => {
  expect(print(file)).toBe(text)
})
