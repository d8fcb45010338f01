/** A part of a system: some of its cells and what connects them, each cell with the gid it had. */
import type { Numbers } from '../numbers-from.ts'
import type { Population, Projection, System, SystemParts } from '../system.ts'
import { gidsOf } from './choose-cells.ts'

/** For each cell of a population its place among those that are kept, -1 where it is not. */
type Places = Int32Array

export function restrict(system: System, gids: Int32Array): SystemParts {
  const kept = new Set(gids)
  const places = new Map(system.populations.map((each) => [each.name, placesOf(each, kept)]))
  const of = (name: string): Places => places.get(name) ?? new Int32Array(0)
  let offset = 0
  const populations = system.populations.map((each): Population => {
    const population = restrictCells(each, of(each.name), offset)
    offset += population.count
    return population
  })
  // Those that are left without connections stay, so that what is set by the names of their weights still means them.
  const projections = system.projections.map((each) =>
    restrictConnections(each, of(each.pre), of(each.post)),
  )
  const { name, mea, lightArray, model, params, extent } = system
  return {
    ...{ name, populations, projections, params },
    ...(mea && { mea }),
    ...(lightArray && { lightArray }),
    ...(model && { model }),
    ...(extent && { extent }),
    retainedInDegree: retainedInDegree(system, gids),
  }
}

function placesOf(population: Population, kept: ReadonlySet<number>): Places {
  let next = 0
  return gidsOf(population).map((gid) => (kept.has(gid) ? next++ : -1))
}

function restrictCells(population: Population, places: Places, offset: number): Population {
  const { name, coordinates } = population
  const isKept = (_: number, k: number): boolean => (places[k] ?? -1) >= 0
  const gids = gidsOf(population).filter(isKept)
  const own = coordinates?.filter((_, k) => isKept(0, Math.floor(k / 3)))
  return { name, count: gids.length, offset, gids, ...(own ? { coordinates: own } : {}) }
}

function restrictConnections(projection: Projection, pre: Places, post: Places): Projection {
  const { i, j, weight, delay, parameters } = projection
  const isKept = (_: number, k: number): boolean =>
    (pre[i[k] ?? -1] ?? -1) >= 0 && (post[j[k] ?? -1] ?? -1) >= 0
  const kept = (values: number | Numbers): number | Numbers =>
    typeof values === 'number' ? values : values.filter(isKept)
  return {
    ...projection,
    i: i.filter(isKept).map((source) => pre[source] ?? 0),
    j: j.filter(isKept).map((target) => post[target] ?? 0),
    ...(weight === undefined ? {} : { weight: kept(weight) }),
    ...(delay === undefined ? {} : { delay: kept(delay) }),
    parameters: new Map([...parameters].map(([name, values]) => [name, kept(values)])),
  }
}

/**
 * How much of what reached the chosen cells still does: the mean over them of the share of their connections that come
 * from chosen cells. Counted, not estimated from a kernel, and once for all receptors; cells that nothing reached do not count.
 */
export function retainedInDegree({ populations, projections }: System, gids: Int32Array): number {
  const kept = new Set(gids)
  const places = new Map(populations.map((each) => [each.name, placesOf(each, kept)]))
  const [all, inside] = [new Map<string, Int32Array>(), new Map<string, Int32Array>()]
  for (const { name, count } of populations) {
    all.set(name, new Int32Array(count))
    inside.set(name, new Int32Array(count))
  }
  const seen = new Set<Int32Array>()
  for (const { pre, post, i, j } of projections) {
    if (seen.has(i)) continue
    seen.add(i)
    const [every, own] = [all.get(post), inside.get(post)]
    const sources = places.get(pre)
    if (!every || !own || !sources) continue
    for (let k = 0; k < j.length; k++) {
      const target = j[k] ?? 0
      every[target] = (every[target] ?? 0) + 1
      if ((sources[i[k] ?? 0] ?? -1) >= 0) own[target] = (own[target] ?? 0) + 1
    }
  }
  const shares = populations.flatMap(({ name }) => {
    const chosen = places.get(name) ?? new Int32Array(0)
    return Array.from(all.get(name) ?? [], (count, k) =>
      count > 0 && (chosen[k] ?? -1) >= 0 ? (inside.get(name)?.[k] ?? 0) / count : -1,
    )
  })
  const counted = shares.filter((share) => share >= 0)
  return counted.length === 0 ? 1 : counted.reduce((sum, share) => sum + share, 0) / counted.length
}
