/** The model library as texts. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Loader, Source } from '../../compiler/index.ts'

const library = resolve('models')

export function librarySources(): readonly Source[] {
  const entries = readdirSync(library, { recursive: true, encoding: 'utf8' })
  return entries
    .filter((path) => path.endsWith('.livn'))
    .sort()
    .map((path) => read(join(library, path)))
}

const read = (path: string): Source => ({ path, text: readFileSync(path, 'utf8') })

export const libraryLoader: Loader = {
  load: (path, from) => {
    const found = resolve(dirname(from.path), path)
    return found.startsWith(library) ? read(found) : 'outside'
  },
}
