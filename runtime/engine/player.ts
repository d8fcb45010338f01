/** Plays values from outside into an array of cells while the network runs. */
import type { Device, DeviceArray } from '../device/device.ts'
import type { Play } from '../device/schedule.ts'
import type { Part } from './parts.ts'

/** What is to be played, tick by tick, in the units of kernels. */
export interface Score {
  /** Adds the values that hold from this tick on to those in `row`. */
  add(tick: number, row: Float64Array): void
  /** The next tick with other values; Infinity where nothing comes any more. */
  changeAfter(tick: number): number
}

export interface PlayerOptions {
  readonly device: Device
  /** A value for each cell; what is there when a score begins is the ground that it is added to. */
  readonly into: DeviceArray
  readonly parts: readonly Part[]
}

/** Values that a table holds: more would be no faster. */
const tableSize = 2 ** 16

export class Player {
  private readonly device: Device
  private readonly into: DeviceArray
  private readonly ticks: Int32Array
  private readonly table: DeviceArray
  /** For each worker the next row, and how many there are. */
  private readonly places: readonly Int32Array[]
  private readonly row: Float64Array
  private readonly ground: Float64Array
  private score: Score | undefined
  /** The first tick that the table says nothing about. */
  limit = Number.POSITIVE_INFINITY

  constructor({ device, into, parts }: PlayerOptions) {
    const width = into.length
    const rows = Math.max(2, Math.min(1024, Math.floor(tableSize / Math.max(1, width))))
    this.device = device
    this.into = into
    this.ticks = device.allocate('integer', rows) as Int32Array
    this.table = device.allocate('real', rows * width)
    this.places = parts.map(() => device.allocate('integer', 2) as Int32Array)
    this.row = new Float64Array(width)
    this.ground = new Float64Array(width)
  }

  acts({ first, last }: Part, worker: number): readonly Play[] {
    const place = this.places[worker]
    if (!place || first >= last) return []
    const { ticks, table, into } = this
    return [{ kind: 'play', clock: 1, ticks, table, width: into.length, place, into, first, last }]
  }

  /** Plays from this tick on. */
  begin(score: Score, tick: number): void {
    this.ground.set(this.into)
    this.score = score
    this.limit = tick
    this.refill(tick)
  }

  /** Writes what comes next, once everything in the table has been played. */
  refill(tick: number): void {
    const { score, ticks, table, row } = this
    if (!score || tick < this.limit) return
    let count = 0
    for (; count < ticks.length && this.limit < Number.POSITIVE_INFINITY; count++) {
      ticks[count] = this.limit
      row.set(this.ground)
      score.add(this.limit, row)
      table.set(row, count * row.length)
      this.limit = score.changeAfter(this.limit)
    }
    for (const place of this.places) {
      place[0] = 0
      place[1] = count
    }
    this.changed(ticks, table, ...this.places)
  }

  /** What was there before is there again. */
  end(): void {
    if (!this.score) return
    this.score = undefined
    this.limit = Number.POSITIVE_INFINITY
    for (const place of this.places) place.fill(0)
    this.into.set(this.ground)
    this.changed(this.into, ...this.places)
  }

  private changed(...arrays: readonly DeviceArray[]): void {
    for (const array of arrays) this.device.remote?.changed(array)
  }
}
