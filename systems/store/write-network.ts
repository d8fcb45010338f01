/** cells.h5 and connections.h5 of a system. */
import type { Population, System } from '../system.ts'
import { h5Types, type NamedRange } from './h5-types.ts'
import { type Hdf5Writer, type NumberRow, writeHdf5 } from './hdf5.ts'
import type { StoredPathway } from './stored-pathway.ts'

/** Numbers of populations in files: the original's for those it has, the next ones for others. */
export function populationCodes({ populations }: System): ReadonlyMap<string, number> {
  const known: Readonly<Record<string, number>> = { EXC: 10, INH: 11 }
  let next = 12
  return new Map(populations.map(({ name }) => [name, known[name] ?? next++]))
}

export interface NetworkFiles {
  readonly cells: Uint8Array
  readonly connections: Uint8Array
}

export async function writeNetwork(
  system: System,
  pathways: readonly StoredPathway[],
): Promise<NetworkFiles> {
  const codes = populationCodes(system)
  const ranges = system.populations.map(({ name, count, offset, gids }): NamedRange => {
    return { name, count, code: codes.get(name) ?? 0, start: startOf(gids) ?? offset }
  })
  const pairs = pathways.map(
    ({ pre, post }) => [codes.get(pre.name) ?? 0, codes.get(post.name) ?? 0] as const,
  )
  const beginning = h5Types(ranges, pairs)
  const synapses = system.populations.map((post) => {
    return synapsesOnto(
      post,
      pathways.filter((pathway) => pathway.post === post),
    )
  })
  const cells = await writeHdf5(beginning, (file) => {
    for (const each of system.populations) writePlaces(file, each)
    for (const each of synapses) writeSynapses(file, each)
  })
  const connections = await writeHdf5(beginning, (file) => {
    for (const { ids } of synapses) {
      for (const [pathway, own] of ids) writeEdges(file, pathway, own)
    }
  })
  return { cells, connections }
}

/** The first gid where they are one after another; cells of a part are numbered anew. */
function startOf(gids: Int32Array | undefined): number | undefined {
  const first = gids?.[0]
  return first !== undefined && gids?.every((gid, k) => gid === first + k) ? first : undefined
}

interface Attribute {
  readonly cellCount: number
  /** One more than cells: values of cell k are from starts[k] to starts[k + 1]. */
  readonly starts: ArrayLike<number>
  readonly values: NumberRow
}

function writeAttribute(
  file: Hdf5Writer,
  path: string,
  { cellCount, starts, values }: Attribute,
): void {
  file.write(
    `${path}/Cell Index`,
    Uint32Array.from({ length: cellCount }, (_, k) => k),
  )
  file.write(`${path}/Attribute Pointer`, BigUint64Array.from(starts, BigInt))
  file.write(`${path}/Attribute Value`, values)
}

function writePlaces(file: Hdf5Writer, { name, count, coordinates }: Population): void {
  if (!coordinates) return
  const starts = Array.from({ length: count + 1 }, (_, k) => k)
  ;[...'XYZUVL'].forEach((letter, k) => {
    const values = Float32Array.from({ length: count }, (_, c) => coordinates[3 * c + (k % 3)] ?? 0)
    const path = `Populations/${name}/Generated Coordinates/${letter} Coordinate`
    writeAttribute(file, path, { cellCount: count, starts, values })
  })
}

interface TargetSynapses {
  readonly post: Population
  /** Of all pathways together, by cell. */
  readonly starts: Uint32Array
  readonly pathways: readonly StoredPathway[]
  /** The number of each synapse among those of its cell. */
  readonly ids: ReadonlyMap<StoredPathway, Uint32Array>
}

/** Each connection is one synapse; those of a cell are counted source population by source population. */
function synapsesOnto(post: Population, pathways: readonly StoredPathway[]): TargetSynapses {
  const counts = new Uint32Array(post.count)
  const ids = new Map(
    pathways.map((pathway) => {
      const own = pathway.targets.map((target) => {
        const id = counts[target] ?? 0
        counts[target] = id + 1
        return id
      })
      return [pathway, own] as const
    }),
  )
  const starts = new Uint32Array(post.count + 1)
  counts.forEach((count, k) => {
    starts[k + 1] = (starts[k] ?? 0) + count
  })
  return { post, starts, pathways, ids }
}

/** Codes of sections in neuron morphologies; what graphs call dend is the hillock there. */
const sectionCodes: Readonly<Record<string, number>> = {
  ...{ soma: 1, axon: 2, basal: 3, apical: 4 },
  ...{ trunk: 5, tuft: 6, ais: 7, hillock: 8, dend: 8 },
}

function writeSynapses(file: Hdf5Writer, synapses: TargetSynapses): void {
  const { post, starts, pathways, ids } = synapses
  const total = starts[post.count] ?? 0
  if (total === 0) return
  const columns = {
    syn_ids: new Uint32Array(total),
    syn_types: new Uint8Array(total),
    syn_cdists: new Float32Array(total),
    syn_locs: new Float32Array(total).fill(0.5),
    syn_secs: new Int16Array(total),
    syn_layers: new Uint8Array(total),
    swc_types: new Uint8Array(total),
  }
  for (const pathway of pathways) {
    const own = ids.get(pathway)
    pathway.targets.forEach((target, k) => {
      const at = (starts[target] ?? 0) + (own?.[k] ?? 0)
      const section = pathway.sections[pathway.sectionOf[k] ?? 0]?.name ?? 'soma'
      columns.syn_ids[at] = own?.[k] ?? 0
      columns.syn_types[at] = pathway.type === 'inhibitory' ? 1 : 0
      columns.syn_cdists[at] = pathway.distances[k] ?? 0
      columns.syn_secs[at] = section === 'soma' ? 0 : 1
      columns.swc_types[at] = sectionCodes[section] ?? 0
    })
  }
  for (const [name, values] of Object.entries(columns)) {
    const path = `Populations/${post.name}/Synapse Attributes/${name}`
    writeAttribute(file, path, { cellCount: post.count, starts, values })
  }
}

/** All targets in one block. */
function writeEdges(file: Hdf5Writer, pathway: StoredPathway, ids: Uint32Array): void {
  const { pre, post, sources, targets, distances } = pathway
  const path = `Projections/${post.name}/${pre.name}`
  const starts = new BigUint64Array(post.count + 1)
  let next = 0
  for (let target = 0; target <= post.count; target++) {
    while (next < targets.length && (targets[next] ?? 0) < target) next++
    starts[target] = BigInt(next)
  }
  file.write(`${path}/Edges/Destination Block Index`, Uint32Array.of(0))
  file.write(
    `${path}/Edges/Destination Block Pointer`,
    BigUint64Array.of(0n, BigInt(post.count + 1)),
  )
  file.write(`${path}/Edges/Destination Pointer`, starts)
  file.write(`${path}/Edges/Source Index`, sources)
  file.write(`${path}/Connections/distance`, distances)
  file.write(`${path}/Synapses/syn_id`, ids)
}
