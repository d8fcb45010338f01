/** The order of one step: observe, drive, advance, deliver, reset, as the acts of each worker's schedule. */
import type { Kernel } from '../../compiler/ir/kernel.ts'
import type { BoundKernel, Device } from '../device/device.ts'
import type { Act } from '../device/schedule.ts'
import { collectedArrival, type Path, straightArrival } from './delivery.ts'
import { type Member, statesOf } from './member.ts'
import { meetings } from './meetings.ts'
import { type Part, partsOf } from './parts.ts'
import type { Projection } from './projection.ts'

export interface Network {
  readonly device: Device
  readonly workers: number
  readonly members: readonly Member[]
  readonly projections: readonly Projection[]
  readonly paths: readonly Path[]
  /** Paths that go by way of an inbox. */
  readonly collected: ReadonlySet<Path>
  /** Ticks from one look for values that are not finite to the next. */
  readonly inspection: number
}

/** What one worker does in one step. */
export function composeStep(network: Network, worker: number): readonly Act[] {
  const meet = meetings(network)
  return [
    ...meet.atStart,
    ...network.members.flatMap((member) => observe(member, worker)),
    ...network.members.flatMap((member) => drive(member, worker)),
    ...sums(network, worker),
    ...meet.afterSums,
    ...advanceConnections(network, worker),
    ...meet.afterConnections,
    ...network.members.flatMap((member) => advance(member, worker)),
    ...meet.beforeDelivery,
    ...deliver(network, worker),
    ...meet.afterDelivery,
    ...network.members.flatMap((member) => reset(member, worker)),
    ...network.members.flatMap((member) => inspect(member, worker, network.inspection)),
  ]
}

const partOf = ({ parts }: Member, worker: number): Part => parts[worker] ?? { first: 0, last: 0 }

/** A kernel over a worker's part, every step of a clock. */
function dense(kernel: BoundKernel, { first, last }: Part, clock: number): readonly Act[] {
  if (first >= last) return []
  return [{ kind: 'dense', kernel, every: clock, clock, first, last, logs: [] }]
}

function observe(member: Member, worker: number): readonly Act[] {
  const part = partOf(member, worker)
  return member.recorders.flatMap((recorder) => recorder.acts(part, worker))
}

function drive(member: Member, worker: number): readonly Act[] {
  const { population, clock, players } = member
  const part = partOf(member, worker)
  const clocked = population.clocked.flatMap(({ every, kernel }) =>
    dense(kernel, part, clock).map((act) => ({ ...act, every: every * clock })),
  )
  return [...[...players.values()].flatMap((player) => player.acts(part, worker)), ...clocked]
}

const memberOf = ({ members }: Network, { post }: Projection): Member | undefined =>
  members.find(({ population }) => population === post)

/** Sums over connections, from the state before the step; they begin at 0. One worker adds them up. */
function sums(network: Network, worker: number): readonly Act[] {
  if (worker > 0) return []
  const clears = network.members.flatMap(({ population, clock }) => {
    const onto = network.projections.filter(({ post }) => post === population)
    const names = new Set(onto.flatMap(({ compiled }) => compiled.kernels.summed?.targets ?? []))
    return [...names].map((name): Act => {
      const array = population.array(name)
      return { kind: 'clear', array, first: 0, last: population.count, clock }
    })
  })
  return [...clears, ...overConnections(network, (kernels) => kernels.summed?.kernel, 0, 1)]
}

/** Equations of connections that cannot wait for events. */
const advanceConnections = (network: Network, worker: number): readonly Act[] =>
  overConnections(network, (kernels) => kernels.advance, worker, network.workers)

type Kernels = Projection['compiled']['kernels']

function overConnections(
  network: Network,
  choose: (kernels: Kernels) => Kernel | undefined,
  worker: number,
  workers: number,
): readonly Act[] {
  return network.projections.flatMap((projection) => {
    const kernel = choose(projection.compiled.kernels)
    const part = partsOf(projection.count, workers)[worker]
    const clock = memberOf(network, projection)?.clock ?? 1
    return kernel && part ? dense(projection.bind(kernel), part, clock) : []
  })
}

/** All new values from old ones, then the thresholds. */
function advance(member: Member, worker: number): readonly Act[] {
  const { population, clock, histories } = member
  const kernel = population.kernel(population.compiled.kernels.step)
  if (!kernel) return []
  const logs = kernel.events.flatMap((event) => histories.get(event)?.[worker] ?? [])
  const part = partOf(member, worker)
  return [{ kind: 'dense', kernel, every: clock, clock, ...part, logs }]
}

/** What arrives: all `on pre`, then `on step`, then all `on post`. */
function deliver(network: Network, worker: number): readonly Act[] {
  const { members, paths, collected } = network
  const onSide = (side: 'pre' | 'post') => paths.filter(({ pathway }) => pathway.side === side)
  const arrive = (path: Path): readonly Act[] => arrival(path, network, worker)
  const inboxes = members.flatMap(({ inbox, parts }) => {
    const part = parts[worker]
    return inbox && part && part.first < part.last ? [{ inbox, part }] : []
  })
  return [
    ...inboxes.flatMap(({ inbox, part }) => inbox.turn(part)),
    ...onSide('pre')
      .filter((path) => collected.has(path))
      .flatMap(arrive),
    ...inboxes.flatMap(({ inbox, part }) => inbox.empty(part, worker)),
    ...onSide('pre')
      .filter((path) => !collected.has(path))
      .flatMap(arrive),
    ...members.flatMap((member) => onStep(member, worker)),
    ...onSide('post').flatMap(arrive),
  ]
}

function arrival(path: Path, network: Network, worker: number): readonly Act[] {
  const { device, members, collected } = network
  const { pre, post } = path.projection
  const isPre = path.pathway.side === 'pre'
  const from = members.find(({ population }) => population === (isPre ? pre : post))
  const onto = members.find(({ population }) => population === post)
  const part = onto?.parts[worker]
  const histories = from?.histories.get(path.pathway.event)
  if (!onto || !part || !histories || part.first >= part.last) return []
  // A cell's own worker owns the connections onto it, so `on post` looks at its events alone.
  const logs = isPre ? histories : histories.slice(worker, worker + 1)
  const isWhole = part.first === 0 && part.last === post.count
  const last = isWhole ? Number.POSITIVE_INFINITY : part.last
  const arrivals = { device, logs, worker, first: part.first, last }
  return collected.has(path) && onto.inbox
    ? collectedArrival(path, onto.inbox, arrivals)
    : straightArrival(path, arrivals)
}

function onStep(member: Member, worker: number): readonly Act[] {
  const { population, clock } = member
  const kernel = population.kernel(population.compiled.kernels.onStep)
  return kernel ? dense(kernel, partOf(member, worker), clock) : []
}

function reset({ population, clock, histories }: Member, worker: number): readonly Act[] {
  const { reset: afterSpike, events } = population.compiled.kernels
  const all = [{ event: 'spike', kernel: afterSpike }, ...events]
  return all.flatMap(({ event, kernel }): readonly Act[] => {
    const bound = population.kernel(kernel)
    const log = histories.get(event)?.[worker]
    return bound && log ? [{ kind: 'walk', kernel: bound, log, clock }] : []
  })
}

function inspect(member: Member, worker: number, inspection: number): readonly Act[] {
  const { population, flag, clock } = member
  const part = partOf(member, worker)
  const every = Math.ceil(inspection / clock) * clock
  if (part.first >= part.last) return []
  return statesOf(population).map(([, array]): Act => {
    return { kind: 'inspect', array, ...part, flag, every, clock }
  })
}
