/** The model library has no mistakes, and says of everything in it what it is and where it comes from. */
import { expect, test } from 'vitest'
import { examineFile, libraryMeanings, libraryPaths, type Meaning } from '../../library.ts'

const named = libraryMeanings.map((each) => [`${each.name} of ${each.path}`, each] as const)

/** Parameters that nobody explained. */
const unexplained = ({ meaning }: Meaning): readonly string[] =>
  'populations' in meaning
    ? []
    : [...meaning.variables.values()]
        .filter(({ kind, doc }) => kind === 'param' && doc === '')
        .map(({ name }) => name)

test.each(libraryPaths)('%s has no mistake', (path) => {
  expect(examineFile(path).diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual(
    [],
  )
})

test.each(named)('%s cites its source by author and year', (_, { meaning }) => {
  expect(meaning.doc).toMatch(/\p{Lu}\p{L}+.* \(\d{4}\) \S/u)
})

test.each(named)('%s says what each parameter is', (_, each) => {
  expect(unexplained(each)).toEqual([])
})
