/** What graph.json says: the space cells are in, and what the connections between two populations are made of. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Box } from '../bounding-box.ts'
import { shown } from '../numbers-from.ts'
import type { SynapseType } from '../pathways.ts'
import type { Document, Mechanism } from '../system.ts'
import { documentAt, documentIn, entriesAt } from './read-document.ts'

export interface Graph {
  readonly coordinateNamespace: string
  readonly extent?: Box
  readonly synapses: readonly GraphSynapse[]
}

export interface GraphSynapse {
  readonly pre: string
  readonly post: string
  readonly type: SynapseType
  /** Where connections end, each once. */
  readonly sections: readonly string[]
  readonly proportions: readonly number[]
  /** Receptors of a section. */
  readonly receptors: (section: string) => readonly Receptor[]
}

export interface Receptor {
  readonly name: string
  /** Release sites of a connection. */
  readonly weight: number
  readonly mechanism: Mechanism
}

export function readGraph(place: string, graph: Document): Graph {
  const architecture = configOf(`${place}: architecture`, documentIn(place, graph, 'architecture'))
  const { coordinate_namespace: namespace = 'Generated Coordinates' } = architecture
  if (typeof namespace !== 'string') {
    throw new UsageError(
      `${place}: coordinate_namespace is ${shown(namespace)}; it must be the name of a group.`,
    )
  }
  const extent = extentOf(architecture.layer_extents)
  const where = `${place}: connections`
  const config = configOf(where, documentIn(place, graph, 'connections'))
  const synapses = entriesAt(`${where}.synapses`, config.synapses).flatMap(([post, sources]) =>
    entriesAt(`${where}.synapses.${post}`, sources).map(([pre, own]) =>
      synapseOf(`${where}.synapses.${post}.${pre}`, { pre, post, own }),
    ),
  )
  return { coordinateNamespace: namespace, synapses, ...(extent ? { extent } : {}) }
}

/** What the first element says: the first with a uuid, however deep. */
function configOf(place: string, node: Document): Document {
  const element = elementIn(node, 0)
  if (element) return documentIn(place, element, 'config')
  throw new UsageError(`${place} has no element with a uuid.`)
}

function elementIn(node: Document, depth: number): Document | undefined {
  if (Object.hasOwn(node, 'uuid')) return node
  if (depth > 8) return undefined
  for (const value of Object.values(node)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    const found = elementIn(value as Document, depth + 1)
    if (found) return found
  }
  return undefined
}

function synapseOf(
  place: string,
  { pre, post, own }: { readonly pre: string; readonly post: string; readonly own: unknown },
): GraphSynapse {
  const config = documentAt(place, own)
  const { type = 'excitatory', mechanisms } = config
  if (type !== 'excitatory' && type !== 'inhibitory') {
    throw new UsageError(`${place}.type is ${shown(type)}; it must be excitatory or inhibitory.`)
  }
  const usual = type === 'excitatory' ? 'AMPA' : 'GABA_A'
  const blocks = mechanisms === undefined ? {} : documentAt(`${place}.mechanisms`, mechanisms)
  return {
    ...{ pre, post, type },
    ...sectionsOf(place, config),
    receptors: (section) => {
      const block = blocks[section] ?? blocks.default
      if (block === undefined) return [{ name: usual, weight: 1, mechanism: {} }]
      return receptorsOf(`${place}.mechanisms`, block)
    },
  }
}

/** A section in several layers counts once, with the sum of its proportions. */
function sectionsOf(
  place: string,
  { sections = ['soma'], proportions = [] }: Document,
): Pick<GraphSynapse, 'sections' | 'proportions'> {
  const sums = new Map<string, number>()
  if (!Array.isArray(sections) || sections.some((section) => typeof section !== 'string')) {
    throw new UsageError(
      `${place}.sections is ${JSON.stringify(sections)}; it must be a list of names.`,
    )
  }
  const shares: readonly unknown[] = Array.isArray(proportions) ? proportions : []
  sections.forEach((section: string, k) => {
    const share = shares[k] ?? 1
    if (typeof share !== 'number' || !(share >= 0 && Number.isFinite(share))) {
      throw new UsageError(`${place}.proportions[${k}] is ${shown(share)}; it must be 0 or more.`)
    }
    sums.set(section, (sums.get(section) ?? 0) + share)
  })
  return { sections: [...sums.keys()], proportions: [...sums.values()] }
}

/** A receptor whose time constants nobody gave is not there. */
function receptorsOf(place: string, block: unknown): readonly Receptor[] {
  return entriesAt(place, block).flatMap(([name, fields]) => {
    const numbers = entriesAt(`${place}.${name}`, fields).map(([field, value]) => {
      if (typeof value === 'number' && Number.isFinite(value)) return [field, value] as const
      throw new UsageError(`${place}.${name}.${field} is ${shown(value)}; it must be a number.`)
    })
    const { weight = 1, ...mechanism } = Object.fromEntries(numbers)
    return mechanism.tau_decay === undefined ? [] : [{ name, weight, mechanism }]
  })
}

/** Around all layers; undefined where they are not given as corners. */
function extentOf(layers: unknown): Box | undefined {
  if (typeof layers !== 'object' || layers === null) return undefined
  const corners = Object.values(layers).flat()
  if (corners.length === 0 || !corners.every(isPoint)) return undefined
  const along = (axis: 0 | 1 | 2): number[] => corners.map((corner) => corner[axis])
  return {
    least: [Math.min(...along(0)), Math.min(...along(1)), Math.min(...along(2))],
    most: [Math.max(...along(0)), Math.max(...along(1)), Math.max(...along(2))],
  }
}

const isPoint = (corner: unknown): corner is readonly [number, number, number] =>
  Array.isArray(corner) && corner.length === 3 && corner.every((x) => Number.isFinite(x))
