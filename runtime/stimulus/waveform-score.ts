/** What a waveform is at each tick of a simulation, for the cells of one population. */
import { UsageError } from '../../compiler/usage-error.ts'
import { averageWaveform } from './average-waveform.ts'
import { nearWhole } from './resample-waveform.ts'
import { sharedRow, type Waveform } from './waveform.ts'

/** A waveform in steps of a simulation. */
export interface Ticked {
  readonly waveform: Waveform
  readonly ticksPerRow: number
}

export interface ScoreOptions {
  /** The cell of each column; −1 where it has none here. */
  readonly places: Int32Array
  /** Kernel value = value × factor. */
  readonly factor: number
  /** The tick at which it begins. */
  readonly start: number
}

const rowOf = sharedRow()

export class WaveformScore {
  private readonly waveform: Waveform
  private readonly ticksPerRow: number
  private readonly places: Int32Array
  private readonly factor: number
  private readonly start: number

  constructor({ waveform, ticksPerRow }: Ticked, { places, factor, start }: ScoreOptions) {
    this.waveform = waveform
    this.ticksPerRow = ticksPerRow
    this.places = places
    this.factor = factor
    this.start = start
  }

  add(tick: number, into: Float64Array | Float32Array, at: number): void {
    const { waveform, places, factor } = this
    const k = this.rowAt(tick)
    if (k < 0 || k >= waveform.rows) return
    const row = rowOf(waveform.width)
    waveform.render(k, 1, row)
    for (let column = 0; column < places.length; column++) {
      const place = places[column] ?? -1
      if (place >= 0) into[at + place] = (into[at + place] ?? 0) + factor * (row[column] ?? 0)
    }
  }

  changeAfter(tick: number): number {
    const k = this.rowAt(tick)
    if (k >= this.waveform.rows) return Number.POSITIVE_INFINITY
    return this.start + this.waveform.changeAfter(k) * this.ticksPerRow
  }

  private rowAt(tick: number): number {
    return Math.floor((tick - this.start) / this.ticksPerRow)
  }
}

/** Rows as long as some ticks of dt ms: shorter ones are averaged, so that pulses keep their charge. */
export function onTicks(waveform: Waveform, dt: number): Ticked {
  const ticksPerRow = nearWhole(waveform.dt / dt)
  if (Number.isInteger(ticksPerRow)) return { waveform, ticksPerRow }
  const many = nearWhole(dt / waveform.dt)
  if (Number.isInteger(many)) {
    return { waveform: averageWaveform(waveform, many), ticksPerRow: 1 }
  }
  throw new UsageError(
    `The rows of the stimulus are ${waveform.dt} ms apart and a step is ${dt} ms; one must be a whole ` +
      `multiple of the other. Give it with another dt, or stimulus.resample(${dt}).`,
  )
}
