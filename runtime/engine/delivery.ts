/** How what is sent arrives: straight when it is due, or collected in the inboxes of the targets beforehand. */
import { namesReadIn } from '../../compiler/ir/statements.ts'
import type { CompiledProjection } from '../../compiler/program.ts'
import type { Device } from '../device/device.ts'
import type { Act, EventLog } from '../device/schedule.ts'
import type { Inbox } from './inbox.ts'
import type { Projection } from './projection.ts'
import { longest, type Route, shortest, sorted, type Steps, stepsOf, straight } from './routes.ts'

export type Pathway = CompiledProjection['kernels']['pathways'][number]

/** One pathway of one projection, with its delays. */
export interface Path {
  readonly projection: Projection
  readonly pathway: Pathway
  /** Delays in steps of the cells whose events are delivered. */
  readonly steps: Steps
  /** Ticks from step to step of those cells, and of those they reach. */
  readonly clock: number
  readonly targetClock: number
}

export interface Arrivals {
  readonly device: Device
  /** The events of the cells at the pathway's beginning: one log for each worker's part of them. */
  readonly logs: readonly EventLog[]
  readonly worker: number
  /** Only what lands on these cells; without an end where it is all of them. */
  readonly first: number
  readonly last: number
}

/** The delay of a pathway: `delay` for the plain `on pre`, else `delay_NAME`. */
export function delaysOf({ table }: Projection, { name }: Pathway, dt: number): Steps {
  const own = name === 'pre' ? table.delay : (table.parameters.get(`delay_${name}`) ?? 0)
  return stepsOf(own, dt)
}

export const reachOf = ({ steps }: Path): number => longest(steps)
export const leastOf = ({ steps }: Path): number => shortest(steps)

/**
 * The paths whose additions are collected. Additions to a held variable would look at the refractoriness
 * of their target one by one, and different delays would be walked in short runs: both are cheaper by
 * way of an inbox; and so is everything on a device that runs connections all at once. But nobody may look at a
 * variable between what arrives either way.
 */
export function collectedPaths(
  paths: readonly Path[],
  { isParallel = false } = {},
): ReadonlySet<Path> {
  const apt = new Set(paths.filter((path) => isCollectable(path) && (isParallel || isDearer(path))))
  const direct = paths.filter((path) => path.pathway.side === 'pre' && !apt.has(path))
  const isLookedAt = (path: Path): boolean =>
    direct.some(({ projection, pathway }) => {
      const reads = namesReadIn(pathway.kernel.each)
      return (
        projection.post === path.projection.post && addedBy(path).some((name) => reads.has(name))
      )
    })
  return new Set([...apt].filter((path) => !isLookedAt(path)))
}

const isCollectable = ({ pathway, clock, targetClock }: Path): boolean =>
  pathway.scatter !== undefined && clock === targetClock

const isDearer = ({ pathway, steps }: Path): boolean =>
  typeof steps !== 'number' || pathway.kernel.each.some(({ kind }) => kind === 'when')

const addedBy = ({ pathway }: Path): readonly string[] =>
  pathway.scatter?.buffers.filter(({ extent }) => extent === 'target').map(({ name }) => name) ?? []

/** Runs the pathway's kernel over the connections that are due. */
export function straightArrival(path: Path, arrivals: Arrivals): readonly Act[] {
  const { projection, pathway, clock } = path
  const kernel = projection.bind(pathway.kernel)
  return [
    {
      kind: 'deliver',
      kernel,
      logs: arrivals.logs,
      clock,
      ...routeOf(path, arrivals),
      ...projection.shared,
    },
  ]
}

function routeOf({ projection, pathway, steps }: Path, { device, first, last }: Arrivals): Route {
  const { table, pre, post } = projection
  const isPre = pathway.side === 'pre'
  if (isPre && typeof steps === 'number' && touchesCells(pathway)) {
    return straight(device, table, { delay: steps, first, last })
  }
  const by = isPre ? 'source' : 'target'
  const cells = projection.shared.shared?.sources ?? (isPre ? pre.count : post.count)
  return sorted({ device, table, by, cells, steps, first, last })
}

/** Kernels that touch neither cell work on whole vectors of a range, whatever it is; of a list they take what is there. */
const touchesCells = ({ kernel }: Pathway): boolean =>
  kernel.buffers.some(({ extent }) => extent === 'source' || extent === 'target')

/** Adds to the inbox when the shortest delay is over: to this step's slot, or to those of the steps ahead. */
export function collectedArrival(path: Path, inbox: Inbox, arrivals: Arrivals): readonly Act[] {
  const { projection, pathway, steps, clock } = path
  const { scatter } = pathway
  if (!scatter) return []
  const { device, logs, worker } = arrivals
  const target =
    typeof steps === 'number' ? {} : { target: ahead(path, steps, { ...arrivals, inbox }) }
  const kernel = projection.bind(scatter, { arrays: inbox.arrays(), worker, ...target })
  const route = straight(device, projection.table, { ...arrivals, delay: leastOf(path) })
  const aims = inbox.aim(kernel, addedBy(path))
  return [...aims, { kind: 'deliver', kernel, logs, clock, ...route, ...projection.shared }]
}

/**
 * Where in a ring a connection adds to, counted from the slot of the step in which it is looked at: instead
 * of its target, where nobody else asks for that.
 */
function ahead(
  path: Path,
  steps: Int32Array,
  { device, inbox, last }: Arrivals & { readonly inbox: Inbox },
): Int32Array {
  const { projection } = path
  return projection.once(`${path.pathway.name} ahead`, () => {
    const { targets } = projection.table
    const least = leastOf(path)
    const isOnly = last === Number.POSITIVE_INFINITY && projection.hasOneUse
    const places = isOnly ? targets : (device.allocate('integer', projection.count) as Int32Array)
    for (let k = 0; k < places.length; k++) {
      places[k] = targets[k]! + (steps[k]! - least) * inbox.stride
    }
    return places
  })
}
