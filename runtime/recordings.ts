/** What an Env records: which quantities of which cells, and the channels they become. */
import { UsageError } from '../compiler/index.ts'
import type { Member } from './engine/member.ts'
import { recordCells, recordConnections } from './engine/record.ts'
import type { Recorder } from './engine/recorder.ts'
import type { Simulation } from './engine/simulation.ts'
import { RecordedEvents } from './env/recorded-events.ts'
import { RecordedSeries, type SeriesSource } from './env/recorded-series.ts'
import { gidOf, type Gids, gidsPerReplica } from './signals/replica-gids.ts'
import type { Channel } from './signals/channel.ts'
import { unknownName } from './unknown-name.ts'

export interface RecordOptions {
  /** ms between samples. */
  readonly dt?: number
  /** Only these cells. */
  readonly gids?: ArrayLike<number>
  /** Only these compartments, where cells have several. */
  readonly sections?: readonly string[]
  /** What its channel is called; as the quantity unless told. */
  readonly as?: string
}

/** A quantity, every so many ticks. */
interface Wanted {
  readonly every: number
  readonly channel: string
  /** Only these cells, counted within their population. */
  readonly cells?: readonly number[]
  /** What the rows of this quantity belong to. */
  readonly section?: string
  /** Instead of the unit it is declared in. */
  readonly unit?: { readonly name: string; readonly scale: number }
}

export class Recordings {
  private readonly simulation: Simulation
  /** By channel. */
  private readonly events = new Map<string, RecordedEvents>()
  private readonly series = new Map<string, RecordedSeries>()

  constructor(simulation: Simulation) {
    this.simulation = simulation
  }

  /** Of the channels. */
  get names(): readonly string[] {
    return [...this.events.keys(), ...this.series.keys()]
  }

  /** What is recorded already goes on as it is. */
  addEvents(event: string, members: readonly Member[]): void {
    const having = members.filter(({ histories }) => histories.has(event))
    if (having.length === 0) throw new UsageError(`No population has an event ${event}.`)
    const channel = event === 'spike' ? 'spikes' : event
    mustBeFree(channel, this.series)
    for (const { population: cells } of having) {
      const { name } = cells.compiled
      const known = this.events.get(channel) ?? new RecordedEvents()
      this.events.set(channel, known)
      if (known.has(name)) continue
      const collected = this.simulation.recordEvents(name, event)
      if (collected) known.add(name, this.gidsOf(name), collected)
    }
  }

  /** Of those among the populations that have it; says whether any does. */
  addOfCells(name: string, members: readonly Member[], wanted: Wanted): boolean {
    const having = members.filter(({ population: { compiled } }) =>
      compiled.recordables.some((each) => each.name === name),
    )
    for (const member of having) {
      const every = stepsOf(wanted.every, member.clock)
      const known = this.isRecorded(keyOf(name, member), { ...wanted, every })
      if (!known) this.start(name, member, wanted)
    }
    return having.length > 0
  }

  private isRecorded(key: string, { every, channel, cells }: Wanted): boolean {
    mustBeFree(channel, this.events)
    const known = this.series.get(channel)
    const own = known?.source(key)
    const dt = every * this.simulation.plan.dt
    if (own && (known?.dt !== dt || (cells && cells.length !== own.ids.length))) {
      throw new UsageError(
        `${channel} is recorded of ${own.ids.length} cells every ${known?.dt} ms already; ` +
          'call clearRecordings() before you record it otherwise.',
      )
    }
    if (known && known.dt !== dt) {
      throw new UsageError(
        `${channel} has a sample every ${known.dt} ms, and would have one of ${key} every ${dt} ms; ` +
          'give a dt that both can have, or a name of its own with as.',
      )
    }
    return own !== undefined
  }

  private start(name: string, member: Member, wanted: Wanted): void {
    const { plan } = this.simulation
    const { cells, every, channel, section, unit } = wanted
    const { compiled, count } = member.population
    const steps = stepsOf(every, member.clock)
    const scale = unit ? { scale: unit.scale } : {}
    const elements = cells ? { elements: this.inReplicas(cells, member) } : {}
    const wish = { name, every: steps, ...elements, ...scale }
    const recorder = recordCells(member, plan, wish)
    if (!recorder) return
    const gids = this.gidsOf(compiled.name)
    const ids = elements.elements
      ? Int32Array.from(elements.elements, (each) => gidOf(gids, each))
      : Int32Array.from({ length: count }, (_, each) => gidOf(gids, each))
    const declared = compiled.recordables.find((r) => r.name === name)?.unit ?? ''
    const series = new RecordedSeries(steps * plan.dt, unit?.name ?? declared)
    this.add(this.series.get(channel) ?? series, [channel, keyOf(name, member)], {
      recorder,
      ids,
      section,
    })
  }

  private add(
    series: RecordedSeries,
    [channel, key]: readonly [string, string],
    source: SeriesSource,
  ): void {
    series.add(key, source)
    this.series.set(channel, series)
    source.recorder.begin(this.simulation.tick)
    this.simulation.recompose()
  }

  /** Cells of one replica → those of all. */
  private inReplicas(cells: readonly number[], { population }: Member): readonly number[] {
    const { count, perReplica } = population
    if (count === perReplica) return cells
    return Array.from({ length: count / perReplica }, (_, k) =>
      cells.map((cell) => k * perReplica + cell),
    ).flat()
  }

  /** A value of connections, as `PRE_POST_LABEL.weight`; an error where nothing is called so. */
  addOfConnections(name: string, { every, channel }: Wanted): void {
    const { plan, members, projections } = this.simulation
    const [, owner = '', variable = ''] = /^(.+)\.([^.]+)$/.exec(name) ?? []
    const projection = projections.find(
      ({ compiled: { pre, post, label } }) => `${pre}_${post}_${label}` === owner,
    )
    const member = members.find(({ population }) => population === projection?.post)
    const wish = { name: variable, every }
    if (this.isRecorded(name, { every, channel })) return
    const recorder = projection && member && recordConnections(projection, member, plan, wish)
    if (!recorder || !projection) throw this.unknown(name)
    const ids = Int32Array.from({ length: projection.count }, (_, k) => k)
    this.add(new RecordedSeries(every * plan.dt, ''), [channel, name], { recorder, ids })
  }

  private unknown(name: string): UsageError {
    const { plan, projections } = this.simulation
    const cells = plan.populations.map(({ compiled }) => {
      return [compiled.name, compiled.recordables.map((each) => each.name)] as const
    })
    const connections = projections.flatMap(({ compiled: { pre, post, label }, state }) =>
      [...state.arrays.keys()].map((each) => `${pre}_${post}_${label}.${each}`),
    )
    return unknownName(name, new Map(cells), connections)
  }

  private gidsOf(name: string): Gids {
    const { populations } = this.simulation.plan
    const own = populations.find(({ compiled }) => compiled.name === name)
    const { offset = 0, count = 1, gids } = own ?? {}
    return { offset, count, between: gidsPerReplica(populations), ...(gids ? { gids } : {}) }
  }

  /** A new window begins at this tick, whatever was before. */
  begin(tick: number): void {
    for (const events of this.events.values()) events.forget()
    for (const series of this.series.values()) series.begin(tick)
  }

  private get recorders(): readonly Recorder[] {
    return [...this.series.values()].flatMap(({ recorders }) => recorders)
  }

  /** The ticks after which everything that is recorded has a sample. */
  get stride(): number {
    return this.recorders.reduce((all, { every }) => leastCommon(all, every), 1)
  }

  get valuesPerTick(): number {
    return this.recorders.reduce((sum, { width, every }) => sum + width / every, 0)
  }

  /** Everything of the window that began at tick `first`. */
  take(first: number): ReadonlyMap<string, Channel> {
    const { tick, plan } = this.simulation
    const channels = new Map<string, Channel>()
    for (const [name, events] of this.events) channels.set(name, events.take(first, plan.dt))
    for (const [name, series] of this.series) channels.set(name, series.take(tick))
    return channels
  }

  forget(): void {
    this.series.clear()
    this.events.clear()
    this.simulation.stopRecording()
  }
}

const keyOf = (name: string, { population }: Member): string =>
  `${population.compiled.name}.${name}`

function mustBeFree(channel: string, others: ReadonlyMap<string, unknown>): void {
  if (!others.has(channel)) return
  throw new UsageError(
    `${channel} is the name of another recording; give this one a name of its own with as.`,
  )
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

const leastCommon = (a: number, b: number): number => (a / divisor(a, b)) * b

/** Ticks from sample to sample, a whole number of steps. */
const stepsOf = (every: number, clock: number): number =>
  Math.max(1, Math.round(every / clock)) * clock
