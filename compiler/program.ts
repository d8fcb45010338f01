/** What the compiler hands out: kernels with their artifacts, and what can be set, recorded and connected. */
import type { Artifact } from './emit/target.ts'
import type { Connect, Dynamics, Model } from './ir/dynamics.ts'
import type { Expr } from './ir/expr.ts'
import type { Kernel, Propagator } from './ir/kernel.ts'

export type { Artifact }

/** One array, or one shared value, of a population or projection. */
export interface Slot {
  readonly name: string
  readonly role: 'param' | 'state' | 'stimulus' | 'summed' | 'derived' | 'need' | 'internal'
  readonly type: 'real' | 'single' | 'integer' | 'boolean'
  /** One value for all, or one each. */
  readonly extent: 'shared' | 'element'
  /** Unit at the border; inside, values are in kernel units: border value × scale. */
  readonly unit: string
  readonly scale: number
  readonly doc: string
  /** Value before initialisation, in kernel units. */
  readonly value: number
  /** Of a shared parameter: its default, evaluated by the host when a network is linked. */
  readonly initial?: Expr
}

/** Something that can be recorded by name: a slot, or a definition with a kernel of its own. */
export interface Recordable {
  readonly name: string
  readonly unit: string
  readonly scale: number
  readonly kind: 'state' | 'param' | 'definition' | 'record'
}

export interface CompiledPopulation {
  readonly name: string
  readonly count?: number
  /** The assembled equations. */
  readonly dynamics: Dynamics
  readonly slots: readonly Slot[]
  readonly propagators: readonly Propagator[]
  readonly recordables: readonly Recordable[]
  readonly events: readonly string[]
  readonly kernels: PopulationKernels
  /** Why which method: one line per group of states. */
  readonly methods: readonly {
    readonly states: readonly string[]
    readonly method: string
    readonly why: string
  }[]
}

/** Present where the population needs it. */
export interface PopulationKernels {
  /** Once, over all cells: parameters that differ and initial values. Run by the js device or interpreter. */
  readonly initialize: Kernel
  readonly step: Kernel
  readonly reset?: Kernel
  readonly onStep?: Kernel
  /** Adds what was collected for a cell to its variables, and empties the inboxes. */
  readonly arrive?: {
    readonly kernel: Kernel
    readonly inboxes: readonly { readonly variable: string; readonly buffer: string }[]
  }
  /** Actions of custom events, by event. */
  readonly events: readonly { readonly event: string; readonly kernel: Kernel }[]
  /** Period in ms, constant at link. */
  readonly every: readonly { readonly period: Expr; readonly kernel: Kernel }[]
  /** Definitions and standard signals that are no slot: each stores into the buffer `out`. */
  readonly record: ReadonlyMap<string, () => Kernel>
}

/** One synapse (with its plasticities) between two populations. */
export interface CompiledProjection {
  readonly label: string
  readonly pre: string
  readonly post: string
  /** Per connection, weight and delay among them. */
  readonly slots: readonly Slot[]
  readonly kernels: ProjectionKernels
}

export interface ProjectionKernels {
  readonly initialize?: Kernel
  readonly pathways: readonly {
    readonly side: 'pre' | 'post'
    readonly event: string
    readonly name: string
    readonly kernel: Kernel
    /**
     * Present where it only adds amounts that do not depend on cells: the same without a look at the
     * target, to be collected in inboxes, which `arrive` empties.
     */
    readonly scatter?: Kernel
  }[]
  /** Every step, over all connections, before the cells advance: adds into target buffers that start at 0. */
  readonly summed?: { readonly kernel: Kernel; readonly targets: readonly string[] }
  /** Every step, over all connections: plasticity that cannot wait for events. */
  readonly advance?: Kernel
  readonly propagators: readonly Propagator[]
}

/** Everything compiled from one model (or one lone declaration). */
export interface Program {
  readonly name: string
  readonly model?: Model
  readonly populations: readonly CompiledPopulation[]
  readonly projections: readonly CompiledProjection[]
  readonly connects: readonly Connect[]
  /** All kernels, in the target that was asked for. */
  readonly artifact: Artifact
}
