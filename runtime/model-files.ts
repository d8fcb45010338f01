/** Reads model files, what they import, and the library: from the model's folder and the library only. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader, Source } from '../compiler/index.ts'
import { UsageError } from '../compiler/usage-error.ts'
import { lazyMap } from './lazy-map.ts'

/** The models that come with livn; `runtime/` and the bundle in `dist/` are both one folder below it. */
export const libraryFolder = fileURLToPath(new URL('../models', import.meta.url))

/** In the library's canonical layout only declarations begin at the margin. */
const declaration = /^(?:neuron|synapse|plasticity|noise|channel) (\w+)(?= \{| extends )/gm

/** Where a source is on the disk, and the folder that its imports may not leave. */
interface Place {
  readonly file: string
  readonly inside: string
}

/** All model files that one command or build reads; each file is one source. */
export class ModelFiles {
  readonly #folder: string
  readonly #libraryFolder: string
  readonly #sources = new Map<string, Source>()
  readonly #places = new WeakMap<Source, Place>()
  #listed: readonly string[] | undefined

  /** Paths are relative to `folder`, and messages show them so. */
  constructor(folder: string, library = libraryFolder) {
    this.#folder = realpathSync(folder)
    this.#libraryFolder = existsSync(library) ? realpathSync(library) : resolve(library)
  }

  /** A file that a user names. */
  read(path: string): Source {
    const file = this.#find(path)
    const isOurs = isInside(file, this.#libraryFolder)
    return this.#open({ file, inside: isOurs ? this.#libraryFolder : dirname(file) }, path)
  }

  /** What the compiler wants to know of the files around a source. */
  get surroundings(): { readonly loader: Loader; readonly library: ReadonlyMap<string, Source> } {
    return { loader: this.loader, library: this.library }
  }

  readonly loader: Loader = {
    load: (path, from) => {
      const place = this.#places.get(from)
      const beside = place && resolve(dirname(place.file), path)
      if (place && beside !== undefined && isFile(beside)) return this.#import(beside, place.inside)
      const ours = resolve(this.#libraryFolder, path)
      if (isInside(ours, this.#libraryFolder) && isFile(ours)) {
        return this.#import(ours, this.#libraryFolder)
      }
      // A text that is in no file has nothing beside it.
      if (!place || beside === undefined) return undefined
      return isInside(beside, place.inside) ? undefined : 'outside'
    },
  }

  /** Name of a declaration → the library file it is in; most models import what they use. */
  readonly library: ReadonlyMap<string, Source> = lazyMap(
    () =>
      new Map(
        this.#ourFiles.flatMap((file) => {
          const source = this.#ours(file)
          return [...source.text.matchAll(declaration)].map((match) => [match[1] ?? '', source])
        }),
      ),
  )

  /** Files of the library by their names without folder and ending. */
  get libraryFiles(): ReadonlyMap<string, () => Source> {
    return new Map(this.#ourFiles.map((file) => [basename(file, '.livn'), () => this.#ours(file)]))
  }

  get #ourFiles(): readonly string[] {
    this.#listed ??= listModels(this.#libraryFolder)
    return this.#listed
  }

  #ours(file: string): Source {
    return this.#open({ file, inside: this.#libraryFolder }, this.#shown(file))
  }

  /** Every file that was named or imported: where a change means to compile again. */
  get files(): readonly string[] {
    const inLibrary = (file: string): boolean => isInside(file, this.#libraryFolder)
    return [...this.#sources.keys()].filter((file) => !inLibrary(file))
  }

  #find(path: string): string {
    const file = resolve(this.#folder, path)
    if (!isFile(file)) throw new UsageError(`There is no file ${path}.`)
    return realpathSync(file)
  }

  #import(file: string, inside: string): Source | 'outside' {
    const real = realpathSync(file)
    const around = [inside, this.#libraryFolder].find((folder) => isInside(real, folder))
    return around === undefined
      ? 'outside'
      : this.#open({ file: real, inside: around }, this.#shown(real))
  }

  #open(place: Place, shown: string): Source {
    const known = this.#sources.get(place.file)
    if (known) return known
    const source = sourceOf(place.file, shown)
    this.#sources.set(place.file, source)
    this.#places.set(source, place)
    return source
  }

  /** As short as it can be: from here, or from the library. */
  #shown(file: string): string {
    const near = relative(this.#folder, file)
    if (!near.startsWith('..') || !isInside(file, this.#libraryFolder)) return near
    return join('models', relative(this.#libraryFolder, file))
  }
}

/** By file and by what it is called. */
const lastRead = new Map<string, Source>()

/** The same source as long as its text is the same: sources are parsed once, and one process opens many networks. */
function sourceOf(file: string, path: string): Source {
  const text = readFileSync(file, 'utf8')
  const key = `${file}\n${path}`
  const known = lastRead.get(key)
  if (known?.text === text) return known
  const source: Source = { path, text }
  lastRead.set(key, source)
  return source
}

const isInside = (file: string, folder: string): boolean => file.startsWith(folder + sep)

/** What cannot even be asked for, such as a name that is too long or has a null byte in it, is no file. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true
  } catch {
    return false
  }
}

/** Folder by folder: to have it done by the host takes five times as long. */
function listModels(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  const below = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return listModels(path)
    return path.endsWith('.livn') ? [path] : []
  })
  return below.sort()
}
