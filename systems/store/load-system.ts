/** A system from its folder, in the files of the Python original. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { ElectrodeArray } from '../electrodes.ts'
import { electrodesFrom } from './electrode-file.ts'
import { shown } from '../numbers-from.ts'
import { gidsOf } from '../select/choose-cells.ts'
import { type Document, System, type SystemParts } from '../system.ts'
import type { Folder } from './folder.ts'
import { type FileBytes, readHdf5 } from './hdf5.ts'
import { readPopulations } from './read-cells.ts'
import { readDocument } from './read-document.ts'
import { type Graph, readGraph } from './read-graph.ts'
import { readProjections } from './read-projections.ts'

type Network = Pick<SystemParts, 'populations' | 'projections'>

/** From a folder of this machine, or one of bytes: `await loadSystem('cultures/E3I')`. */
export async function loadSystem(from: string | Folder): Promise<System> {
  const folder = typeof from === 'string' ? await folderAt(from) : from
  if (typeof folder !== 'object' || folder === null || !('read' in folder)) {
    throw new UsageError(`The folder is ${shown(from)}; it must be a path, or what folderOf makes.`)
  }
  const document = await readDocument(folder, 'graph.json')
  if (!document)
    throw new UsageError(`${folder.name} is no folder of a system: it has no graph.json.`)
  const graph = readGraph(`${folder.name}/graph.json`, document)
  const network = await readNetwork(folder, graph)
  const [mea, lightArray, model] = await Promise.all([
    readElectrodes(folder),
    readDocument(folder, 'lightarray.json'),
    readDocument(folder, 'model.json'),
  ])
  const cells = new Set(network.populations.flatMap((each) => [...gidsOf(each)]))
  return new System({
    name: folder.name.split(/[\\/]/).findLast((part) => part !== '') ?? 'system',
    ...network,
    ...(graph.extent ? { extent: graph.extent } : {}),
    ...(mea ? { mea } : {}),
    ...(lightArray ? { lightArray } : {}),
    ...(model ? { model } : {}),
    params: await readAll(folder, 'params', (_, params) => params),
    selections: await readAll(folder, 'selection', (place, { gids }) => gidsAt(place, gids, cells)),
  })
}

async function folderAt(path: string): Promise<Folder> {
  const { folderAt: open } = await import('./node-folder.ts')
  return open(path)
}

/** Cells and connections, in a file each or in one. */
async function readNetwork(folder: Folder, graph: Graph): Promise<Network> {
  const whole = await bytesOf(folder, 'graph.h5')
  const cells = whole ?? (await bytesOf(folder, 'cells.h5'))
  const connections = whole ? undefined : await bytesOf(folder, 'connections.h5')
  if (!cells) throw new UsageError(`${folder.name} has no cells.h5, and no graph.h5.`)
  return readHdf5(connections ? [cells, connections] : [cells], (first, second = first) => {
    if (!first || !second) return { populations: [], projections: [] }
    const populations = readPopulations(first, graph.coordinateNamespace)
    const sources = { cells: first, connections: second }
    return { populations, projections: readProjections(sources, graph, populations) }
  })
}

async function bytesOf(folder: Folder, file: string): Promise<FileBytes | undefined> {
  const bytes = await folder.read(file)
  return bytes && { place: `${folder.name}/${file}`, bytes }
}

async function readElectrodes(folder: Folder): Promise<ElectrodeArray | undefined> {
  const document = await readDocument(folder, 'mea.json')
  return document && electrodesFrom(`${folder.name}/mea.json`, document)
}

/** The documents of a folder by the names of their files. */
async function readAll<Value>(
  folder: Folder,
  name: string,
  read: (place: string, document: Document) => Value,
): Promise<ReadonlyMap<string, Value>> {
  const files = (await folder.list(name)).filter((file) => /^\w[\w-]*\.json$/.test(file)).toSorted()
  const entries = await Promise.all(
    files.map(async (file) => {
      const path = `${name}/${file}`
      const document = (await readDocument(folder, path)) ?? {}
      return [file.slice(0, -'.json'.length), read(`${folder.name}/${path}`, document)] as const
    }),
  )
  return new Map(entries)
}

function gidsAt(place: string, given: unknown, cells: ReadonlySet<number>): Int32Array {
  const gids: readonly unknown[] | undefined = Array.isArray(given) ? given : undefined
  if (!gids) throw new UsageError(`${place}: gids is ${shown(given)}; it must be a list of cells.`)
  const wrong = gids.findIndex((gid) => typeof gid !== 'number' || !cells.has(gid))
  if (wrong < 0) return Int32Array.from(new Set(gids as readonly number[])).sort()
  throw new UsageError(`${place}: gids[${wrong}] is ${shown(gids[wrong])}, which is no cell.`)
}
