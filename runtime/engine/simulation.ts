/** A network that runs: builds the step once, then repeats it for as long as it is asked to. */
import type { Repeated } from '../device/schedule.ts'
import { buildNetwork } from './build-network.ts'
import { Collected } from './collected.ts'
import { composeStep, type Network } from './compose.ts'
import type { EventHistory } from './event-history.ts'
import { type Member, statesOf } from './member.ts'
import { NotFinite } from './not-finite.ts'
import type { Plan } from './plan.ts'
import { Player } from './player.ts'
import type { Population } from './population.ts'
import type { Projection } from './projection.ts'

export class Simulation {
  readonly plan: Plan
  readonly members: readonly Member[]
  readonly projections: readonly Projection[]
  /** The next tick to be done. */
  tick = 0
  private readonly network: Network
  private readonly histories: readonly EventHistory[]
  private readonly players: Player[] = []
  private repeated: Repeated | undefined

  constructor(plan: Plan) {
    this.plan = plan
    this.network = buildNetwork(plan)
    this.members = this.network.members
    this.projections = this.network.projections
    this.histories = this.members.flatMap(({ histories }) => [...histories.values()].flat())
    this.initialize()
  }

  /** Draws what is random and begins at tick 0. */
  initialize(): void {
    this.tick = 0
    for (const history of this.histories) history.forget(0)
    for (const { population, inbox, flag } of this.members) {
      population.state.reset()
      population.initialize()
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
    const { network, plan, histories: logs } = this
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

  /** No further than everything that is played, recorded or logged has room for. */
  private limit(until: number): number {
    let limit = until
    for (const player of this.players) limit = Math.min(limit, player.refill(this.tick))
    for (const { recorders } of this.members) {
      for (const recorder of recorders) limit = Math.min(limit, recorder.limit)
    }
    // Workers must stop at the same tick; one alone stops where a log is full.
    if (this.network.workers === 1) return limit
    return Math.min(limit, ...this.histories.map((history) => this.tick + history.ticks))
  }

  private harvest(): void {
    for (const history of this.histories) {
      history.collect(this.tick)
      if (history.compact()) this.repeated = undefined
    }
    for (const { population, recorders, flag } of this.members) {
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
          inspection: this.network.inspection,
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
    this.players.push(player)
    this.recompose()
    return player
  }

  /** Everything that is played ends. */
  silence(): void {
    for (const player of this.players) player.end()
  }

  /** Keeps the events of a population from now on; undefined where it has none of that name. */
  recordEvents(population: string, event: string): Collected | undefined {
    const parts = this.historiesOf(population, event)
    if (!parts) return undefined
    const kept = new Collected()
    for (const history of parts) history.kept = kept
    return kept
  }

  /** Everything kept since the last time: elements by tick, and within a tick in their order. */
  takeEvents(population: string, event: string) {
    return this.historiesOf(population, event)?.[0]?.kept?.take()
  }

  private historiesOf(population: string, event: string) {
    const member = this.members.find((each) => each.population.compiled.name === population)
    return member?.histories.get(event)
  }

  stopRecording(): void {
    for (const history of this.histories) history.kept = undefined
    for (const { recorders } of this.members) recorders.length = 0
    this.repeated = undefined
  }

  close(): void {
    this.repeated = undefined
    this.plan.device.close()
  }
}
