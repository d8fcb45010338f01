/** The events of one population: kept as long as something may still arrive, and handed out for recording. */
import type { Device } from '../device/device.ts'
import type { EventLog } from '../device/schedule.ts'
import type { Collected } from './collected.ts'

export interface HistoryOptions {
  readonly device: Device
  readonly cells: number
  /** Ticks from step to step. */
  readonly clock: number
  /** How often one cell may come up in the list of a step. */
  readonly occurrences: number
  /** How many past steps may still be asked for. */
  readonly reach: number
  /** Several must stop at the same step, so they agree beforehand how far there is room; so does a remote device. */
  readonly workers: number
}

/** Words beyond the lists of a few steps, so that quiet populations run long without a pause. */
const spare = 65536

/** Kernels may write so many words beyond the end of a list. */
const beyond = 4

export class EventHistory implements EventLog {
  words: Int32Array
  readonly places: Int32Array
  readonly cursor: Int32Array
  readonly room: number
  /** Where events go that somebody wants to have. */
  kept: Collected | undefined
  private readonly clock: number
  private readonly device: Device
  /** The first step not yet taken, and where its list begins. */
  private next = 0
  private unread = 1

  constructor({ device, cells, clock, occurrences, reach, workers }: HistoryOptions) {
    this.device = device
    this.clock = clock
    this.room = 1 + cells * occurrences + beyond
    const stopsInTime = workers === 1 && !device.remote
    const lists = stopsInTime ? 16 : Math.max(16, Math.min(512, Math.floor(2 ** 22 / this.room)))
    this.places = device.allocate('integer', 2 ** Math.ceil(Math.log2(reach + 2))) as Int32Array
    this.cursor = device.allocate('integer', 1) as Int32Array
    this.words = device.allocate('list', lists * this.room + spare) as Int32Array
    this.forget(0)
  }

  /** For how many ticks there is room, whatever happens in them. */
  get ticks(): number {
    const steps = Math.floor((this.words.length - this.cursor[0]!) / this.room) - 1
    return Math.max(1, steps) * this.clock
  }

  /** No events before this step. */
  forget(step: number): void {
    this.places.fill(0)
    this.words[0] = 0
    this.cursor[0] = 1
    this.next = step
    this.unread = 1
    this.changed()
  }

  private changed(): void {
    for (const array of [this.words, this.places, this.cursor]) this.device.remote?.changed(array)
  }

  /** Keeps what came before this tick and after the last time, where somebody wants it. */
  collect(tick: number): void {
    const until = Math.ceil(tick / this.clock)
    if (until <= this.next) return
    const end = this.cursor[0]!
    const isQuiet = end - this.unread === until - this.next
    if (this.kept && !isQuiet) this.keep(this.kept, until)
    this.next = until
    this.unread = end
  }

  private keep(kept: Collected, until: number): void {
    let at = this.unread
    for (let step = this.next; step < until; step++) {
      kept.add(step * this.clock, this.words, at)
      at += 1 + this.words[at]!
    }
  }

  /** Lets go of what nobody can ask for any more; true if there was no room and the words moved. */
  compact(): boolean {
    // Short runs would spend their time on this; half of the words are enough to go on with.
    if (2 * this.cursor[0]! + 8 * this.room < this.words.length) return false
    const kept = Math.max(0, this.next - this.places.length)
    const start = this.next === kept ? this.unread : this.places[kept % this.places.length]!
    const end = this.cursor[0]!
    const shift = Math.max(1, start) - 1
    this.words.copyWithin(1, shift + 1, end)
    for (let k = 0; k < this.places.length; k++) {
      if (this.places[k]! > shift) this.places[k] = this.places[k]! - shift
      else this.places[k] = 0
    }
    this.cursor[0] = end - shift
    this.unread = this.cursor[0]
    this.changed()
    return this.grow()
  }

  private grow(): boolean {
    if (this.cursor[0]! + 4 * this.room <= this.words.length) return false
    const words = this.device.allocate('list', 2 * this.words.length) as Int32Array
    words.set(this.words.subarray(0, this.cursor[0]))
    this.words = words
    return true
  }

  /** The lists that may still be asked for, oldest first: all that has to be known to go on. */
  save(): Int32Array {
    const steps = Math.min(this.next, this.places.length)
    const lists = Array.from({ length: steps }, (_, k) => {
      const place = this.places[(this.next - steps + k) & (this.places.length - 1)]!
      return this.words.subarray(place, place + 1 + this.words[place]!)
    })
    const saved = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0))
    lists.reduce((at, list) => {
      saved.set(list, at)
      return at + list.length
    }, 0)
    return saved
  }

  restore(next: number, saved: Int32Array): void {
    this.forget(next)
    while (1 + saved.length + 4 * this.room > this.words.length) {
      this.words = this.device.allocate('list', 2 * this.words.length) as Int32Array
    }
    this.words.set(saved, 1)
    const starts: number[] = []
    for (let at = 0; at < saved.length; at += 1 + saved[at]!) starts.push(1 + at)
    const steps = Math.min(starts.length, this.places.length)
    for (let k = 1; k <= steps; k++) {
      this.places[(next - k) & (this.places.length - 1)] = starts.at(-k)!
    }
    this.cursor[0] = 1 + saved.length
    this.unread = this.cursor[0]
    this.changed()
  }
}
