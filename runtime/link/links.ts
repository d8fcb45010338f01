/** Who reaches whom, as tables, and what the compiler must know of them. */
import { type Model, type ProjectionShape, UsageError } from '../../compiler/index.ts'
import type { Device } from '../device/device.ts'
import type { ConnectionTable } from '../engine/plan.ts'
import { broughtBy } from './brought-values.ts'
import { type Endpoint, expandConnect } from './connections/expand-connect.ts'
import type { Allocate } from './connections/growing.ts'
import { tableFromArrays } from './connections/table-from-arrays.ts'
import type { LinkOptions, Sizes } from './options.ts'
import type { SystemLike } from './system-like.ts'

export interface Link {
  readonly shape: ProjectionShape
  readonly table: ConnectionTable
}

export type Linking = LinkOptions & {
  readonly sizes: Sizes
  readonly device: Device
  readonly seed: number
}

/** Who reaches whom: as the system says, or as the model connects. */
export function linksOf(model: Model, options: Linking): readonly Link[] {
  const { device, system } = options
  const allocate = ((type, length) => device.allocate(type, length)) as Allocate
  return system?.projections.length
    ? systemLinks(model, { ...options, system }, allocate)
    : model.connects.map((connect, clause): Link => {
        const end = (name: string): Endpoint => endpoint(model, name, options)
        const [pre, post] = [end(connect.from.population), end(connect.to.population)]
        const table = expandConnect(connect, { seed: options.seed, clause, pre, post, allocate })
        const at = connect.at === undefined ? {} : { at: connect.at }
        return {
          shape: shapeOf(
            { pre: pre.name, post: post.name, synapse: connect.synapse, ...at },
            table,
          ),
          table,
        }
      })
}

function endpoint(model: Model, name: string, { sizes, system }: Linking): Endpoint {
  const count = sizes(name, model.populations.find((p) => p.name === name)?.count)
  const coordinates = system?.populations.find((p) => p.name === name)?.coordinates
  return { name, count, ...(coordinates ? { coordinates } : {}) }
}

function systemLinks(
  model: Model,
  { system, sizes }: Linking & { readonly system: SystemLike },
  allocate: Allocate,
): readonly Link[] {
  return system.projections.map((projection): Link => {
    const { pre, post, synapse, at } = projection
    const cast = model.synapses.find(({ label }) => label === synapse)
    if (!cast) {
      const labels = model.synapses.map(({ label }) => label)
      throw new UsageError(
        `${pre} reaches ${post} through ${synapse}, but ${model.name} has no synapse of that label; ` +
          `it has ${labels.join(', ') || 'none'}.`,
      )
    }
    const count = (name: string): number => sizes(name, undefined)
    const { values, parameters } = broughtBy(projection, cast)
    const table = tableFromArrays(
      { ...projection, parameters },
      { sources: count(pre), targets: count(post) },
      allocate,
    )
    return {
      shape: {
        ...shapeOf({ pre, post, synapse, ...(at === undefined ? {} : { at }) }, table),
        values,
      },
      table,
    }
  })
}

/** What the compiler must know of the connections: which values differ. */
function shapeOf(
  ends: Pick<ProjectionShape, 'pre' | 'post' | 'synapse' | 'at'>,
  { weight, parameters }: ConnectionTable,
): ProjectionShape {
  const perConnection = new Set([...parameters.keys()].filter((name) => !name.startsWith('delay_')))
  return { ...ends, perConnection, hasOneWeight: typeof weight === 'number' }
}

export const keyOf = ({
  pre,
  post,
  synapse,
  at,
  perConnection,
  values,
  hasOneWeight,
}: ProjectionShape): string =>
  [pre, post, synapse, at, hasOneWeight, ...(perConnection ?? []), ...(values ?? [])].join('\n')

/** Connections of one shape share their code. */
export function distinct(shapes: readonly ProjectionShape[]) {
  const known = new Map<string, { readonly index: number; readonly shape: ProjectionShape }>()
  for (const shape of shapes) {
    if (!known.has(keyOf(shape))) known.set(keyOf(shape), { index: known.size, shape })
  }
  return known
}
