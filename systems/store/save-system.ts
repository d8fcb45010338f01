/** A system as a folder of files that the Python original, and `loadSystem`, read. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Document, System } from '../system.ts'
import { mustBeNames } from '../validate.ts'
import { electrodeDocument } from './electrode-file.ts'
import { storedPathways } from './stored-pathway.ts'
import { graphDocument } from './write-graph.ts'
import { writeNetwork } from './write-network.ts'

/** Writes the folder, which must not be there yet: `await saveSystem(predefined('EI2'), 'cultures/EI2')`. */
export async function saveSystem(system: System, path: string): Promise<void> {
  const files = await systemFiles(system)
  const { writeFolder } = await import('./node-folder.ts')
  await writeFolder(path, files)
}

/** The same files in memory, by their paths in the folder. */
export async function systemFiles(system: System): Promise<ReadonlyMap<string, Uint8Array>> {
  mustBeNames(
    'populations',
    system.populations.map(({ name }) => name),
  )
  if (system.count === 0)
    throw new UsageError(`${system.name} has no cells; there is nothing to save.`)
  const pathways = storedPathways(system)
  const { cells, connections } = await writeNetwork(system, pathways)
  const { mea, lightArray, model, recipe, params, selections } = system
  const documents: Readonly<Record<string, Document | undefined>> = {
    'graph.json': graphDocument(system, pathways),
    'mea.json': mea && electrodeDocument(mea),
    'lightarray.json': lightArray,
    'model.json': model,
    'provenance.json': recipe && { recipe },
  }
  const files = new Map<string, Uint8Array>([
    ['cells.h5', cells],
    ['connections.h5', connections],
  ])
  for (const [file, document] of Object.entries(documents)) {
    if (document) files.set(file, textOf(document))
  }
  for (const [name, document] of params) files.set(pathOf('params', name), textOf(document))
  for (const [name, gids] of selections) {
    files.set(pathOf('selection', name), textOf({ gids: [...gids], meta: {} }))
  }
  return files
}

function pathOf(folder: string, name: string): string {
  if (/^[A-Za-z]\w*$/.test(name)) return `${folder}/${name}.json`
  throw new UsageError(
    `${folder} has a ${JSON.stringify(name)}; its file needs a name of letters, digits and _.`,
  )
}

const textOf = (document: Document): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`)
