/** From a name to what was meant: a declaration or model of the library, a file of it, or a file of the user's. */
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Source, Surroundings } from '../../compiler/index.ts'
import { UsageError } from '../../compiler/usage-error.ts'
import { nearest } from '../../systems/nearest.ts'
import { libraryFolder, ModelFiles } from '../model-files.ts'
import { chooseMeanings, isModel, type Meaning, readMeanings } from './choose-meanings.ts'
import { findModels } from './find-models.ts'

/** Something that can be described or plotted, with the text it stands in. */
export interface Found {
  readonly meaning: Meaning
  readonly source: Source
  readonly surroundings: Surroundings
  /** Neurons of the same text. */
  readonly neighbours: readonly string[]
}

type Compiler = typeof import('../../compiler/index.ts')

export const kindOf = (meaning: Meaning): string => (isModel(meaning) ? 'model' : meaning.kind)

/** Everything that these files declare; of the library where no file is given. */
export function listMeanings(
  patterns: readonly string[],
  folder: string,
  compiler: Compiler,
): readonly Found[] {
  const files = new ModelFiles(folder)
  const sources =
    patterns.length > 0
      ? findModels(patterns, folder).map((path) => files.read(path))
      : [...files.libraryFiles.values()].map((read) => read())
  return sources.flatMap((source) => {
    const { surroundings } = files
    const all = readMeanings(source, surroundings, compiler)
    const neighbours = all.flatMap((each) => (kindOf(each) === 'neuron' ? [each.name] : []))
    return all.map((meaning) => ({ meaning, source, surroundings, neighbours }))
  })
}

export interface Wanted {
  /** A declaration, a file of the library without its ending, or a path that ends in .livn. */
  readonly what: string
  /** Which one of a file. */
  readonly name?: string | undefined
}

/** Never empty: what nobody knows is an error that says what comes nearest. */
export function findMeanings(
  { what, name }: Wanted,
  folder: string,
  compiler: Compiler,
): readonly Found[] {
  if (what.endsWith('.livn'))
    return ofFile(listMeanings([placed(what, folder)], folder, compiler), what, name)
  const all = listMeanings([], folder, compiler)
  const named = all.filter(({ meaning }) => meaning.name === what)
  if (named.length > 0) return [clearest(named, what)]
  const file = all.filter(({ source }) => basename(source.path, '.livn') === what)
  if (file.length > 0) return ofFile(file, what, name)
  throw unknown(what, all)
}

/** A path from here, or from the library. */
function placed(path: string, folder: string): string {
  const inLibrary = join(libraryFolder, path.replace(/^models[\\/]/, ''))
  return !existsSync(resolve(folder, path)) && existsSync(inLibrary) ? inLibrary : path
}

function ofFile(all: readonly Found[], path: string, name: string | undefined): readonly Found[] {
  const chosen = chooseMeanings(
    all.map(({ meaning }) => meaning),
    name,
    path,
  )
  return all.filter(({ meaning }) => chosen.includes(meaning))
}

/** Networks have parts of their own, which go by the names of others. */
function clearest(named: readonly Found[], what: string): Found {
  const outside = named.filter(({ source }) => !source.path.includes('networks/'))
  const [only, ...more] = outside.length > 0 ? outside : named
  if (only && more.length === 0) return only
  const paths = named.map(({ source }) => source.path).join(', ')
  throw new UsageError(`${what} is declared in ${paths}; say which by its file and --name ${what}.`)
}

function unknown(what: string, all: readonly Found[]): UsageError {
  const names = all.map(({ meaning }) => meaning.name)
  const files = all.map(({ source }) => basename(source.path, '.livn'))
  const near = nearest(what, [...new Set([...names, ...files])])
  return new UsageError(
    `There is no model ${what} in the library${near ? `; did you mean ${near}?` : '.'} ` +
      '`livn models list` lists them; a model of your own is given by its file, which ends in .livn.',
  )
}
