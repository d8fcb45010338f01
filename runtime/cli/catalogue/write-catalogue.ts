/** Writes the catalogue of the library and its pictures, where they are not up to date. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { libraryFolder } from '../../model-files.ts'
import { kindOf, listMeanings } from '../find-meanings.ts'
import { catalogueText } from './catalogue-text.ts'
import { neuronPicture, pictureName } from './neuron-picture.ts'

export interface Written {
  readonly files: number
}

export interface Listeners {
  /** Hears which files changed. */
  readonly tell: (line: string) => void
  /** Hears what is being drawn; nothing in the end. */
  readonly watch: (text: string) => void
}

export async function writeCatalogue({ tell, watch }: Listeners): Promise<Written> {
  const compiler = await import('../../../compiler/index.ts')
  const all = listMeanings([], '.', compiler)
  const files = new Map([['README.md', catalogueText(all)]])
  for (const each of all) {
    if (kindOf(each.meaning) !== 'neuron') continue
    watch(`drawing ${each.meaning.name} …`)
    files.set(`pictures/${pictureName(each)}`, await neuronPicture(each))
  }
  watch('')
  for (const [path, text] of files) if (writeWhereChanged(path, text)) tell(`models/${path}\n`)
  for (const path of outdated(files)) {
    rmSync(join(libraryFolder, path))
    tell(`models/${path} is gone\n`)
  }
  return { files: files.size }
}

function writeWhereChanged(path: string, text: string): boolean {
  const file = join(libraryFolder, path)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return true
}

/** Pictures of neurons that are no more. */
function outdated(files: ReadonlyMap<string, string>): readonly string[] {
  const folder = join(libraryFolder, 'pictures')
  const there = existsSync(folder) ? readdirSync(folder).map((name) => `pictures/${name}`) : []
  return there.filter((path) => !files.has(path))
}
