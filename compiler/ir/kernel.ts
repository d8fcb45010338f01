/** Kernels: loops over buffers within one time step; no biology. */
import type { Expr } from './expr.ts'

/** What the loop of a kernel runs over. */
export type Domain =
  /** Every cell in a range. */
  | 'cells'
  /** The cells in a list: those that spiked. */
  | 'spikes'
  /** The connections in a list (those with something due), or every connection in a range. */
  | 'connections'

/**
 * How a buffer is indexed: by the loop's own element; by the source or target cell of a connection;
 * or not at all (`shared`: one value for the whole population).
 */
export type Extent = 'element' | 'source' | 'target' | 'shared'

/** `real` is f64 or f32 by precision, `single` always f32 and only read, `integer` is 32 bits, `boolean` a 32-bit 0 or 1. */
export type BufferType = 'real' | 'single' | 'integer' | 'boolean'

export interface Buffer {
  /** Unique in its kernel: `v`, `dend.Ca`, `AMPA.g`; for connections also `pre.v`, `post.v`. */
  readonly name: string
  readonly extent: Extent
  readonly type: BufferType
  readonly access: 'read' | 'write'
  /** How often the value can change: never during a run, or from step to step. */
  readonly changes: 'link' | 'step'
  /** What emitted code says about it: `mV`. */
  readonly unit: string
  /** Many connections add to it, and a device that runs them all at once must sum without an order. */
  readonly isSum?: true
}

export type Statement =
  | { readonly kind: 'let'; readonly name: string; readonly value: Expr }
  | { readonly kind: 'store'; readonly buffer: string; readonly value: Expr }
  /** Adds to a buffer; several elements may add to the same place (scatter), in the order of the loop. */
  | { readonly kind: 'add'; readonly buffer: string; readonly value: Expr }
  | {
      readonly kind: 'when'
      readonly condition: Expr
      readonly then: readonly Statement[]
      readonly otherwise: readonly Statement[]
    }
  /** Appends the element to the list of an event: `spike`, or the name of a custom event. */
  | { readonly kind: 'spike'; readonly event: string }

export type Let = Extract<Statement, { kind: 'let' }>

/**
 * One loop. Expressions read buffers, earlier lets, and the names of `builtins`.
 * A `let` inside a `when` is visible to the end of that branch only.
 * A store is seen by later reads of the same buffer and element.
 */
export interface Kernel {
  readonly name: string
  /** Where it comes from, for the header of emitted code. */
  readonly title: string
  readonly domain: Domain
  readonly buffers: readonly Buffer[]
  /** Computed once when a network is linked or a parameter changes; reads shared `link` buffers and dt only. */
  readonly link: readonly Let[]
  /** Computed once per step; reads shared buffers, t and step too. */
  readonly once: readonly Let[]
  /** Computed for every element. */
  readonly each: readonly Statement[]
  /** Events the kernel may append to, in the order of its list arguments. */
  readonly events: readonly string[]
}

/** Names every kernel may read without declaring a buffer. */
export const builtins = {
  /** Start of the step in ms: step × dt. */
  t: 'step',
  /** Length of a step in ms. */
  dt: 'link',
  /** Number of the step. */
  step: 'step',
  /** Seed of the run, 32 bits. */
  seed: 'link',
  /** Index of the element: the cell within its population, or the connection. */
  i: 'element',
  /** Index of the source and target cell of a connection (domain connections only). */
  source: 'element',
  target: 'element',
} as const

export type Builtin = keyof typeof builtins

/**
 * Values computed by the host when a network is linked: the exponential of a matrix.
 * With x' = M x + b over one step: x(t + dt) = P x + Q b, P = exp(M dt), Q = ∫ exp(M s) ds over 0…dt.
 */
export interface Propagator {
  readonly states: readonly string[]
  /** M, row by row; entries read `link` buffers only. */
  readonly matrix: readonly (readonly Expr[])[]
  /** Buffers that receive P and Q, row by row; undefined where the entry is never used. */
  readonly transition: readonly (readonly (string | undefined)[])[]
  readonly gain: readonly (readonly (string | undefined)[])[]
  readonly extent: 'shared' | 'element'
}
