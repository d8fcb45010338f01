/** The model library as texts, and what its imports find. */
import type { Source } from '../../compiler/index.ts'
import { libraryPaths, modelFiles } from '../library.ts'

export const librarySources = (): readonly Source[] =>
  libraryPaths.map((path) => modelFiles.read(path))

export const librarySurroundings = modelFiles.surroundings
