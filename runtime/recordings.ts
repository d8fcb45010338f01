/** What an Env records: which quantities of which cells, and the channels they become. */
import { UsageError } from '../compiler/index.ts'
import type { Member } from './engine/member.ts'
import { recordCells, recordConnections } from './engine/record.ts'
import type { Recorder } from './engine/recorder.ts'
import type { Simulation } from './engine/simulation.ts'
import type { Channel } from './signals/channel.ts'
import { besideChannel } from './signals/join-channels.ts'
import { unknownName } from './unknown-name.ts'

export interface RecordOptions {
  /** Only of this population; otherwise of all that have the quantity. */
  readonly population?: string
  /** ms between samples; every step unless told. */
  readonly dt?: number
  /** Only these cells, counted within their population. */
  readonly cells?: readonly number[]
}

/** A quantity, every so many ticks. */
interface Wanted extends RecordOptions {
  readonly every: number
  readonly channel: string
}

interface Recording {
  readonly channel: string
  readonly recorder: Recorder
  readonly ids: Int32Array
  readonly dt: number
  readonly unit: string
}

interface EventRecording {
  readonly channel: string
  readonly population: string
  readonly event: string
  readonly offset: number
}

export class Recordings {
  private readonly simulation: Simulation
  private recordings: Recording[] = []
  private events: EventRecording[] = []

  constructor(simulation: Simulation) {
    this.simulation = simulation
  }

  addEvents(event: string, members: readonly Member[]): void {
    const having = members.filter(({ histories }) => histories.has(event))
    if (having.length === 0) throw new UsageError(`No population has an event ${event}.`)
    for (const { population: cells } of having) {
      const { name } = cells.compiled
      const isKnown = this.events.some((e) => e.population === name && e.event === event)
      if (isKnown) continue
      this.simulation.recordEvents(name, event)
      const channel = event === 'spike' ? 'spikes' : event
      this.events.push({ channel, population: name, event, offset: this.offsetOf(name) })
    }
  }

  /** Of all the populations that have it; otherwise of connections. */
  add(name: string, members: readonly Member[], wanted: Wanted): void {
    const before = this.recordings.length
    for (const member of members) this.addCells(member, name, wanted)
    if (this.recordings.length === before) this.addConnections(name, wanted)
    this.simulation.recompose()
  }

  private addCells(member: Member, name: string, { cells, every, channel }: Wanted): void {
    const { plan, tick } = this.simulation
    const { compiled, count } = member.population
    const outside = cells?.find((cell) => !(Number.isInteger(cell) && cell >= 0 && cell < count))
    if (outside !== undefined) {
      throw new UsageError(`${compiled.name} has ${count} cells; there is no cell ${outside}.`)
    }
    const steps = Math.max(1, Math.round(every / member.clock)) * member.clock
    const wish = { name, every: steps, ...(cells ? { elements: cells } : {}) }
    const recorder = recordCells(member, plan, wish)
    if (!recorder) return
    const offset = this.offsetOf(compiled.name)
    const all = cells ?? Array.from({ length: count }, (_, i) => i)
    const unit = compiled.recordables.find((r) => r.name === name)?.unit ?? ''
    const ids = Int32Array.from(all, (i) => offset + i)
    this.recordings.push({ channel, recorder, ids, dt: steps * plan.dt, unit })
    recorder.begin(tick)
  }

  private addConnections(name: string, { every, channel }: Wanted): void {
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
    this.recordings.push({ channel, recorder, ids, dt: every * plan.dt, unit: '' })
    recorder.begin(tick)
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

  private offsetOf(name: string): number {
    const { populations } = this.simulation.plan
    return populations.find(({ compiled }) => compiled.name === name)?.offset ?? 0
  }

  /** A new window begins at this tick. */
  begin(tick: number): void {
    for (const { recorder } of this.recordings) recorder.begin(tick)
  }

  /** Everything of the window that began at tick `first`. */
  take(first: number): ReadonlyMap<string, Channel> {
    const channels = new Map<string, Channel>()
    for (const name of new Set(this.events.map(({ channel }) => channel))) {
      channels.set(name, this.eventsOf(name, first))
    }
    for (const { channel: name, recorder, ids, dt, unit } of this.recordings) {
      const channel: Channel = { kind: 'series', ids, dt, unit, ...recorder.take() }
      const own = channels.get(name)
      channels.set(name, own ? besideChannel(name, own, channel) : channel)
    }
    return channels
  }

  /** Events of all populations in the order of time, then of gids. */
  private eventsOf(channel: string, first: number): Channel {
    const all = this.events.filter((events) => events.channel === channel)
    const taken = all.map(({ population, event, offset }) => {
      return { offset, ...this.simulation.takeEvents(population, event) }
    })
    const ticks = taken.flatMap(({ ticks = none }) => [ticks])
    const count = ticks.reduce((sum, each) => sum + each.length, 0)
    const keys = new Float64Array(count)
    let at = 0
    for (const { offset, elements = none, ticks: when = none } of taken) {
      for (let k = 0; k < elements.length; k++) {
        keys[at++] = ((when[k] ?? 0) - first) * 2 ** 26 + offset + (elements[k] ?? 0)
      }
    }
    keys.sort()
    return {
      kind: 'events',
      ids: Int32Array.from(keys, (key) => key % 2 ** 26),
      times: keys.map((key) => Math.floor(key / 2 ** 26) * this.simulation.plan.dt),
    }
  }

  forget(): void {
    this.recordings = []
    this.events = []
    this.simulation.stopRecording()
  }
}

const none = new Int32Array(0)
