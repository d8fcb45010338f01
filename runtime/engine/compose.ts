/** The order of one step: observe, drive, advance, deliver, reset, as the acts of a schedule. */
import type { Act, EventLog } from '../device/schedule.ts'
import { namesReadIn } from '../../compiler/ir/statements.ts'
import type { Device } from '../device/device.ts'
import { collectedArrival, isCollected, type Path, straightArrival } from './delivery.ts'
import type { Inbox } from './inbox.ts'
import type { Population } from './population.ts'
import type { Projection } from './projection.ts'
import type { Recorder } from './recorder.ts'

/** A population with everything a step does to it. */
export interface Member {
  readonly population: Population
  /** Ticks from step to step. */
  readonly clock: number
  /** By event, in the order of the step kernel. */
  readonly logs: ReadonlyMap<string, EventLog>
  readonly inbox?: Inbox
  readonly recorders: readonly Recorder[]
  readonly flag: Int32Array
}

export interface Network {
  readonly device: Device
  readonly members: readonly Member[]
  readonly projections: readonly Projection[]
  readonly paths: readonly Path[]
  /** Ticks from one look for values that are not finite to the next. */
  readonly inspection: number
}

export function composeStep(network: Network): readonly Act[] {
  return [
    ...observe(network),
    ...drive(network),
    ...advance(network),
    ...deliver(network),
    ...reset(network),
    ...inspect(network),
  ]
}

function observe({ members }: Network): readonly Act[] {
  return members.flatMap(({ population, recorders }) =>
    recorders.flatMap((recorder) => recorder.acts(0, population.count)),
  )
}

function drive({ members }: Network): readonly Act[] {
  return members.flatMap(({ population, clock }) =>
    population.clocked.map(({ every, kernel }): Act => {
      return {
        kind: 'dense',
        kernel,
        every: every * clock,
        clock,
        first: 0,
        last: population.count,
        logs: [],
      }
    }),
  )
}

/** Sums over connections and their own equations see the cells as they were before the step. */
function advance({ members, projections }: Network): readonly Act[] {
  const summed = projections.flatMap((projection): readonly Act[] => {
    const { summed } = projection.compiled.kernels
    if (!summed) return []
    const clock = clockOf(projection.post, members)
    return [
      {
        kind: 'dense',
        kernel: projection.bind(summed.kernel),
        every: clock,
        clock,
        first: 0,
        last: projection.count,
        logs: [],
      },
    ]
  })
  const connections = projections.flatMap((projection): readonly Act[] => {
    const { advance } = projection.compiled.kernels
    if (!advance) return []
    const clock = clockOf(projection.post, members)
    return [
      {
        kind: 'dense',
        kernel: projection.bind(advance),
        every: clock,
        clock,
        first: 0,
        last: projection.count,
        logs: [],
      },
    ]
  })
  const cells = members.flatMap(({ population, clock, logs }): readonly Act[] => {
    const kernel = population.kernel(population.compiled.kernels.step)
    if (!kernel) return []
    const ordered = kernel.events.flatMap((event) => logs.get(event) ?? [])
    return [
      {
        kind: 'dense',
        kernel,
        every: clock,
        clock,
        first: 0,
        last: population.count,
        logs: ordered,
      },
    ]
  })
  return [...clearSums({ members, projections }), ...summed, ...connections, ...cells]
}

const clockOf = (population: Population, members: readonly Member[]): number =>
  members.find((member) => member.population === population)?.clock ?? 1

/** Sums begin at 0 in every step. */
function clearSums({
  members,
  projections,
}: Pick<Network, 'members' | 'projections'>): readonly Act[] {
  return members.flatMap(({ population, clock }) => {
    const onto = projections.filter(({ post }) => post === population)
    const names = new Set(onto.flatMap(({ compiled }) => compiled.kernels.summed?.targets ?? []))
    return [...names].map((name): Act => {
      return {
        kind: 'clear',
        array: population.array(name),
        first: 0,
        last: population.count,
        clock,
      }
    })
  })
}

/** What arrives: all `on pre`, then `on step`, then all `on post`. */
function deliver({ device, members, paths }: Network): readonly Act[] {
  const collected = new Set(paths.filter((path) => goesThroughInbox(path, paths, members)))
  const act = (path: Path): readonly Act[] => {
    const { pre, post } = path.projection
    const beginning = path.pathway.side === 'pre' ? pre : post
    const from = members.find(({ population }) => population === beginning)
    const onto = members.find(({ population }) => population === post)
    const log = from?.logs.get(path.pathway.event)
    if (!log) return []
    const arrivals = { device, logs: [log], first: 0, last: post.count }
    return collected.has(path) && onto?.inbox
      ? collectedArrival(path, onto.inbox, arrivals)
      : straightArrival(path, arrivals)
  }
  const onSide = (side: 'pre' | 'post') => paths.filter(({ pathway }) => pathway.side === side)
  const pre = onSide('pre')
  const inboxes = members.flatMap(({ inbox, population }) =>
    inbox ? [{ inbox, last: population.count }] : [],
  )
  return [
    ...inboxes.flatMap(({ inbox, last }) => inbox.turn(0, last)),
    ...pre.filter((path) => collected.has(path)).flatMap(act),
    ...inboxes.flatMap(({ inbox, last }) => inbox.empty(0, last)),
    ...pre.filter((path) => !collected.has(path)).flatMap(act),
    ...members.flatMap(onStep),
    ...onSide('post').flatMap(act),
  ]
}

/** Nobody may look at a variable between what arrives through its inbox and what arrives straight. */
export function goesThroughInbox(
  path: Path,
  paths: readonly Path[],
  members: readonly { readonly population: Population; readonly clock: number }[],
): boolean {
  const { pre, post } = path.projection
  if (
    !isCollected(path) ||
    clockOf(pre, members as readonly Member[]) !== clockOf(post, members as readonly Member[])
  )
    return false
  const added = addedBy(path)
  const others = paths.filter(
    (other) =>
      other.projection.post === post && other.pathway.side === 'pre' && !isCollected(other),
  )
  return !others.some((other) => {
    const reads = namesReadIn(other.pathway.kernel.each)
    return [...added].some((name) => reads.has(name))
  })
}

const addedBy = ({ pathway }: Path): ReadonlySet<string> =>
  new Set(
    pathway.scatter?.buffers.filter(({ extent }) => extent === 'target').map(({ name }) => name),
  )

function onStep({ population, clock }: Member): readonly Act[] {
  const kernel = population.kernel(population.compiled.kernels.onStep)
  if (!kernel) return []
  return [
    { kind: 'dense', kernel, every: clock, clock, first: 0, last: population.count, logs: [] },
  ]
}

function reset({ members }: Network): readonly Act[] {
  const walk = ({ population, clock, logs }: Member): readonly Act[] => {
    const { reset: afterSpike, events } = population.compiled.kernels
    const all = [{ event: 'spike', kernel: afterSpike }, ...events]
    return all.flatMap(({ event, kernel }): readonly Act[] => {
      const bound = population.kernel(kernel)
      const log = logs.get(event)
      return bound && log ? [{ kind: 'walk', kernel: bound, log, clock }] : []
    })
  }
  return members.flatMap(walk)
}

function inspect({ members, inspection }: Network): readonly Act[] {
  return members.flatMap(({ population, flag, clock }) =>
    statesOf(population).map(([, array]): Act => {
      const every = Math.ceil(inspection / clock) * clock
      return { kind: 'inspect', array, first: 0, last: population.count, flag, every, clock }
    }),
  )
}

/** What evolves and could run away. */
export const statesOf = ({ compiled, state }: Population) =>
  compiled.slots.flatMap(({ name, role, type }) => {
    const array = state.arrays.get(name)
    return role === 'state' && type === 'real' && array ? [[name, array] as const] : []
  })
