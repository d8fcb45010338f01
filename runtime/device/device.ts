/** Who executes artifacts: allocate, bind, link, run, close. */
import type { Artifact, Precision } from '../../compiler/emit/target.ts'
import type { Repeated, Schedule } from './schedule.ts'

export type RealArray = Float64Array | Float32Array
export type DeviceArray = RealArray | Int32Array
/**
 * `real` by precision, `single` always f32; whole numbers and booleans are 32 bits. A `sum` is real and many
 * connections add to it, a `list` is whole numbers and many elements append to it: a device that does so at once
 * keeps them in its own way.
 */
export type DeviceType = 'real' | 'single' | 'integer' | 'boolean' | 'sum' | 'list'

/** What the dispatches of a kernel work on. Names are the kernel's buffer names. */
export interface Binding {
  /** Arrays of this device for the buffers of extent element, source and target. */
  readonly arrays: ReadonlyMap<string, DeviceArray>
  /** Shared values by name, in kernel units: shared buffers, and dt and seed. */
  readonly shared: ReadonlyMap<string, number>
  /** Source and target cell of each connection, arrays of this device. */
  readonly source?: Int32Array
  readonly target?: Int32Array
}

/**
 * Which elements, at which step: first ≤ k < last, or what stands there in the list (any Int32Array).
 * Kernels over cells never have a list, kernels over spikes always do, over connections either.
 * Some devices loop over vectors: without a list, `first` is a multiple of 4, and `last` is one too or the end
 * of the arrays.
 */
export interface Dispatch {
  readonly step: number
  readonly t: number
  readonly first: number
  readonly last: number
  readonly list?: Int32Array
}

/** The elements of each event in the order of the loop; valid until the kernel runs again. */
export type Events = ReadonlyMap<string, Int32Array>

/** A kernel bound to its arrays and linked, ready to run. */
export interface BoundKernel {
  /** Its events, in the order of the kernel. */
  readonly events: readonly string[]
  /** Length of a step in ms. */
  readonly dt: number
  /** Takes over shared values and computes the kernel's link values; again after any of those changed. */
  link(shared: ReadonlyMap<string, number>): void
  /** Has a buffer stand for another array of this device from now on. */
  aim(buffer: string, array: DeviceArray): void
  run(dispatch: Dispatch): Events
}

/**
 * What is to be said to a device that has its own copy of every array, and runs its elements all at once.
 * Such a device has no kernel to run at a word: it repeats schedules.
 */
export interface Remote {
  /** Resolves when it can run; an error says why it cannot. */
  ready(): Promise<void>
  /** The host has written to an array. */
  changed(array: DeviceArray): void
  /** Brings the host's arrays up to date with what kernels wrote. */
  fetch(): Promise<void>
  /** The same after a run, unless it is much: then it waits until somebody asks with `fetch`. */
  settle(): Promise<void>
  /** Whether kernels have written to an array since the host got it. */
  isBehind(array: DeviceArray): boolean
  /** How it goes through the steps, once it has: `grid` or `replica`. */
  engine(): string | undefined
}

/** Something that executes artifacts. */
export interface Device {
  readonly name: string
  /** Of real arrays and of arithmetic; artifacts must have been emitted for it. */
  readonly precision: Precision
  /** What arrives should be collected in inboxes, whatever it is: cells may be elsewhere then. */
  readonly collects?: true
  /** An array of zeros that kernels of this device work on without copying. It stays valid until the device is closed. */
  allocate(type: DeviceType, length: number): DeviceArray
  bind(artifact: Artifact, kernel: string, binding: Binding): BoundKernel
  /** Makes ready many steps of bound kernels per call; several schedules are done side by side. */
  repeat(schedules: readonly Schedule[]): Repeated
  /** Whether kernels of this device can work on an array without copying. */
  holds(array: DeviceArray): boolean
  /** Present where the arrays are copies of memory that the host does not see, and kernels run elsewhere. */
  readonly remote?: Remote
  /** Bytes of all arrays so far. */
  readonly bytes: number
  close(): void
}
