/** A network that runs: builds the step once, then repeats it for as long as it is asked to. */
import { openJs } from '../device/js.ts'
import { occurrencesOf } from '../device/kernel-parts.ts'
import type { Repeated } from '../device/schedule.ts'
import { Collected } from './collected.ts'
import { composeStep, type Network } from './compose.ts'
import { collectedPaths, delaysOf, leastOf, type Path, reachOf } from './delivery.ts'
import { EventHistory } from './event-history.ts'
import { Inbox } from './inbox.ts'
import { stepsAlone } from './meetings.ts'
import { type Member, statesOf } from './member.ts'
import { NotFinite } from './not-finite.ts'
import { partsOf } from './parts.ts'
import type { Plan, PlannedPopulation } from './plan.ts'
import { Player } from './player.ts'
import { Population } from './population.ts'
import { Projection } from './projection.ts'

/** Ticks between two looks for values that are not finite. */
const inspection = 64

export class Simulation {
  readonly plan: Plan
  readonly members: readonly Member[]
  readonly projections: readonly Projection[]
  /** The next tick to be done. */
  tick = 0
  private readonly network: Network
  /** By the histories of the events that are kept. */
  private readonly collected = new Map<readonly EventHistory[], Collected>()
  private repeated: Repeated | undefined

  constructor(plan: Plan) {
    this.plan = plan
    const populations = plan.populations.map((planned) => populationOf(planned, plan))
    this.projections = projectionsOf(plan, populations)
    const paths = pathsOf(plan, populations, this.projections)
    const { device, workers = 1 } = plan
    const collected = collectedPaths(paths, { isParallel: device.remote !== undefined })
    this.members = plan.populations.map((planned, k) => {
      const population = populations[k]
      if (!population) throw new Error(`no population ${planned.compiled.name}`)
      return memberOf(planned, { plan, population, paths, collected })
    })
    const { members, projections } = this
    this.network = { device, workers, members, projections, paths, collected, inspection }
    this.initialize()
  }

  /** Draws what is random and begins at tick 0. */
  initialize(): void {
    this.tick = 0
    for (const { population, histories, inbox, flag } of this.members) {
      population.state.reset()
      population.initialize()
      for (const history of [...histories.values()].flat()) history.forget(0)
      inbox?.clear()
      flag[0] = 0
      this.plan.device.remote?.changed(flag)
    }
    for (const projection of this.projections) projection.initialize()
    this.relink()
  }

  /** Brings the host's arrays up to date, where the device has others. */
  async fetch(): Promise<void> {
    await this.plan.device.remote?.fetch()
  }

  /** The same at the end of a run, unless it is much. */
  settled(): Promise<void> | undefined {
    return this.plan.device.remote?.settle()
  }

  /** Other random numbers from the next beginning on. */
  reseed(seed: number): void {
    for (const { population } of this.members) population.state.shared.set('seed', seed | 0)
    for (const { state } of this.projections) state.shared.set('seed', seed | 0)
  }

  /** After parameters changed. */
  relink(): void {
    for (const { population } of this.members) population.link()
    for (const projection of this.projections) projection.link()
  }

  /** After it changed what is recorded. */
  recompose(): void {
    this.repeated = undefined
  }

  /** Makes the step ready; the first tick after a change does it otherwise. */
  ready(): void {
    this.repeated ??= this.prepare()
  }

  private prepare(): Repeated {
    const { network, plan } = this
    const logs = this.members.flatMap(({ histories }) => [...histories.values()].flat())
    const schedules = Array.from({ length: network.workers }, (_, worker) => {
      return { acts: composeStep(network, worker), logs, replicas: plan.replicas ?? 1 }
    })
    // Kernels that were bound while the step was composed see the current parameters too.
    this.relink()
    return plan.device.repeat(schedules)
  }

  /** Does ticks up to this one, or fewer where something has to be emptied; true while there is more to do. */
  advance(until: number): boolean | Promise<boolean> {
    this.repeated ??= this.prepare()
    for (const { players } of this.members) {
      for (const player of players.values()) player.refill(this.tick)
    }
    const reached = this.repeated.run(this.tick, this.limit(until))
    return typeof reached === 'number'
      ? this.settle(reached) < until
      : reached.then((tick) => this.settle(tick) < until)
  }

  private settle(tick: number): number {
    this.tick = tick
    this.harvest()
    return tick
  }

  /** No further than everything that is recorded, played or logged has room for. */
  private limit(until: number): number {
    let limit = until
    for (const { recorders, players } of this.members) {
      for (const recorder of recorders) limit = Math.min(limit, recorder.limit)
      for (const player of players.values()) limit = Math.min(limit, player.limit)
    }
    // Workers must stop at the same tick; one alone stops where a log is full.
    return this.network.workers === 1 ? limit : Math.min(limit, this.room())
  }

  private room(): number {
    const ticks = this.members.flatMap(({ histories, clock }) =>
      [...histories.values()].flat().map((history) => history.steps * clock),
    )
    return this.tick + Math.min(...ticks)
  }

  private harvest(): void {
    for (const { population, clock, histories, recorders, flag } of this.members) {
      for (const parts of histories.values()) {
        const kept = this.collected.get(parts)
        for (const history of parts) {
          history.take(Math.ceil(this.tick / clock), (step, elements) =>
            kept?.add(step * clock, elements),
          )
          if (history.compact()) this.repeated = undefined
        }
      }
      for (const recorder of recorders) recorder.flush(this.tick)
      if (flag[0] !== 0) this.refuse(population, flag[0]!)
    }
  }

  private refuse(population: Population, sign: number): void {
    for (const [variable, array] of statesOf(population)) {
      for (let cell = 0; cell < population.count; cell++) {
        const value = array[cell]!
        if (Number.isFinite(value)) continue
        const { name } = population.compiled
        throw new NotFinite({
          population: name,
          variable,
          cell,
          value,
          tick: sign > 1 ? sign : this.tick,
          inspection,
        })
      }
    }
  }

  /** What plays into an array of a population; made when it is first asked for. */
  player({ population, parts, players }: Member, name: string): Player {
    const known = players.get(name)
    if (known) return known
    const player = new Player({ device: this.plan.device, into: population.array(name), parts })
    players.set(name, player)
    this.recompose()
    return player
  }

  /** Keeps the events of a population from now on; undefined where it has none of that name. */
  recordEvents(population: string, event: string): Collected | undefined {
    const parts = this.historiesOf(population, event)
    if (!parts) return undefined
    const collected = new Collected()
    this.collected.set(parts, collected)
    return collected
  }

  /** Everything kept since the last time: elements by tick, and within a tick in their order. */
  takeEvents(population: string, event: string) {
    const parts = this.historiesOf(population, event)
    return parts && this.collected.get(parts)?.take()
  }

  private historiesOf(population: string, event: string) {
    const member = this.members.find((each) => each.population.compiled.name === population)
    return member?.histories.get(event)
  }

  stopRecording(): void {
    this.collected.clear()
    for (const { recorders } of this.members) recorders.length = 0
    this.repeated = undefined
  }

  close(): void {
    this.repeated = undefined
    this.plan.device.close()
  }
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
  { compiled }: PlannedPopulation,
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
        return new EventHistory({ device, cells: last - first, occurrences, reach, workers })
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
