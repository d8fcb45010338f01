/** graph.json of a system: its space, its layers, and what its connections are made of. */
import { type Box, boxAround } from '../bounding-box.ts'
import { amplitudeOf } from '../connect/distance-rule.ts'
import { Random } from '../random.ts'
import type { Recipe } from '../recipe.ts'
import type { Document, System } from '../system.ts'
import type { StoredPathway } from './stored-pathway.ts'
import { populationCodes } from './write-network.ts'

/** The layer of a culture that has none. */
const flat = '2D'

export function graphDocument(system: System, pathways: readonly StoredPathway[]): Document {
  const element = (kind: string, config: Document): Document => ({
    [system.name]: { uuid: uuidOf(`${kind} of ${system}`), config },
  })
  return {
    architecture: { uuid: uuidOf(`architecture of ${system}`), config: architectureOf(system) },
    distances: {},
    synapse_forest: {},
    synapses: element('synapses', { cell_types: cellTypesOf(system, pathways) }),
    connections: element('connections', connectionsConfig(system, pathways)),
  }
}

function architectureOf(system: System): Document {
  const { least, most } = boxAround(system.populations)
  const { populations } = system
  return {
    coordinate_namespace: 'Generated Coordinates',
    area: [least.slice(0, 2), most.slice(0, 2)],
    z_range: [system.boundingBox.least[2], system.boundingBox.most[2]],
    cell_distributions: Object.fromEntries(
      populations.map(({ name, count }) => [name, layersOf(system, name) ?? { [flat]: count }]),
    ),
    layer_extents: extentsOf(system, { least, most }),
    cell_counts: Object.fromEntries(populations.map(({ name, count }) => [name, count])),
    cells_filepath: 'cells.h5',
  }
}

const layersOf = ({ recipe }: System, population: string): Document | undefined =>
  recipe?.populations[population]?.layers

/** Corners of each layer: the area of all cells, at its heights. */
function extentsOf({ recipe, extent }: System, { least, most }: Box): Document {
  const corners = ([low, high]: readonly [number, number]): readonly (readonly number[])[] => [
    [least[0], least[1], low],
    [most[0], most[1], high],
  ]
  const layers = Object.entries(recipe?.area.layers ?? {})
  if (layers.length > 0) {
    return Object.fromEntries(layers.map(([name, heights]) => [name, corners(heights)]))
  }
  if (extent) return { [flat]: [extent.least, extent.most] }
  return { [flat]: corners(recipe?.area.z ?? [least[2], most[2]]) }
}

/** What each population receives. */
function cellTypesOf({ populations }: System, pathways: readonly StoredPathway[]): Document {
  return Object.fromEntries(
    populations.map(({ name }) => {
      const onto = pathways.filter(({ post }) => post.name === name)
      const mechanism = Object.fromEntries(onto.map((each) => [each.pre.name, mechanismsOf(each)]))
      const types = Object.fromEntries(onto.map(({ pre, type }) => [pre.name, type]))
      return [name, { mechanism, synapses: {}, synapse_type: types }]
    }),
  )
}

function connectionsConfig(system: System, pathways: readonly StoredPathway[]): Document {
  const layers = Object.keys(system.recipe?.area.layers ?? { [flat]: 0 })
  const posts = [...new Set(pathways.map(({ post }) => post.name))]
  return {
    population_definitions: Object.fromEntries(populationCodes(system)),
    layer_definitions: Object.fromEntries(layers.map((name, k) => [name, k])),
    synapses: Object.fromEntries(
      posts.map((post) => {
        const onto = pathways.filter((each) => each.post.name === post)
        return [
          post,
          Object.fromEntries(onto.map((each) => [each.pre.name, synapseOf(system, each)])),
        ]
      }),
    ),
    namespaces: {},
    value_chunk_size: 1000,
    connections_filepath: 'connections.h5',
  }
}

function synapseOf({ recipe }: System, pathway: StoredPathway): Document {
  const { type, sections } = pathway
  const total = sections.reduce((sum, { count }) => sum + count, 0)
  return {
    type,
    contacts: 1,
    layers: sections.map(() => 'default'),
    sections: sections.map(({ name }) => name),
    proportions: sections.map(({ count }) => (total > 0 ? count / total : 1)),
    mechanisms: mechanismsOf(pathway),
    ...(recipe ? { kernel: kernelOf(recipe, pathway) } : {}),
  }
}

/** Once where all sections have the same receptors. */
function mechanismsOf({ sections }: StoredPathway): Document {
  const blocks = sections.map(({ name, receptors }) => {
    const own = receptors.map(({ name: receptor, weight, mechanism }) => {
      return [receptor, { ...mechanism, weight }] as const
    })
    return [name, Object.fromEntries(own)] as const
  })
  const [first, ...others] = blocks.map(([, block]) => JSON.stringify(block))
  const isOne = others.every((block) => block === first)
  return isOne ? { default: blocks[0]?.[1] ?? {} } : Object.fromEntries(blocks)
}

function kernelOf({ connectivity }: Recipe, { pre, post }: StoredPathway): Document {
  const { kernel, sigma, inDegree, cutoff = 0, allowSelf = false } = connectivity
  const degree = inDegree[`${pre.name}->${post.name}`] ?? inDegree.default ?? 0
  const places = {
    pre: pre.coordinates ?? new Float64Array(0),
    post: post.coordinates ?? new Float64Array(0),
  }
  const rule = { kernel, sigma, inDegree: degree, cutoff, allowSelf }
  return {
    amplitude: amplitudeOf(places, rule),
    kernel,
    sigma,
    allow_self_connections: allowSelf,
    cutoff,
  }
}

/** The same text has the same one. */
function uuidOf(text: string): string {
  const random = new Random(0, text)
  const digits = Array.from({ length: 32 }, () => random.integer(16).toString(16)).join('')
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`]
  return [...parts, `8${digits.slice(17, 20)}`, digits.slice(20)].join('-')
}
