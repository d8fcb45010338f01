/** The models that come with livn, by the names of their files, and the numbers found for them by tuning. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source, Surroundings } from '../compiler/index.ts'
import { UsageError } from '../compiler/usage-error.ts'
import { nearest } from '../systems/nearest.ts'
import { libraryFolder, ModelFiles } from './model-files.ts'

/** A text, what it may import, and what its file is called. */
export interface Readable {
  readonly name: string
  readonly source: Source
  readonly surroundings: Surroundings
}

/** Weights and background with which a model lives on a system. */
export interface Tuned {
  readonly model: string
  readonly system: string
  /** What makes the document again. */
  readonly command?: string
  readonly seed?: number
  /** ms */
  readonly dt?: number
  readonly params: Readonly<Record<string, number>>
  readonly features?: Readonly<Record<string, number>>
}

const stemOf = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/\.livn$/, '')

/** A model of the library, such as `izhikevich-culture`, or a file: `my-culture.livn`. */
export function readModel(name: string, folder = '.'): Readable {
  const files = new ModelFiles(folder)
  if (name.endsWith('.livn')) return readable(files.read(name), files)
  const ours = files.libraryFiles
  const source = ours.get(name)?.()
  if (source) return readable(source, files)
  const near = nearest(name, [...ours.keys()])
  throw new UsageError(
    `There is no model ${name} in the library${near ? `; did you mean ${near}?` : '.'} ` +
      'A model of your own is given by its file, which ends in .livn; `livn models list` shows the others.',
  )
}

const readable = (source: Source, { surroundings }: ModelFiles): Readable => {
  return { name: stemOf(source.path), source, surroundings }
}

/** A text of one's own, which may use the declarations of the library by name. */
export function ownModel(source: Source, given: Surroundings = {}): Readable {
  const { surroundings } = new ModelFiles('.')
  return { name: stemOf(source.path), source, surroundings: { ...surroundings, ...given } }
}

const isName = /^[\w-]+$/

/** Undefined where nobody has tuned that model on that system. */
export function tunedFor(model: string, system: string): Tuned | undefined {
  if (!isName.test(model) || !isName.test(system)) return undefined
  const file = join(libraryFolder, 'tuned', model, `${system}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Tuned) : undefined
}
