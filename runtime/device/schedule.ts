/** One step of a network as a list of acts, which a device repeats for many steps per call. */
import type { BoundKernel, DeviceArray } from './device.ts'

/**
 * The events of one population, or of one worker's part of it, step after step.
 * A list is a count followed by the elements; lists stand one after another in `words`.
 */
export interface EventLog {
  readonly words: Int32Array
  /** Where in `words` the list of a step begins: entry `step mod length`; the length is a power of two. */
  readonly places: Int32Array
  /** One entry: where in `words` the next list begins. */
  readonly cursor: Int32Array
  /** Words that the list of one step can take, and that a kernel may write beyond it. */
  readonly room: number
}

/**
 * Times are counted in ticks, the shortest step of the network. Something on a slower clock does one
 * step of its own every `clock` ticks, and some acts are due more rarely still: every `every` ticks.
 */
interface Timed {
  readonly clock: number
}

/** A kernel over a range of cells or connections; each of its events goes to its log. */
export interface Dense extends Timed {
  readonly kind: 'dense'
  readonly kernel: BoundKernel
  readonly every: number
  readonly first: number
  readonly last: number
  readonly logs: readonly EventLog[]
}

/** A kernel over the cells to which something happened in this step. */
export interface Walk extends Timed {
  readonly kind: 'walk'
  readonly kernel: BoundKernel
  readonly log: EventLog
}

/**
 * One table of connections for many networks side by side: cell s of replica k has number k × sources + s, and what it
 * reaches stands in the table at s, counted from k × targets.
 */
export interface Shared {
  readonly sources: number
  readonly targets: number
}

/**
 * A kernel over the connections of cells to which something happened `delays` steps ago.
 * Of D delays, those of cell s with delay number d begin at rows[s × (D + 1) + d] and end before the
 * next entry, themselves or through the list.
 */
export interface Deliver extends Timed {
  readonly kind: 'deliver'
  readonly kernel: BoundKernel
  /** One for each worker's part of the cells, in their order. */
  readonly logs: readonly EventLog[]
  readonly rows: Int32Array
  readonly list?: Int32Array
  /** Present where replicas use one table: only remote devices are given this. */
  readonly shared?: Shared
  /** In steps of the clock, longest first: what was sent earlier arrives earlier. */
  readonly delays: readonly number[]
  /** The same, in memory of the device, where there are several. */
  readonly delayTable?: Int32Array
}

/** Points a buffer of a kernel at the slot of a ring that this step is about. */
export interface Aim extends Timed {
  readonly kind: 'aim'
  readonly kernel: BoundKernel
  readonly buffer: string
  readonly ring: DeviceArray
  /** Elements from slot to slot. */
  readonly stride: number
  readonly slots: number
}

/**
 * A ring is written up to its number of slots ahead, without wrapping, so its array is twice as long.
 * Once around, what was written beyond the end becomes what is due next.
 */
export interface Lap extends Timed {
  readonly kind: 'lap'
  readonly ring: DeviceArray
  readonly stride: number
  readonly slots: number
  /** Within each slot, only these elements. */
  readonly first: number
  readonly last: number
}

export interface Clear extends Timed {
  readonly kind: 'clear'
  readonly array: DeviceArray
  readonly first: number
  readonly last: number
}

/** Copies values into a table: one row per sample, filled from the top again after its last row. */
export interface Sample extends Timed {
  readonly kind: 'sample'
  readonly every: number
  readonly from: DeviceArray
  readonly first: number
  readonly last: number
  /** Copies these elements instead of the range. */
  readonly elements?: Int32Array
  readonly into: DeviceArray
  readonly width: number
  /** Where in a row the values go. */
  readonly offset: number
  readonly rows: number
}

/**
 * Writes what comes from outside into an array: row after row of a table, each when its tick has come.
 * `place` holds the next row and how many there are; whoever fills the table sets them.
 */
export interface Play extends Timed {
  readonly kind: 'play'
  readonly ticks: Int32Array
  readonly table: DeviceArray
  readonly width: number
  readonly place: Int32Array
  readonly into: DeviceArray
  readonly first: number
  readonly last: number
}

/**
 * Ends the call after this step if a value is not finite; says so by flag[0] = 1. A device that cannot end it goes on,
 * and says by flag[0] which tick came next.
 */
export interface Inspect extends Timed {
  readonly kind: 'inspect'
  readonly every: number
  readonly array: DeviceArray
  readonly first: number
  readonly last: number
  readonly flag: Int32Array
}

/** Waits until all workers have come here. */
export interface Meet extends Timed {
  readonly kind: 'meet'
  readonly every: number
}

export type Act = Dense | Walk | Deliver | Aim | Lap | Clear | Sample | Play | Inspect | Meet

export interface Schedule {
  readonly acts: readonly Act[]
  /** Logs that must have room for another step, or the call ends. */
  readonly logs: readonly EventLog[]
  /** Copies of a network that have nothing to do with each other: replica k has the k-th part of every range. */
  readonly replicas?: number
}

/** A schedule made ready to be repeated. */
export interface Repeated {
  /** Does the steps first … last − 1, or fewer; answers the next step to do. */
  run(first: number, last: number): number | Promise<number>
}
