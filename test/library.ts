/** The model library as tests see it: every file, and what each declares. */
import { readdirSync } from 'node:fs'
import { type Examined, examine } from '../compiler/index.ts'
import type { Dynamics, Model } from '../compiler/ir/dynamics.ts'
import { ModelFiles } from '../runtime/model-files.ts'

/** The library is named, since a bundle does not lie where the file does. */
export const modelFiles = new ModelFiles('.', 'models')

export const libraryPaths: readonly string[] = readdirSync('models', {
  recursive: true,
  encoding: 'utf8',
})
  .filter((path) => path.endsWith('.livn'))
  .map((path) => `models/${path}`)
  .sort()

export function examineFile(path: string): Examined {
  return examine(modelFiles.read(path), modelFiles.surroundings)
}

export interface Meaning {
  readonly name: string
  readonly path: string
  readonly meaning: Dynamics | Model
}

/** Everything the library declares and casts, once. */
export const libraryMeanings: readonly Meaning[] = libraryPaths.flatMap((path) => {
  const { own, declarations, models } = examineFile(path)
  const declared = own.flatMap((name) => {
    const meaning = declarations.get(name)
    return meaning ? [{ name, path, meaning }] : []
  })
  return [...declared, ...models.map((model) => ({ name: model.name, path, meaning: model }))]
})
