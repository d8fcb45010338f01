/** What a run unpacks to: spikes, voltages and currents in their usual order and under their usual names. */
import { type Channel, rowsOf } from './channel.ts'

/** Spike ids and times, voltage ids and rows, current ids and rows; null where nothing was recorded. */
export type Columns = readonly [
  Int32Array | null,
  Float64Array | null,
  Int32Array | null,
  readonly Float64Array[] | null,
  Int32Array | null,
  readonly Float64Array[] | null,
]

export abstract class Unpacked implements Iterable<Columns[number]> {
  abstract readonly channels: ReadonlyMap<string, Channel>

  get spikeIds(): Int32Array | null {
    return this.channels.get('spikes')?.ids ?? null
  }

  get spikeTimes(): Float64Array | null {
    const spikes = this.channels.get('spikes')
    return spikes?.kind === 'events' ? spikes.times : null
  }

  get voltageIds(): Int32Array | null {
    return this.channels.get('voltage')?.ids ?? null
  }

  get voltage(): readonly Float64Array[] | null {
    return this.rows('voltage')
  }

  get voltageDt(): number | null {
    return this.dtOf('voltage')
  }

  get voltageSections(): readonly string[] | null {
    const voltage = this.channels.get('voltage')
    return (voltage?.kind === 'series' && voltage.sections) || null
  }

  get currentIds(): Int32Array | null {
    return this.channels.get('current')?.ids ?? null
  }

  get current(): readonly Float64Array[] | null {
    return this.rows('current')
  }

  get currentDt(): number | null {
    return this.dtOf('current')
  }

  private rows(name: string): readonly Float64Array[] | null {
    const channel = this.channels.get(name)
    return channel?.kind === 'series' ? rowsOf(channel) : null
  }

  private dtOf(name: string): number | null {
    const channel = this.channels.get(name)
    return channel?.kind === 'series' ? channel.dt : null
  }

  /** What the run unpacks to: `const [it, t, iv, v, im, mp] = run`. */
  get columns(): Columns {
    const { spikeIds, spikeTimes, voltageIds, voltage, currentIds, current } = this
    return [spikeIds, spikeTimes, voltageIds, voltage, currentIds, current]
  }

  // Index access, which also gives each name of `const [it, t] = run` its own type.
  get 0(): Columns[0] {
    return this.spikeIds
  }

  get 1(): Columns[1] {
    return this.spikeTimes
  }

  get 2(): Columns[2] {
    return this.voltageIds
  }

  get 3(): Columns[3] {
    return this.voltage
  }

  get 4(): Columns[4] {
    return this.currentIds
  }

  get 5(): Columns[5] {
    return this.current
  }

  get length(): number {
    return this.columns.length
  }

  *[Symbol.iterator](): Iterator<Columns[number]> {
    yield* this.columns
  }
}
