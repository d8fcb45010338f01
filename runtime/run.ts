/** One simulated window and the signals that were recorded in it. Every change makes a new Run. */
import { UsageError } from '../compiler/usage-error.ts'
import { type Channel, type Events, rowsOf, type Series } from './signals/channel.ts'
import { selectChannel, sliceChannel } from './signals/cut-channel.ts'
import { gidsPerReplica } from './signals/replica-gids.ts'
import { besideChannel, followChannel } from './signals/join-channels.ts'
import { Unpacked } from './signals/unpacked.ts'

/** Cells offset … offset + count − 1. */
export interface PopulationRange {
  readonly name: string
  readonly offset: number
  readonly count: number
  /** Of each cell, where they are other numbers. */
  readonly gids?: Int32Array
}

export interface RunOptions {
  /** When the window began, in ms. */
  readonly t0?: number
  /** In ms. */
  readonly duration: number
  readonly channels?: ReadonlyMap<string, Channel>
  readonly populations?: readonly PopulationRange[]
  /** Copies of the network; the gids of each go on where those of the one before end. */
  readonly replicas?: number
}

export interface Selection {
  readonly gids?: Iterable<number>
  readonly population?: string
}

export class Run extends Unpacked {
  readonly t0: number
  readonly duration: number
  readonly channels: ReadonlyMap<string, Channel>
  readonly populations: readonly PopulationRange[]
  readonly replicas: number

  constructor(options: RunOptions) {
    super()
    const { t0 = 0, duration, channels = new Map(), populations = [], replicas = 1 } = options
    if (!Number.isFinite(duration) || duration < 0) {
      throw new UsageError(`A run lasts ${duration} ms; it must be a time from 0 ms on.`)
    }
    this.t0 = t0
    this.duration = duration
    this.channels = channels
    this.populations = populations
    this.replicas = replicas
  }

  /** When the window ended, in ms. */
  get t1(): number {
    return this.t0 + this.duration
  }

  /** A channel by its name: `spikes`, `voltage`, `current`, or what was recorded, such as `dend.Ca`. */
  channel(name: string): Channel | undefined {
    return this.channels.get(name)
  }

  has(name: string): boolean {
    return this.channels.has(name)
  }

  /** Rows of samples; an error where the name is not a series of this run. */
  signal(name: string): readonly Float64Array[] {
    return rowsOf(this.series(name))
  }

  series(name: string): Series {
    const channel = this.found(name)
    if (channel.kind === 'series') return channel
    throw new UsageError(`${name} holds events; read their ids and times with events('${name}').`)
  }

  events(name = 'spikes'): Events {
    const channel = this.found(name)
    if (channel.kind === 'events') return channel
    throw new UsageError(`${name} is a series; read its rows with signal('${name}').`)
  }

  private found(name: string): Channel {
    const channel = this.channels.get(name)
    if (channel) return channel
    const known = [...this.channels.keys()].join(', ') || 'nothing'
    throw new UsageError(`The run has no ${name}; it has ${known}.`)
  }

  private with(change: Partial<RunOptions>): Run {
    const { t0, duration, channels, populations, replicas } = this
    return new Run({ t0, duration, channels, populations, replicas, ...change })
  }

  add(name: string, channel: Channel): Run {
    mustBeWhole(name, channel)
    return this.with({ channels: new Map([...this.channels, [name, channel]]) })
  }

  drop(name: string): Run {
    return this.with({ channels: new Map([...this.channels].filter(([key]) => key !== name)) })
  }

  /** From start to stop, half open, in ms from the beginning of the run. */
  slice(start = 0, stop = this.duration): Run {
    if (!(start >= 0) || !(stop >= start)) {
      throw new UsageError(`slice(${start}, ${stop}): a window goes from 0 ms on forwards in time.`)
    }
    const end = Math.min(stop, this.duration)
    const begin = Math.min(start, end)
    const cut = (channel: Channel): Channel => sliceChannel(channel, begin, end)
    return this.with({
      t0: this.t0 + begin,
      duration: end - begin,
      channels: mapped(this.channels, cut),
    })
  }

  /** Only some cells: by gid, by population, or those that are both. */
  select({ gids, population }: Selection = {}): Run {
    if (gids === undefined && population === undefined) return this
    const wanted = gids && new Set(gids)
    const range = population === undefined ? undefined : this.range(population)
    const own = range?.gids && new Set(range.gids)
    const isOwn = (id: number): boolean =>
      own?.has(id) ?? (!range || (id >= range.offset && id < range.offset + range.count))
    const isWanted = (id: number): boolean => (wanted?.has(id) ?? true) && isOwn(id)
    return this.with({ channels: mapped(this.channels, (c) => selectChannel(c, isWanted)) })
  }

  /** One of the replicas as if it were alone, with the gids of the system. */
  replica(k: number): Run {
    if (!(Number.isInteger(k) && k >= 0 && k < this.replicas)) {
      const there = this.replicas === 1 ? 'one' : `${this.replicas}, from 0 to ${this.replicas - 1}`
      throw new UsageError(`There is no replica ${k}; there is ${there}.`)
    }
    const between = gidsPerReplica(this.populations)
    const isOwn = (id: number): boolean => Math.floor(id / between) === k
    const own = (channel: Channel): Channel => {
      const chosen = selectChannel(channel, isOwn)
      return { ...chosen, ids: chosen.ids.map((id) => id - k * between) }
    }
    return this.with({ replicas: 1, channels: mapped(this.channels, own) })
  }

  private range(name: string): PopulationRange {
    const range = this.populations.find((population) => population.name === name)
    if (range) return range
    const known = this.populations.map((population) => population.name).join(', ') || 'none'
    throw new UsageError(`There is no population ${name}; there is ${known}.`)
  }

  /** This run and then another. */
  concat(other: Run): Run {
    const gap = other.t0 - this.t0
    const offset = gap >= this.duration - 1e-9 ? gap : this.duration
    const channels = this.joined(other, (name, a, b) => followChannel(name, a, b, offset))
    return this.with({ duration: offset + other.duration, channels })
  }

  /** This run and another of the same window, with other cells. */
  merge(other: Run): Run {
    if (other.duration !== this.duration) {
      throw new UsageError(`One run lasts ${this.duration} ms and the other ${other.duration} ms.`)
    }
    return this.with({
      channels: this.joined(other, besideChannel),
      populations: [...this.populations, ...other.populations],
    })
  }

  private joined(
    other: Run,
    join: (name: string, a: Channel, b: Channel) => Channel,
  ): ReadonlyMap<string, Channel> {
    const all = new Map(this.channels)
    for (const [name, channel] of other.channels) {
      const own = all.get(name)
      all.set(name, own ? join(name, own, channel) : channel)
    }
    return all
  }

  /** Who fired in which bin of dt ms: one row of zeros and ones for each cell. */
  raster(dt: number, cells?: number, steps?: number): readonly Uint8Array[] {
    if (!(dt > 0)) throw new UsageError(`raster: dt is ${dt}; it must be a time in ms above 0.`)
    const { ids, times } = this.events()
    const rows = cells ?? ids.reduce((most, id) => Math.max(most, id + 1), 0)
    const bins = steps ?? halfToEven(this.duration / dt) + 1
    const raster = Array.from({ length: rows }, () => new Uint8Array(bins))
    times.forEach((t, k) => {
      const row = raster[ids[k] ?? -1]
      if (row) row[Math.min(bins - 1, Math.max(0, halfToEven(t / dt)))] = 1
    })
    return raster
  }

  /** `100 ms: spikes 412 of 10 cells, voltage 10 × 1000` */
  override toString(): string {
    const shapes = [...this.channels].map(([name, channel]) =>
      channel.kind === 'events'
        ? `${name} ${channel.times.length} of ${new Set(channel.ids).size} cells`
        : `${name} ${channel.ids.length} × ${channel.samples}`,
    )
    return `${Number(this.duration.toFixed(6))} ms: ${shapes.join(', ') || 'nothing recorded'}`
  }

  /** What console.log shows in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Run of ${this}`
  }

  /** Plain arrays, for files and pipes. */
  toJSON(): unknown {
    const channels = [...this.channels].map(([name, channel]) => [
      name,
      channel.kind === 'events'
        ? { ids: [...channel.ids], times: [...channel.times] }
        : {
            ids: [...channel.ids],
            dt: channel.dt,
            unit: channel.unit,
            values: rowsOf(channel).map((row) => [...row]),
          },
    ])
    const { t0, duration, populations } = this
    return { t0, duration, populations, channels: Object.fromEntries(channels) }
  }
}

function mapped(
  channels: ReadonlyMap<string, Channel>,
  change: (channel: Channel) => Channel,
): ReadonlyMap<string, Channel> {
  return new Map([...channels].map(([name, channel]) => [name, change(channel)]))
}

function mustBeWhole(name: string, channel: Channel): void {
  const wanted =
    channel.kind === 'events' ? channel.ids.length : channel.ids.length * channel.samples
  const got = channel.kind === 'events' ? channel.times.length : channel.values.length
  if (wanted === got) return
  throw new UsageError(
    `${name}: ${channel.ids.length} ids ask for ${wanted} values; there are ${got}.`,
  )
}

function halfToEven(x: number): number {
  const floor = Math.floor(x)
  if (x - floor !== 0.5) return Math.round(x)
  return floor % 2 === 0 ? floor : floor + 1
}
