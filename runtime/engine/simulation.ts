/** A network that runs: builds the step once, then repeats it for as long as it is asked to. */
import type { Device, DeviceArray } from '../device/device.ts'
import { openInterpreter } from '../device/interpreter.ts'
import type { Repeated } from '../device/schedule.ts'
import { occurrencesOf } from '../device/kernel-parts.ts'
import { composeStep, goesThroughInbox, type Member, statesOf } from './compose.ts'
import { type Path, pathOf, reachOf } from './delivery.ts'
import { EventHistory } from './event-history.ts'
import { Inbox } from './inbox.ts'
import type { Plan, PlannedPopulation } from './plan.ts'
import { Population } from './population.ts'
import { Projection } from './projection.ts'
import type { Recorder } from './recorder.ts'
import { Collected } from './collected.ts'

/** What a population did in a window, in ticks from its beginning. */
export interface Events {
  readonly elements: Int32Array
  readonly ticks: Int32Array
}

interface Cast extends Member {
  readonly planned: PlannedPopulation
  readonly histories: ReadonlyMap<string, EventHistory>
  readonly recorders: Recorder[]
}

/** Ticks between two looks for values that are not finite. */
const inspection = 16

export class Simulation {
  readonly plan: Plan
  /** The next tick to be done. */
  tick = 0
  readonly members: readonly Cast[]
  readonly projections: readonly Projection[]
  private readonly device: Device
  private readonly paths: readonly Path[]
  private readonly collected = new Map<string, Collected>()
  private repeated: Repeated | undefined

  constructor(plan: Plan) {
    this.plan = plan
    this.device = plan.device
    const populations = plan.populations.map((planned) => this.population(planned))
    this.projections = plan.projections.map(({ compiled, table }) => {
      const find = (name: string): Population => {
        const found = populations.find((p) => p.compiled.name === name)
        if (!found) throw new Error(`no population ${name}`)
        return found
      }
      const { device, artifact, dt, seed } = plan
      const setup = { device: openInterpreter('f64'), artifact: plan.setup }
      const sides = { pre: find(compiled.pre), post: find(compiled.post) }
      return new Projection(compiled, { device, artifact, setup, table, ...sides, dt, seed })
    })
    this.paths = this.projections.flatMap((projection) =>
      projection.compiled.kernels.pathways.map((pathway) => {
        const beginning = pathway.side === 'pre' ? projection.pre : projection.post
        const clock = plan.populations[populations.indexOf(beginning)]?.clock ?? 1
        return pathOf(projection, pathway, { clock, dt: plan.dt })
      }),
    )
    this.members = plan.populations.map((planned, k) => this.member(planned, populations[k]!))
    this.initialize()
  }

  private population(planned: PlannedPopulation): Population {
    const { device, artifact, dt, seed } = this.plan
    const { compiled, count, clock, offset, coordinates } = planned
    const population = new Population(compiled, { device, artifact, count, dt: dt * clock, seed })
    const gid = population.state.arrays.get('gid')
    if (gid) for (let i = 0; i < count; i++) gid[i] = offset + i
    for (const [k, axis] of (['x', 'y', 'z'] as const).entries()) {
      const array = population.state.arrays.get(axis)
      if (array && coordinates) for (let i = 0; i < count; i++) array[i] = coordinates[3 * i + k]!
    }
    return population
  }

  private member(planned: PlannedPopulation, population: Population): Cast {
    const { compiled, clock, count } = planned
    const leaving = this.paths.filter(({ projection, pathway }) => {
      return (pathway.side === 'pre' ? projection.pre : projection.post) === population
    })
    const histories = new Map(
      compiled.events.map((event) => {
        const reach = Math.max(0, ...leaving.filter((p) => p.pathway.event === event).map(reachOf))
        const occurrences = Math.max(1, occurrencesOf(event, compiled.kernels.step))
        return [event, new EventHistory({ device: this.device, cells: count, occurrences, reach })]
      }),
    )
    const flag = this.device.allocate('integer', 1) as Int32Array
    const inbox = this.inbox(planned, population)
    return {
      planned,
      population,
      clock,
      histories,
      logs: histories,
      recorders: [],
      flag,
      ...(inbox ? { inbox } : {}),
    }
  }

  private inbox({ clock }: PlannedPopulation, population: Population): Inbox | undefined {
    const { arrive } = population.compiled.kernels
    const clocks = this.plan.populations.map((planned, k) => {
      return {
        population:
          this.projections
            .flatMap(({ pre, post }) => [pre, post])
            .find((p) => p.compiled === planned.compiled) ?? population,
        clock: planned.clock,
        k,
      }
    })
    const onto = this.paths.filter(
      (path) => path.projection.post === population && goesThroughInbox(path, this.paths, clocks),
    )
    if (!arrive || onto.length === 0) return undefined
    const reach = Math.max(
      ...onto.map((path) => (typeof path.steps === 'number' ? 0 : reachOf(path))),
    )
    return new Inbox({ device: this.device, population, arrive, reach, clock })
  }

  /** Draws what is random and begins at tick 0. */
  initialize(): void {
    this.tick = 0
    for (const { population, histories, inbox, flag } of this.members) {
      population.state.reset()
      population.initialize()
      for (const history of histories.values()) history.forget(0)
      inbox?.clear()
      flag[0] = 0
    }
    for (const projection of this.projections) projection.initialize()
    this.relink()
  }

  /** After parameters changed. */
  relink(): void {
    for (const { population } of this.members) population.link()
    for (const projection of this.projections) projection.link()
    this.repeated = undefined
  }

  private prepare(): Repeated {
    const acts = composeStep({
      device: this.device,
      members: this.members,
      projections: this.projections,
      paths: this.paths,
      inspection,
    })
    for (const projection of this.projections) projection.link()
    const logs = this.members.flatMap(({ histories }) => [...histories.values()])
    return this.device.repeat({ acts, logs })
  }

  /** Does so many ticks, or fewer where something has to be emptied; true while there is more to do. */
  advance(until: number): boolean {
    this.repeated ??= this.prepare()
    const limits = this.members.flatMap(({ recorders }) => recorders.map(({ limit }) => limit))
    this.tick = this.repeated.run(this.tick, Math.min(until, ...limits))
    this.harvest()
    return this.tick < until
  }

  private harvest(): void {
    for (const { planned, population, clock, histories, recorders, flag } of this.members) {
      for (const [event, history] of histories) {
        const kept = this.collected.get(`${planned.compiled.name}.${event}`)
        history.take(Math.ceil(this.tick / clock), (step, elements) => {
          kept?.add(step * clock, elements)
        })
        if (history.compact()) this.repeated = undefined
      }
      for (const recorder of recorders) recorder.flush(this.tick)
      if (flag[0] !== 0) this.refuse(population)
    }
  }

  private refuse(population: Population): void {
    for (const [name, array] of statesOf(population)) {
      const cell = (array as Float64Array).findIndex((value: number) => !Number.isFinite(value))
      if (cell < 0) continue
      throw new NotFinite({
        population: population.compiled.name,
        variable: name,
        cell,
        value: array[cell]!,
        tick: this.tick,
      })
    }
  }

  /** Keeps the events of a population from now on. */
  recordEvents(population: string, event = 'spike'): void {
    this.collected.set(`${population}.${event}`, new Collected())
  }

  /** Everything kept since the last time. */
  takeEvents(population: string, event = 'spike'): Events {
    return (
      this.collected.get(`${population}.${event}`)?.take() ?? {
        elements: new Int32Array(),
        ticks: new Int32Array(),
      }
    )
  }

  array(population: string, name: string): DeviceArray | undefined {
    return this.members
      .find(({ planned }) => planned.compiled.name === population)
      ?.population.state.arrays.get(name)
  }
}

/** A value that is not a finite number: where and by when. */
export class NotFinite extends Error {
  readonly place: {
    readonly population: string
    readonly variable: string
    readonly cell: number
    readonly value: number
    readonly tick: number
  }

  constructor(place: NotFinite['place']) {
    super(`${place.variable} of cell ${place.cell} of ${place.population} is ${place.value}`)
    this.place = place
  }
}
