/** The connections between two populations as their file has them: targets in blocks, sources of each in a row. */
import type { Hdf5Reader } from './hdf5-reader.ts'

export interface Edges {
  /** Source and target of each, counted within their populations. */
  readonly i: Int32Array
  readonly j: Int32Array
  /** um */
  readonly distances: Float32Array
  /** Of each, the number of its synapse among those of the target. */
  readonly synapseIds?: Int32Array
}

interface Sizes {
  readonly pre: number
  readonly post: number
}

export function readEdges(file: Hdf5Reader, path: string, { pre, post }: Sizes): Edges {
  const i = Int32Array.from(file.indices(`${path}/Edges/Source Index`, pre, 'sources go'))
  const j = readTargets(file, `${path}/Edges`, { count: i.length, post })
  const distances = Float32Array.from(column(file, `${path}/Connections/distance`, i.length))
  const wrong = distances.findIndex((distance) => !(distance >= 0 && Number.isFinite(distance)))
  if (wrong >= 0) {
    throw file.wrong(`${path}/Connections/distance`, `has ${distances[wrong]} at ${wrong}`)
  }
  const ids = `${path}/Synapses/syn_id`
  if (!file.has(ids)) return { i, j, distances }
  return { i, j, distances, synapseIds: Int32Array.from(column(file, ids, i.length)) }
}

function column(file: Hdf5Reader, path: string, count: number): ArrayLike<number> {
  const values = file.numbers(path)
  if (values.length === count) return values
  throw file.wrong(path, `has ${values.length} values; there are ${count} connections`)
}

/** Block after block: its first target, and a pointer more than it has targets. */
function readTargets(
  file: Hdf5Reader,
  path: string,
  { count, post }: { readonly count: number; readonly post: number },
): Int32Array {
  const starts = file.pointers(`${path}/Destination Pointer`, count)
  const blocks = file.pointers(`${path}/Destination Block Pointer`, starts.length)
  const firsts = file.indices(`${path}/Destination Block Index`, Math.max(1, post), 'targets go')
  if (firsts.length > 0 && blocks.length !== firsts.length + 1) {
    throw file.wrong(
      `${path}/Destination Block Pointer`,
      `has ${blocks.length} entries; ${firsts.length} blocks need ${firsts.length + 1}`,
    )
  }
  const targets = new Int32Array(count)
  let written = 0
  firsts.forEach((first, b) => {
    const start = blocks[b] ?? 0
    const end = (blocks[b + 1] ?? 0) - 1
    if (first + end - start > post) {
      throw file.wrong(
        `${path}/Destination Block Index`,
        `has targets up to ${first + end - start - 1}; they go from 0 to ${post - 1}`,
      )
    }
    for (let n = start; n < end; n++) {
      const [from, to] = [starts[n] ?? 0, starts[n + 1] ?? 0]
      targets.fill(first + n - start, from, to)
      written += to - from
    }
  })
  if (written === count) return targets
  throw file.wrong(`${path}/Destination Pointer`, `leads to ${written} of ${count} connections`)
}
