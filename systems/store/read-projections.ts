/** The projections of a file: what graph.json knows of receptors and sections, for the connections that are there. */
import type { Population, Projection } from '../system.ts'
import { unknownName } from '../validate.ts'
import type { Hdf5Reader } from './hdf5-reader.ts'
import { readSections, type SectionAt } from './read-cells.ts'
import { type Edges, readEdges } from './read-edges.ts'
import type { Graph, GraphSynapse } from './read-graph.ts'

/** um/ms, and ms: how fast spikes travel, and how long they take at least. */
const velocity = 250
const shortestDelay = 0.05

export interface Sources {
  readonly cells: Hdf5Reader
  readonly connections: Hdf5Reader
}

/** Where the synapses of each population sit, read when it is first asked for. */
type Sections = (population: Population) => SectionAt | undefined

export function readProjections(
  { cells, connections }: Sources,
  graph: Graph,
  populations: readonly Population[],
): readonly Projection[] {
  const known = new Map<string, SectionAt | undefined>()
  const sections: Sections = (population) => {
    const { name } = population
    if (!known.has(name)) known.set(name, readSections(cells, population))
    return known.get(name)
  }
  const groups = { file: connections, populations, sections }
  const posts = connections.names('Projections')
  return byPlace(posts, populations).flatMap((post) => {
    const names = connections.names(`Projections/${post}`)
    return byPlace(names, populations).flatMap((pre) => readOne(groups, graph, { pre, post }))
  })
}

/** In the order of their cells, not of the alphabet. */
function byPlace(names: readonly string[], populations: readonly Population[]): readonly string[] {
  const place = (name: string): number => populations.findIndex((each) => each.name === name)
  return names.toSorted((a, b) => place(a) - place(b))
}

interface Groups {
  readonly file: Hdf5Reader
  readonly populations: readonly Population[]
  readonly sections: Sections
}

function readOne(
  { file, populations, sections }: Groups,
  { synapses }: Graph,
  { pre, post }: { readonly pre: string; readonly post: string },
): readonly Projection[] {
  const path = `Projections/${post}/${pre}`
  const [source, target] = [pre, post].map((name) => {
    const found = populations.find((each) => each.name === name)
    if (found) return found
    const names = populations.map((each) => each.name)
    throw file.wrong(path, `connects ${unknownName(name, 'population', names).replace(/\.$/, '')}`)
  })
  const synapse = synapses.find((each) => each.pre === pre && each.post === post)
  if (!synapse) throw file.wrong(path, `has no synapses.${post}.${pre} in graph.json`)
  const sizes = { pre: source?.count ?? 0, post: target?.count ?? 0 }
  const edges = readEdges(file, path, sizes)
  const sectionAt = target && synapse.sections.length > 1 ? sections(target) : undefined
  return partsOf(edges, synapse, sectionAt).flatMap((part) => projectionsOf(part, synapse))
}

interface Part {
  readonly at: string
  readonly edges: Edges
  /** Share of the weight that this section has. */
  readonly share: number
}

/** Connections by the section of their synapse; where files do not say, all of them reach every section in proportion. */
function partsOf(edges: Edges, synapse: GraphSynapse, sectionAt?: SectionAt): readonly Part[] {
  const { sections, proportions } = synapse
  const [only = 'soma'] = sections
  if (sections.length <= 1) return [{ at: only, edges, share: 1 }]
  const { i, j, distances, synapseIds } = edges
  if (!sectionAt || !synapseIds) {
    return sections.map((at, k) => ({ at, edges, share: proportions[k] ?? 1 }))
  }
  const places = Array.from(synapseIds, (id, k) => fitting(sectionAt(j[k] ?? 0, id), sections))
  return sections.flatMap((at) => {
    const isHere = (_: number, k: number): boolean => places[k] === at
    const own = { i: i.filter(isHere), j: j.filter(isHere), distances: distances.filter(isHere) }
    return own.i.length > 0 ? [{ at, edges: own, share: 1 }] : []
  })
}

/** Graphs may call a dendrite dend whose branches synapses tell apart. */
function fitting(section: string | undefined, sections: readonly string[]): string {
  if (section !== undefined && sections.includes(section)) return section
  const dendrite = sections.find((each) => each === 'dend' || each === 'hillock')
  const isSoma = section === 'soma' || section === undefined
  return (isSoma ? undefined : dendrite) ?? sections[0] ?? 'soma'
}

function projectionsOf({ at, edges, share }: Part, synapse: GraphSynapse): readonly Projection[] {
  const { pre, post, type } = synapse
  const { i, j, distances } = edges
  const delay = distances.map((distance) => Math.max(distance / velocity, shortestDelay))
  return synapse.receptors(at).map(({ name, weight, mechanism }): Projection => {
    const parameters = new Map<string, number>()
    const names = { pre, post, synapse: name, at, type }
    return { ...names, i, j, delay, weight: weight * share, parameters, mechanism }
  })
}
