/** What one compile remembers for the next does not change it. */
import { expect, test } from 'vitest'
import { compile } from '../../compiler/index.ts'
import { libraryPaths, modelFiles } from '../library.ts'

const codeOf = (path: string): string =>
  compile(modelFiles.read(path), modelFiles.surroundings).artifact.text

test('models compiled one after the other are the same code in any order', () => {
  const casts = libraryPaths.filter((path) => path.includes('/cultures/'))

  const forward = casts.map(codeOf)
  const backward = casts.toReversed().map(codeOf).reverse()

  expect(casts.length).toBeGreaterThan(5)
  expect(backward).toEqual(forward)
})
