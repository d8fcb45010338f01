/** What becomes kernels: populations with their values in place, and the projections between them. */
import type { Dynamics, Model } from './ir/dynamics.ts'
import { perCell, prefixOf } from './lower/assemble-population.ts'
import type { PlacedPopulation } from './lower/prepare-population.ts'
import type { ProjectionParts } from './lower/lower-projection.ts'
import { partsOf, placeOf } from './parts-of.ts'
import { lone, placePopulation, unwatched, type Watch } from './pipeline.ts'
import { type Instance, instancesOf } from './synapse-instances.ts'
import { UsageError } from './usage-error.ts'

export interface PlacingOptions {
  /** Parameters to be set one by one, by population or projection. */
  readonly perElement?: ReadonlyMap<string, ReadonlySet<string>>
  /** The projections of a network, where a system decides; otherwise those the model connects. */
  readonly projections?: readonly ProjectionShape[]
  readonly watch?: Watch
}

/** What has to be known of connections before their code is written. */
export interface ProjectionShape {
  readonly pre: string
  readonly post: string
  readonly synapse: string
  /** Label of a section, or compartment. */
  readonly at?: string
  /** Parameters that differ from connection to connection. */
  readonly perConnection?: ReadonlySet<string>
  /** Values of the synapse's own parameters, in kernel units: projections with equal ones share an instance of it. */
  readonly values?: ReadonlyMap<string, number>
  readonly hasOneWeight?: boolean
}

const nothing: ReadonlySet<string> = new Set()

export interface Placing {
  readonly placed: ReadonlyMap<string, PlacedPopulation>
  readonly projections: readonly ProjectionParts[]
}

/** A model with its own network, or with that of a system. */
export function placeModel(model: Model, options: PlacingOptions): Placing {
  const instances = instancesOf(model, shapesOf(model, options))
  const placed = new Map(
    model.populations.map((population) => {
      const parts = partsOf(model, population, instances)
      const perCell = perElement(options, population.name)
      return [population.name, placePopulation(parts, perCell, watchOf(options))] as const
    }),
  )
  return { placed, projections: partsOfProjections(instances, { placed, options }) }
}

const watchOf = ({ watch = unwatched }: PlacingOptions): Watch => watch

/** What connects does so from and to cells that only a model could say more about. */
export function placeDeclaration(dynamics: Dynamics, options: PlacingOptions): Placing {
  const { name, kind } = dynamics
  const watch = watchOf(options)
  const own = perElement(options, name)
  const isConnecting = kind === 'synapse' || kind === 'plasticity'
  const cells = isConnecting ? perCell(dynamics) : dynamics
  const isNobody = kind === 'plasticity' && cells.variables.size === 0
  const here = placePopulation(lone(isNobody ? nobody(dynamics) : cells), own, watch)
  const placed = new Map(isNobody ? [] : [[name, here]])
  if (!isConnecting) return { placed, projections: [] }
  const parts: ProjectionParts = {
    label: name,
    synapse: { dynamics, overrides: [] },
    plasticities: [],
    pre: placePopulation(lone(nobody(dynamics)), nothing, watch),
    post: here,
    prefix: '',
    needs: (needed) => needed,
    perElement: own,
    hasOneWeight: false,
  }
  return { placed, projections: [parts] }
}

/** A cell without equations, where only a model could say who is there. */
const nobody = (dynamics: Dynamics): Dynamics => ({
  ...dynamics,
  name: '',
  variables: new Map(),
  compartments: [],
  axials: [],
  reset: [],
  events: [],
  pathways: [],
  onStep: [],
  every: [],
  records: [],
})

const perElement = ({ perElement: all }: PlacingOptions, name: string): ReadonlySet<string> =>
  all?.get(name) ?? nothing

export function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name)
  if (value === undefined)
    throw new UsageError(`There is no ${name}; there are ${[...map.keys()].join(', ')}.`)
  return value
}

interface Casting {
  readonly placed: ReadonlyMap<string, PlacedPopulation>
  readonly options: PlacingOptions
}

function partsOfProjections(
  instances: ReadonlyMap<ProjectionShape, Instance>,
  { placed, options }: Casting,
): readonly ProjectionParts[] {
  return [...instances].map(([shape, { place, name, synapse: cast }]) => {
    const { pre, post, synapse, perConnection, hasOneWeight } = shape
    return {
      label: place ? `${place}.${synapse}` : synapse,
      synapse: cast,
      plasticities: cast.plasticities,
      pre: found(placed, pre),
      post: found(placed, post),
      prefix: prefixOf(name, place),
      needs: (needed) => (place ? `${place}.${needed}` : needed),
      perElement: perConnection ?? perElement(options, `${pre}_${post}_${synapse}`),
      hasOneWeight: hasOneWeight ?? false,
    }
  })
}

/** What a host asks for, what the model connects, or everything a system could. */
function shapesOf(model: Model, { projections }: PlacingOptions): readonly ProjectionShape[] {
  if (projections) return projections
  const names = model.populations.map((p) => p.name)
  const everything = model.synapses.flatMap(({ label: synapse }) =>
    names.flatMap((pre) => names.map((post): ProjectionShape => ({ pre, post, synapse }))),
  )
  const connected = model.connects.map(({ from, to, synapse, at }): ProjectionShape => {
    return { pre: from.population, post: to.population, synapse, ...(at ? { at } : {}) }
  })
  const shapes = connected.length > 0 ? connected : everything
  const keyOf = ({ pre, post, synapse, at }: ProjectionShape): string =>
    [pre, post, synapse, placeOf(model, { post, synapse, at })].join('\n')
  return [...new Map(shapes.map((shape) => [keyOf(shape), shape])).values()]
}
