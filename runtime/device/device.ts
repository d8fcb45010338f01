/** Who executes artifacts: allocate, load, dispatch, read, close. */
import type { Artifact } from '../../compiler/emit/target.ts'

export type RealArray = Float64Array | Float32Array
export type DeviceArray = RealArray | Int32Array

/** What one dispatch of a kernel works on. Names are the kernel's buffer names. */
export interface Binding {
  /** Arrays for the buffers of extent element, source and target. */
  readonly arrays: ReadonlyMap<string, DeviceArray>
  /** Shared values by name, in kernel units: shared buffers, and dt and seed. */
  readonly shared: ReadonlyMap<string, number>
  /** Source and target cell of each connection. */
  readonly source?: Int32Array
  readonly target?: Int32Array
}

/** Which elements, at which step. A list holds cell or connection indices. */
export interface Dispatch {
  readonly step: number
  readonly t: number
  readonly first: number
  readonly last: number
  readonly list?: Int32Array
}

/** A kernel bound to its arrays, ready to run. */
export interface BoundKernel {
  /** Computes the kernel's link values from shared values; again after any of those changed. */
  link(shared: ReadonlyMap<string, number>): void
  /** Runs; returns the elements of each event, ascending. */
  run(dispatch: Dispatch): ReadonlyMap<string, Int32Array>
}

/** Something that executes artifacts. */
export interface Device {
  readonly name: string
  /** Arrays this device can work on without copying. */
  allocate(type: 'real' | 'integer' | 'boolean', length: number): DeviceArray
  bind(artifact: Artifact, kernel: string, binding: Binding): BoundKernel
  close(): void
}
