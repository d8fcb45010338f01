/** Whatever tree a model has, its canonical text reads back as that tree. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../../grammar/parse.ts'
import { print } from '../../grammar/print.ts'
import { modelFiles } from './random-model.ts'
import { withoutPlaces } from './without-places.ts'

const read = (text: string) => parse({ path: 'x.livn', text })

test('a model file reads back as it was, comments and all', () => {
  fc.assert(
    fc.property(modelFiles, (file) => {
      const { file: again, diagnostics } = read(print(file))

      expect(diagnostics).toEqual([])
      expect(withoutPlaces(again)).toEqual(withoutPlaces(file))
    }),
    { numRuns: 400 },
  )
})

test('printing what was printed changes nothing', () => {
  fc.assert(
    fc.property(modelFiles, (file) => {
      const once = print(read(print(file)).file)

      expect(print(read(once).file)).toBe(once)
    }),
    { numRuns: 400 },
  )
})
