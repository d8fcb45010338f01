/** A plan → the network it describes, on its device: everybody who is there, and who hears of whose events. */
import { openJs } from '../device/js.ts'
import { occurrencesOf } from '../device/kernel-parts.ts'
import type { Network } from './compose.ts'
import { collectedPaths, delaysOf, leastOf, type Path, reachOf } from './delivery.ts'
import { EventHistory } from './event-history.ts'
import { Inbox } from './inbox.ts'
import { stepsAlone } from './meetings.ts'
import type { Member } from './member.ts'
import { partsOf } from './parts.ts'
import type { Plan, PlannedPopulation } from './plan.ts'
import { Population } from './population.ts'
import { Projection } from './projection.ts'

/** Ticks between two looks for values that are not finite. */
const inspection = 64

export function buildNetwork(plan: Plan): Network {
  const populations = plan.populations.map((planned) => populationOf(planned, plan))
  const projections = projectionsOf(plan, populations)
  const paths = pathsOf(plan, populations, projections)
  const { device, workers = 1 } = plan
  const collected = collectedPaths(paths, {
    isParallel: device.remote !== undefined || device.collects === true,
  })
  const members = plan.populations.map((planned, k) => {
    const population = populations[k]
    if (!population) throw new Error(`no population ${planned.compiled.name}`)
    return memberOf(planned, { plan, population, paths, collected })
  })
  return { device, workers, members, projections, paths, collected, inspection }
}

function populationOf(planned: PlannedPopulation, plan: Plan): Population {
  const { device, artifact, dt, seed, replicas = 1 } = plan
  const { compiled, count: perReplica, clock, offset, gids, coordinates } = planned
  const count = perReplica * replicas
  const population = new Population(compiled, {
    device,
    artifact,
    setup: plan.setup,
    count,
    perReplica,
    dt: dt * clock,
    seed,
  })
  const { arrays } = population.state
  const gid = arrays.get('gid')
  for (let i = 0; gid && i < count; i++) {
    gid[i] = gids?.[i % perReplica] ?? offset + (i % perReplica)
  }
  for (const [k, axis] of (['x', 'y', 'z'] as const).entries()) {
    const array = arrays.get(axis)
    for (let i = 0; array && coordinates && i < count; i++) {
      array[i] = coordinates[3 * (i % perReplica) + k]!
    }
  }
  return population
}

function projectionsOf(plan: Plan, populations: readonly Population[]): readonly Projection[] {
  const { device, artifact, dt, seed, replicas = 1 } = plan
  const setup = { device: openJs('f64'), artifact: plan.setup }
  const named = (name: string): Population => {
    const found = populations.find(({ compiled }) => compiled.name === name)
    if (!found) throw new Error(`no population ${name}`)
    return found
  }
  return plan.projections.map(({ compiled, table, isShared = false }) => {
    const ends = { pre: named(compiled.pre), post: named(compiled.post) }
    return new Projection(compiled, {
      device,
      artifact,
      setup,
      table,
      ...ends,
      dt,
      seed,
      replicas,
      isShared,
    })
  })
}

function pathsOf(
  plan: Plan,
  populations: readonly Population[],
  projections: readonly Projection[],
): readonly Path[] {
  const clockOf = (population: Population): number =>
    plan.populations[populations.indexOf(population)]?.clock ?? 1
  return projections.flatMap((projection) =>
    projection.compiled.kernels.pathways.map((pathway) => {
      const clock = clockOf(pathway.side === 'pre' ? projection.pre : projection.post)
      const steps = delaysOf(projection, pathway, plan.dt * clock)
      return { projection, pathway, steps, clock, targetClock: clockOf(projection.post) }
    }),
  )
}

interface Around {
  readonly plan: Plan
  readonly population: Population
  readonly paths: readonly Path[]
  readonly collected: ReadonlySet<Path>
}

function memberOf(planned: PlannedPopulation, around: Around): Member {
  const { plan, population } = around
  const { clock } = planned
  const { device, workers = 1 } = plan
  const parts = partsOf(population.count, workers)
  const inbox = inboxOf(planned, around)
  return {
    population,
    clock,
    parts,
    histories: historiesOf(planned, around, parts),
    recorders: [],
    players: new Map(),
    flag: device.allocate('integer', 1) as Int32Array,
    ...(inbox ? { inbox } : {}),
  }
}

/** Long enough that everything still finds what it is due. */
function historiesOf(
  { compiled, clock }: PlannedPopulation,
  { plan: { device, workers = 1 }, population, paths }: Around,
  parts: Member['parts'],
): Member['histories'] {
  const leaving = paths.filter(({ projection, pathway }) => {
    return (pathway.side === 'pre' ? projection.pre : projection.post) === population
  })
  const alone = workers > 1 ? stepsAlone({ paths }) : 0
  return new Map(
    compiled.events.map((event) => {
      const own = leaving.filter(({ pathway }) => pathway.event === event)
      const reach = Math.max(0, ...own.map(reachOf)) + alone
      const occurrences = Math.max(1, occurrencesOf(event, compiled.kernels.step))
      const histories = parts.map(({ first, last }) => {
        const cells = last - first
        return new EventHistory({ device, cells, clock, occurrences, reach, workers })
      })
      return [event, histories]
    }),
  )
}

function inboxOf({ clock }: PlannedPopulation, around: Around): Inbox | undefined {
  const { plan, population, collected } = around
  const { arrive } = population.compiled.kernels
  const onto = [...collected].filter(({ projection }) => projection.post === population)
  if (!arrive || onto.length === 0) return undefined
  const reach = Math.max(...onto.map((path) => reachOf(path) - leastOf(path)))
  return new Inbox({ device: plan.device, population, arrive, reach, clock })
}
