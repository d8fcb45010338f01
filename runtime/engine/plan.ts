/** One network ready to be built: what was compiled, who is there, and who reaches whom. */
import type { Artifact, CompiledPopulation, CompiledProjection } from '../../compiler/program.ts'
import type { Kernel } from '../../compiler/ir/kernel.ts'
import type { Device } from '../device/device.ts'

/** The connections of one projection, sorted by source, then by target. */
export interface ConnectionTable {
  /** Those of source i are rows[i] … rows[i + 1] − 1. */
  readonly rows: Int32Array
  /** The target of each; may be longer than there are connections. */
  readonly targets: Int32Array
  readonly weight: number | Float32Array | Float64Array
  /** In ms. */
  readonly delay: number | Float32Array | Float64Array
  /** Parameters in kernel units, and `delay_NAME` in ms for pathways with a delay of their own. */
  readonly parameters: ReadonlyMap<string, number | Float32Array | Float64Array>
}

export interface PlannedPopulation {
  readonly compiled: CompiledPopulation
  readonly count: number
  /** The gid of its first cell. */
  readonly offset: number
  /** Of each cell, where they are not the numbers from the offset on. */
  readonly gids?: Int32Array
  /** Length of a step as a number of ticks. */
  readonly clock: number
  /** x, y, z of each cell in um. */
  readonly coordinates?: Float64Array
}

export interface PlannedProjection {
  readonly compiled: CompiledProjection
  /** Label of the synapse, and of the section as the system has it. */
  readonly synapse: string
  readonly at?: string
  readonly table: ConnectionTable
  /** The table is that of one replica, and serves them all. */
  readonly isShared?: boolean
}

export interface Plan {
  readonly name: string
  readonly device: Device
  readonly artifact: Artifact
  /** Initial values, by the portable target: whatever device runs the steps, all begin with the same bits. */
  readonly setup: Artifact
  /** Code for a kernel that is only wanted later, such as one that records. */
  readonly emit: (kernels: readonly Kernel[]) => Artifact
  /** A tick, the shortest step, in ms. */
  readonly dt: number
  readonly seed: number
  /** Copies of the network side by side; 1 unless told. Populations count the cells of one, tables hold the connections of all. */
  readonly replicas?: number
  /** Threads that share the work; 1 unless told. */
  readonly workers?: number
  readonly populations: readonly PlannedPopulation[]
  readonly projections: readonly PlannedProjection[]
}
