/** How much memory a network will need, before any of it is taken. */
import type { Model, Precision } from '../../compiler/index.ts'
import { UsageError } from '../../compiler/index.ts'
import { expectedConnections } from './connections/expand-connect.ts'
import type { SystemLike } from './system-like.ts'

export interface Sizing {
  readonly sizes: (population: string, count: number | undefined) => number
  readonly system?: SystemLike
  readonly precision: Precision
  /** Bytes beyond what cells and connections need. */
  readonly spare?: number | undefined
  readonly replicas: number
}

/** 32-bit addresses reach no further. */
const most = 2 ** 32 - 65536
/**
 * Recorders, queues and frames. A host collects its garbage after every 64 MiB that it was asked for, which takes as
 * long as a third of a compile; where this is not enough, the network is opened again with more.
 */
export const usualSpare = 2 ** 24
/** Arrays of one cell: states, parameters, inputs, queues of spikes. */
const valuesPerCell = 64

export function bytesFor(
  model: Model | undefined,
  { sizes, system, precision, replicas, spare = usualSpare }: Sizing,
): number {
  const real = precision === 'f32' ? 4 : 8
  const counts = model?.populations.map(({ name, count }) => sizes(name, count)) ?? [
    sizes('', undefined),
  ]
  const cells = counts.reduce((sum, count) => sum + count, 0)
  const connections = model
    ? connectionBytes(model, { sizes, real, ...(system ? { system } : {}) })
    : 0
  const own = replicas * (cells * valuesPerCell * real + connections)
  const bytes = Math.ceil(own + Math.max(spare, own / 4))
  if (bytes <= most) return bytes
  const gib = (n: number): string => (n / 2 ** 30).toFixed(1)
  throw new UsageError(
    `${model?.name ?? 'The network'} needs about ${gib(bytes)} GiB, ${gib(connections)} GiB of them for connections; ` +
      'one memory holds 4 GiB. It would fit with fewer connections, with one weight for a whole projection ' +
      '(4 bytes per connection instead of 8), with static instead of plastic synapses, ' +
      `${replicas > 1 ? `with fewer than ${replicas} replicas, ` : ''}or in precision f32.`,
  )
}

interface Connecting {
  readonly sizes: Sizing['sizes']
  readonly system?: SystemLike
  readonly real: number
}

function connectionBytes(model: Model, { sizes, system, real }: Connecting): number {
  const perConnection = (label: string, differing: number): number => {
    const cast = model.synapses.find((synapse) => synapse.label === label)
    const own = [cast?.dynamics, ...(cast?.plasticities.map(({ dynamics }) => dynamics) ?? [])]
    const states = own.flatMap((dynamics) => [...(dynamics?.variables.values() ?? [])])
    const kept = states.filter((v) => v.per === 'connection' && v.kind === 'state').length
    return 4 + 4 * differing + (kept > 0 ? (kept + 1) * real + 12 : 0)
  }
  if (system?.projections.length) {
    const bytes = system.projections.map(({ i, synapse, weight, delay, parameters }) => {
      const differing = Number(typeof weight === 'object') + Number(typeof delay === 'object')
      return i.length * (perConnection(synapse, differing) + parameters.size * real)
    })
    return bytes.reduce((sum, each) => sum + each, 0)
  }
  const count = (name: string): number =>
    sizes(name, model.populations.find((population) => population.name === name)?.count)
  const bytes = model.connects.map((connect) => {
    const made = expectedConnections(
      connect,
      count(connect.from.population),
      count(connect.to.population),
    )
    return 1.1 * made * perConnection(connect.synapse, connect.overrides.length)
  })
  return bytes.reduce((sum, each) => sum + each, 0)
}
