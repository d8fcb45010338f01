/** How what is sent arrives: straight when it is due, or collected in the inboxes of the targets beforehand. */
import type { CompiledProjection } from '../../compiler/program.ts'
import type { Device } from '../device/device.ts'
import type { Act, EventLog } from '../device/schedule.ts'
import type { Inbox } from './inbox.ts'
import type { Projection } from './projection.ts'
import { longest, type Route, sorted, type Steps, stepsOf, straight } from './routes.ts'

export type Pathway = CompiledProjection['kernels']['pathways'][number]

/** One pathway of one projection, with its delays. */
export interface Path {
  readonly projection: Projection
  readonly pathway: Pathway
  /** Delays in steps of the cells whose events are delivered. */
  readonly steps: Steps
  /** Ticks from step to step of those cells. */
  readonly clock: number
}

export interface Arrivals {
  readonly device: Device
  /** The events of the cells at the pathway's beginning: one log for each worker's part of them. */
  readonly logs: readonly EventLog[]
  /** Only what lands on, or starts from, these cells of the target population. */
  readonly first: number
  readonly last: number
}

/** The delay of a pathway: `delay` for the plain `on pre`, else `delay_NAME`. */
export function pathOf(
  projection: Projection,
  pathway: Pathway,
  { clock, dt }: { readonly clock: number; readonly dt: number },
): Path {
  const { delay, parameters } = projection.table
  const own = pathway.name === 'pre' ? delay : (parameters.get(`delay_${pathway.name}`) ?? 0)
  return { projection, pathway, steps: stepsOf(own, dt * clock), clock }
}

export const reachOf = ({ steps }: Path): number => longest(steps)

/**
 * Additions to a held variable would look at the refractoriness of their target one by one, and
 * different delays would be walked in short runs: both are cheaper by way of the inbox.
 */
export const isCollected = ({ pathway, steps }: Path): boolean =>
  pathway.scatter !== undefined && (typeof steps !== 'number' || isGuarded(pathway))

const isGuarded = ({ kernel }: Pathway): boolean => kernel.each.some(({ kind }) => kind === 'when')

/** Runs the pathway's kernel over the connections that are due. */
export function straightArrival(path: Path, arrivals: Arrivals): readonly Act[] {
  const { projection, pathway, clock } = path
  const kernel = projection.bind(pathway.kernel)
  const { logs } = arrivals
  return [{ kind: 'deliver', kernel, logs, clock, ...routeOf(path, arrivals) }]
}

function routeOf({ projection, pathway, steps }: Path, { device, first, last }: Arrivals): Route {
  const { table, pre, post } = projection
  const isPre = pathway.side === 'pre'
  if (isPre && typeof steps === 'number') {
    return straight(device, table, { delay: steps, first, last })
  }
  const by = isPre ? 'source' : 'target'
  const cells = isPre ? pre.count : post.count
  return sorted({ device, table, by, cells, steps, first, last })
}

/** Adds to the inbox: of this step where all delays are equal, else at once to the steps ahead. */
export function collectedArrival(path: Path, inbox: Inbox, arrivals: Arrivals): readonly Act[] {
  const { projection, pathway, steps, clock } = path
  const { scatter } = pathway
  if (!scatter) return []
  const { device, logs } = arrivals
  const isUniform = typeof steps === 'number'
  const target = isUniform ? {} : { target: targetsAhead(path, steps, { device, inbox }) }
  const kernel = projection.bind(scatter, { arrays: inbox.arrays(), ...target })
  const route = straight(device, projection.table, { ...arrivals, delay: isUniform ? steps : 0 })
  const names = scatter.buffers.filter(({ extent }) => extent === 'target').map(({ name }) => name)
  return [...inbox.aim(kernel, names), { kind: 'deliver', kernel, logs, clock, ...route }]
}

/** Where in a ring a connection adds to, counted from the slot of the step in which it is sent. */
function targetsAhead(
  { projection }: Path,
  steps: Int32Array,
  { device, inbox }: { readonly device: Device; readonly inbox: Inbox },
): Int32Array {
  const { targets } = projection.table
  const ahead = device.allocate('integer', projection.count) as Int32Array
  for (let k = 0; k < ahead.length; k++) ahead[k] = targets[k]! + steps[k]! * inbox.stride
  return ahead
}
