/** Who reaches whom, counted: how many connections end on each cell, and how far they go. */
import type { Population, Projection, SystemParts } from '../../systems/system.ts'

export interface Pathway {
  readonly pre: string
  readonly post: string
  /** Labels of its synapses; a connection with several receptors is one connection. */
  readonly synapses: readonly string[]
  readonly connections: number
  /** For each target cell. */
  readonly inDegree: Int32Array
  /** In um, for each connection, where cells have places. */
  readonly lengths?: Float64Array
}

type Graph = Pick<SystemParts, 'populations' | 'projections'>

/** A connection with several receptors is in several projections: those of the receptor that has most. */
export function distinctProjections({
  projections,
}: Pick<Graph, 'projections'>): readonly Projection[] {
  return byEnds(projections).flatMap((own) => {
    const fullest = fullestOf(own)
    return own.filter(({ synapse }) => synapse === fullest)
  })
}

export const countConnections = (graph: Pick<Graph, 'projections'>): number =>
  distinctProjections(graph).reduce((sum, { i }) => sum + i.length, 0)

export function pathwaysOf({ populations, projections }: Graph): readonly Pathway[] {
  const byName = new Map(populations.map((each) => [each.name, each]))
  return byEnds(projections).flatMap((own) => {
    const [source, target] = [byName.get(own[0]?.pre ?? ''), byName.get(own[0]?.post ?? '')]
    return source && target ? [pathwayOf(own, source, target)] : []
  })
}

function byEnds(projections: readonly Projection[]): readonly (readonly Projection[])[] {
  const groups = new Map<string, Projection[]>()
  for (const each of projections) {
    const key = JSON.stringify([each.pre, each.post])
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()]
}

function fullestOf(own: readonly Projection[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { synapse, i } of own) counts.set(synapse, (counts.get(synapse) ?? 0) + i.length)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', -1])[0]
}

function pathwayOf(own: readonly Projection[], source: Population, target: Population): Pathway {
  const synapses = [...new Set(own.map(({ synapse }) => synapse))]
  const counted = distinctProjections({ projections: own })
  const inDegree = new Int32Array(target.count)
  for (const { j } of counted) {
    for (let k = 0; k < j.length; k++) {
      const cell = j[k] ?? 0
      inDegree[cell] = (inDegree[cell] ?? 0) + 1
    }
  }
  const lengths = lengthsOf(counted, source, target)
  const connections = counted.reduce((sum, { i }) => sum + i.length, 0)
  const named = { pre: source.name, post: target.name }
  return { ...named, synapses, connections, inDegree, ...(lengths ? { lengths } : {}) }
}

function lengthsOf(
  projections: readonly Projection[],
  { coordinates: from }: Population,
  { coordinates: to }: Population,
): Float64Array | undefined {
  if (!from || !to) return undefined
  const lengths = new Float64Array(projections.reduce((sum, { i }) => sum + i.length, 0))
  let at = 0
  for (const { i, j } of projections) {
    for (let k = 0; k < i.length; k++) {
      const [a, b] = [3 * (i[k] ?? 0), 3 * (j[k] ?? 0)]
      const along = (axis: number): number => (from[a + axis] ?? 0) - (to[b + axis] ?? 0)
      lengths[at++] = Math.hypot(along(0), along(1), along(2))
    }
  }
  return lengths
}
