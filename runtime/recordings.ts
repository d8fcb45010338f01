/** What an Env records: which quantities of which cells, and the channels they become. */
import { UsageError } from '../compiler/index.ts'
import type { Member } from './engine/member.ts'
import { recordCells, recordConnections } from './engine/record.ts'
import type { Recorder } from './engine/recorder.ts'
import type { Simulation } from './engine/simulation.ts'
import { RecordedEvents } from './env/recorded-events.ts'
import { gidOf, type Gids, gidsPerReplica } from './signals/replica-gids.ts'
import type { Channel } from './signals/channel.ts'
import { besideChannel, cellByCell } from './signals/join-channels.ts'
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

interface Recording {
  readonly channel: string
  readonly recorder: Recorder
  readonly ids: Int32Array
  readonly dt: number
  readonly unit: string
  readonly section?: string
}

export class Recordings {
  private readonly simulation: Simulation
  private readonly recordings = new Map<string, Recording>()
  /** By channel. */
  private readonly events = new Map<string, RecordedEvents>()

  constructor(simulation: Simulation) {
    this.simulation = simulation
  }

  /** What is recorded already goes on as it is. */
  addEvents(event: string, members: readonly Member[]): void {
    const having = members.filter(({ histories }) => histories.has(event))
    if (having.length === 0) throw new UsageError(`No population has an event ${event}.`)
    for (const { population: cells } of having) {
      const { name } = cells.compiled
      const channel = event === 'spike' ? 'spikes' : event
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
      const key = `${wanted.channel} ${member.population.compiled.name} ${name}`
      if (!this.isRecorded(key, member, wanted)) this.start(key, name, [member, wanted])
    }
    return having.length > 0
  }

  private isRecorded(key: string, { clock }: Member, { every, channel, cells }: Wanted): boolean {
    const known = this.recordings.get(key)
    if (!known) return false
    const dt = stepsOf(every, clock) * this.simulation.plan.dt
    if (known.dt === dt && (cells === undefined || cells.length === known.ids.length)) return true
    throw new UsageError(
      `${channel} is recorded of ${known.ids.length} cells every ${known.dt} ms already; ` +
        'call clearRecordings() before you record it otherwise.',
    )
  }

  private start(key: string, name: string, [member, wanted]: readonly [Member, Wanted]): void {
    const { plan, tick } = this.simulation
    const { cells, every, channel, section, unit } = wanted
    const { compiled, count } = member.population
    const steps = stepsOf(every, member.clock)
    const scale = unit ? { scale: unit.scale } : {}
    const elements = cells ? { elements: this.inReplicas(cells, member) } : {}
    const wish = { name, every: steps, ...elements, ...scale }
    const recorder = recordCells(member, plan, wish)
    if (!recorder) return
    const gids = this.gidsOf(compiled.name)
    const declared = compiled.recordables.find((r) => r.name === name)?.unit ?? ''
    this.recordings.set(key, {
      channel,
      recorder,
      ids: elements.elements
        ? Int32Array.from(elements.elements, (each) => gidOf(gids, each))
        : Int32Array.from({ length: count }, (_, each) => gidOf(gids, each)),
      dt: steps * plan.dt,
      unit: unit?.name ?? declared,
      ...(section === undefined ? {} : { section }),
    })
    recorder.begin(tick)
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
    const { plan, tick, members, projections } = this.simulation
    const [, owner = '', variable = ''] = /^(.+)\.([^.]+)$/.exec(name) ?? []
    const projection = projections.find(
      ({ compiled: { pre, post, label } }) => `${pre}_${post}_${label}` === owner,
    )
    const member = members.find(({ population }) => population === projection?.post)
    const wish = { name: variable, every }
    const recorder = projection && member && recordConnections(projection, member, plan, wish)
    if (!recorder || !projection) throw this.unknown(name)
    const ids = Int32Array.from({ length: projection.count }, (_, k) => k)
    this.recordings.set(name, { channel, recorder, ids, dt: every * plan.dt, unit: '' })
    recorder.begin(tick)
    this.simulation.recompose()
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

  /** A new window begins at this tick. */
  begin(tick: number): void {
    for (const { recorder } of this.recordings.values()) recorder.begin(tick)
  }

  /** The ticks after which everything that is recorded has a sample. */
  get stride(): number {
    return [...this.recordings.values()].reduce(
      (all, { recorder }) => leastCommon(all, recorder.every),
      1,
    )
  }

  get valuesPerTick(): number {
    const rates = [...this.recordings.values()].map(
      ({ recorder: { width, every } }) => width / every,
    )
    return rates.reduce((sum, rate) => sum + rate, 0)
  }

  /** Everything of the window that began at tick `first`. */
  take(first: number): ReadonlyMap<string, Channel> {
    const channels = new Map<string, Channel>()
    const { dt } = this.simulation.plan
    for (const [name, events] of this.events) channels.set(name, events.take(first, dt))
    if (this.recordings.size > 0) this.takeSeries(channels)
    return channels
  }

  private takeSeries(channels: Map<string, Channel>): void {
    const parts = new Set<string>()
    for (const { channel: name, recorder, ids, dt, unit, section } of this.recordings.values()) {
      const sections = section === undefined ? {} : { sections: Array(ids.length).fill(section) }
      const channel: Channel = { kind: 'series', ids, dt, unit, ...recorder.take(), ...sections }
      const own = channels.get(name)
      channels.set(name, own ? besideChannel(name, own, channel) : channel)
      if (section !== undefined) parts.add(name)
    }
    for (const name of parts) {
      const channel = channels.get(name)
      if (channel?.kind === 'series') channels.set(name, cellByCell(channel))
    }
  }

  forget(): void {
    this.recordings.clear()
    this.events.clear()
    this.simulation.stopRecording()
  }
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

const leastCommon = (a: number, b: number): number => (a / divisor(a, b)) * b

/** Ticks from sample to sample, a whole number of steps. */
const stepsOf = (every: number, clock: number): number =>
  Math.max(1, Math.round(every / clock)) * clock
