/** The projections of a system as files have them: for each two populations all connections, sorted by target. */
import { UsageError } from '../../compiler/usage-error.ts'
import { typeOf, type SynapseType } from '../pathways.ts'
import type { Population, Projection, System } from '../system.ts'
import type { Receptor } from './read-graph.ts'

export interface StoredPathway {
  readonly pre: Population
  readonly post: Population
  readonly type: SynapseType
  readonly sections: readonly StoredSection[]
  /** By target, then source. */
  readonly sources: Uint32Array
  readonly targets: Uint32Array
  readonly distances: Float32Array
  /** Place in the list of sections. */
  readonly sectionOf: Uint8Array
}

export interface StoredSection {
  readonly name: string
  readonly count: number
  readonly receptors: readonly Receptor[]
}

/** um/ms: files keep distances in place of delays. */
const velocity = 250
const shortestDelay = 0.05

/** Target by target, source by source. */
export function storedPathways(system: System): readonly StoredPathway[] {
  const { populations, projections } = system
  return populations.flatMap((post) =>
    populations.flatMap((pre) => {
      const own = projections.filter((each) => each.pre === pre.name && each.post === post.name)
      return own.length > 0 ? [stored(system, { pre, post }, own)] : []
    }),
  )
}

interface Ends {
  readonly pre: Population
  readonly post: Population
}

/** Connections that end on a section, through one receptor or several. */
interface Bundle {
  readonly first: Projection
  readonly section: number
}

function stored(system: System, ends: Ends, projections: readonly Projection[]): StoredPathway {
  const names = [...new Set(projections.map(({ at = 'soma' }) => at))]
  const bundles: Bundle[] = []
  for (const projection of projections) {
    const isKnown = bundles.some(
      ({ first }) => first.i === projection.i && first.j === projection.j,
    )
    const section = names.indexOf(projection.at ?? 'soma')
    if (!isKnown) bundles.push({ first: projection, section })
  }
  const sections = names.map((name): StoredSection => {
    const own = projections.filter(({ at = 'soma' }) => at === name)
    const count = bundles.reduce(
      (sum, { first, section }) => sum + (names[section] === name ? first.i.length : 0),
      0,
    )
    return { name, count, receptors: own.map(receptorOf) }
  })
  const type = projections[0] ? typeOf(projections[0]) : 'excitatory'
  return { ...ends, type, sections, ...sorted(system, ends, bundles) }
}

function receptorOf(projection: Projection): Receptor {
  const { synapse, weight = 1, parameters, mechanism = {} } = projection
  const place = `${projection.pre} → ${projection.post} by ${synapse}`
  if (parameters.size > 0) {
    const names = [...parameters.keys()].join(', ')
    throw new UsageError(
      `${place} has ${names} for its connections; the files have no place for it.`,
    )
  }
  const first = typeof weight === 'number' ? weight : (weight[0] ?? 1)
  if (typeof weight !== 'number' && weight.some((each) => each !== first)) {
    throw new UsageError(`${place} has a weight for each connection; the files have one for all.`)
  }
  const times = mechanism.tau_decay === undefined ? usualTimes(synapse) : {}
  return { name: synapse, weight: first, mechanism: { ...mechanism, ...times } }
}

/** Files take receptors without time constants as absent, so those of nobody's say get the usual ones. */
function usualTimes(synapse: string): Readonly<Record<string, number>> {
  const [rise, decay] = usual[synapse] ?? [0.5, 5]
  return { tau_rise: rise, tau_decay: decay }
}

const usual: Readonly<Record<string, readonly [number, number]>> = {
  AMPA: [0.5, 3],
  NMDA: [10, 35],
  GABA_A: [0.3, 6],
  GABA_B: [1, 5],
}

function sorted(
  system: System,
  { pre, post }: Ends,
  bundles: readonly Bundle[],
): Pick<StoredPathway, 'sources' | 'targets' | 'distances' | 'sectionOf'> {
  const starts = new Uint32Array(post.count + 1)
  for (const { first } of bundles) {
    for (const target of first.j) starts[target + 1] = (starts[target + 1] ?? 0) + 1
  }
  for (let t = 1; t < starts.length; t++) starts[t] = (starts[t] ?? 0) + (starts[t - 1] ?? 0)
  const count = starts[post.count] ?? 0
  const sources = new Uint32Array(count)
  const targets = new Uint32Array(count)
  const distances = new Float32Array(count)
  const sectionOf = new Uint8Array(count)
  for (const { first, section } of bundles) {
    const lengths = distancesOf(system, { pre, post }, first)
    for (let k = 0; k < first.i.length; k++) {
      const target = first.j[k] ?? 0
      const at = starts[target] ?? 0
      starts[target] = at + 1
      sources[at] = first.i[k] ?? 0
      targets[at] = target
      distances[at] = lengths[k] ?? 0
      sectionOf[at] = section
    }
  }
  return { sources, targets, distances, sectionOf }
}

/** Between the cells, in the plane or in space, where that explains the delays; else as far as the delays are long. */
function distancesOf(system: System, { pre, post }: Ends, projection: Projection): Float32Array {
  const { i, j, delay = 0 } = projection
  const delayOf = (k: number): number => (typeof delay === 'number' ? delay : (delay[k] ?? 0))
  const between = (k: number): number => {
    const square = [0, 1, ...(system.recipe?.area.layers ? [2] : [])].reduce((sum, axis) => {
      const from = pre.coordinates?.[3 * (i[k] ?? 0) + axis] ?? 0
      const to = post.coordinates?.[3 * (j[k] ?? 0) + axis] ?? 0
      return sum + (from - to) ** 2
    }, 0)
    return Math.sqrt(square)
  }
  const distances = Float32Array.from(i, (_, k) => between(k))
  const isExplained = distances.every((distance, k) => {
    return Math.abs(Math.max(distance / velocity, shortestDelay) - delayOf(k)) < 1e-5
  })
  return isExplained ? distances : Float32Array.from(i, (_, k) => velocity * delayOf(k))
}
