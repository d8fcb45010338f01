/** Plays values from outside into an array of cells while the network runs. */
import type { Device, DeviceArray, RealArray } from '../device/device.ts'
import type { Play } from '../device/schedule.ts'
import type { Part } from './parts.ts'

/** What is to be played, tick by tick, in the units of kernels. */
export interface Score {
  /** Adds the values that hold from this tick on to the row that begins at `at`. */
  add(tick: number, rows: RealArray, at: number): void
  /** The next tick with other values; Infinity where nothing comes any more. */
  changeAfter(tick: number): number
}

export interface PlayerOptions {
  readonly device: Device
  /** A value for each cell; what is there when scores begin is the ground that they are added to. */
  readonly into: DeviceArray
  readonly parts: readonly Part[]
}

/** Values that a table holds: more would be no faster. */
const tableSize = 2 ** 16

export class Player {
  private readonly device: Device
  private readonly into: DeviceArray
  private readonly ticks: Int32Array
  private readonly table: RealArray
  /** For each worker the next row, and how many there are. */
  private readonly places: readonly Int32Array[]
  private readonly ground: Float64Array
  private scores: Score[] = []
  /** The first tick that the table says nothing about. */
  private limit = Number.POSITIVE_INFINITY

  constructor({ device, into, parts }: PlayerOptions) {
    const width = into.length
    const rows = Math.max(2, Math.min(1024, Math.floor(tableSize / Math.max(1, width))))
    this.device = device
    this.into = into
    this.ticks = device.allocate('integer', rows) as Int32Array
    this.table = device.allocate('real', rows * width) as RealArray
    this.places = parts.map(() => device.allocate('integer', 2) as Int32Array)
    this.ground = new Float64Array(width)
  }

  acts({ first, last }: Part, worker: number): readonly Play[] {
    const place = this.places[worker]
    if (!place || first >= last) return []
    const { ticks, table, into } = this
    return [{ kind: 'play', clock: 1, ticks, table, width: into.length, place, into, first, last }]
  }

  /** Plays from this tick on, besides what has begun at this tick already: they add up. */
  begin(score: Score, tick: number): void {
    this.limit = tick
    if (this.scores.length > 0) return void this.scores.push(score)
    this.ground.set(this.into)
    this.scores = [score]
  }

  /** Writes what comes next, once everything in the table has been played; until when there is something. */
  refill(tick: number): number {
    if (tick < this.limit) return this.limit
    const { scores, ticks, table, ground } = this
    let count = 0
    for (; count < ticks.length && this.limit < Number.POSITIVE_INFINITY; count++) {
      ticks[count] = this.limit
      const at = count * ground.length
      table.set(ground, at)
      let next = Number.POSITIVE_INFINITY
      for (const score of scores) {
        score.add(this.limit, table, at)
        next = Math.min(next, score.changeAfter(this.limit))
      }
      this.limit = next
    }
    for (const place of this.places) {
      place[0] = 0
      place[1] = count
    }
    this.changed(ticks, table)
    return this.limit
  }

  /** What was there before is there again. */
  end(): void {
    if (this.scores.length === 0) return
    this.scores = []
    this.limit = Number.POSITIVE_INFINITY
    for (const place of this.places) place.fill(0)
    this.into.set(this.ground)
    this.changed(this.into)
  }

  private changed(...arrays: readonly DeviceArray[]): void {
    const { remote } = this.device
    if (!remote) return
    for (const array of [...arrays, ...this.places]) remote.changed(array)
  }
}
