/** Dynamics: the typed equations of one declaration, or of one assembled population. No time step. */
import type { Span } from '../../grammar/diagnostics.ts'
import type { Dimension } from './dimension.ts'
import type { Expr } from './expr.ts'

/** What every named thing has. Names are qualified: `v`, `dend.Ca`, `soma.Na.m`, `AMPA.g`. */
interface Named {
  readonly name: string
  readonly dimension: Dimension
  /** `integer` values are whole reals. */
  readonly type: 'real' | 'integer' | 'boolean'
  /** The unit the user wrote, or a readable one for the dimension: how values go in and come out. */
  readonly unit: string
  /** How much one such unit is in kernel units: kernel value = value in `unit` × scale. */
  readonly scale: number
  readonly doc: string
  readonly span: Span
  /** Once per cell, or once per connection. */
  readonly per: 'cell' | 'connection'
}

export type Variable =
  /** Chosen by the user, constant during a run. Random or cell-dependent values make it differ from cell to cell. */
  | (Named & { readonly kind: 'param'; readonly value?: Expr; readonly shared: boolean })
  /** Evolves: by its equation, by events, or both. `held` is "unless refractory". */
  | (Named & {
      readonly kind: 'state'
      /** dx/dt; reads `xi(x)` and `xi_name` where the equation is noisy. */
      readonly drift?: Expr
      readonly initial?: Expr
      readonly held: boolean
      readonly advance: 'auto' | 'event-driven' | 'clock-driven'
      /** The method its declaration names. */
      readonly method?: string
      /** Written by the host or by events only, never integrated, equal for all cells. */
      readonly shared: boolean
    })
  /** Follows from others. */
  | (Named & {
      readonly kind: 'definition'
      readonly value: Expr
      /** `(every 1 ms)`: evaluated anew only then; an expression in ms. */
      readonly every?: Expr
      readonly constantOverDt: boolean
      readonly summed: boolean
    })
  /** A port: the sum of everything attached to it and of its stimulus. */
  | (Named & { readonly kind: 'input'; readonly sources: readonly string[] })
  /** Read from what the declaration is attached to. */
  | (Named & { readonly kind: 'need' })
  /** White noise: `xi(v)` belongs to one equation, `xi_1` to every equation that names it. */
  | (Named & { readonly kind: 'noise' })

/** What an event does, in order. Targets are own names or `pre.x` / `post.x`. */
export type Action =
  | { readonly kind: 'local'; readonly name: string; readonly value: Expr; readonly span: Span }
  | { readonly kind: 'set'; readonly target: string; readonly value: Expr; readonly span: Span }
  /** `+=`, and `-=` with the value negated. */
  | { readonly kind: 'add'; readonly target: string; readonly value: Expr; readonly span: Span }
  | { readonly kind: 'deliver'; readonly value: Expr; readonly span: Span }

export type Refractory =
  /** Refractory for so many ms after a spike. */
  | { readonly kind: 'duration'; readonly value: Expr }
  /** Refractory after a spike as long as this holds. */
  | { readonly kind: 'condition'; readonly value: Expr }

export interface Pathway {
  readonly side: 'pre' | 'post'
  /** `spike`, or a custom event of that cell. */
  readonly event: string
  /** The name after `as`, which a delay can be given for; `pre`, `post`, `pre_2` … otherwise. */
  readonly name: string
  readonly actions: readonly Action[]
  readonly span: Span
}

export interface Dynamics {
  readonly kind: 'neuron' | 'synapse' | 'plasticity' | 'noise' | 'channel' | 'population'
  readonly name: string
  readonly doc: string
  /** Path of the file it was written in. */
  readonly path: string
  /** By qualified name, in the order they were written. */
  readonly variables: ReadonlyMap<string, Variable>
  readonly compartments: readonly {
    readonly name: string
    readonly at: readonly [Expr, Expr, Expr]
  }[]
  readonly axials: readonly {
    readonly a: string
    readonly b: string
    readonly conductance: Expr
    readonly dimension: Dimension
    readonly span: Span
  }[]
  readonly threshold?: Expr
  readonly reset: readonly Action[]
  readonly refractory?: Refractory
  /** Custom events: a condition, and what happens to the cell. */
  readonly events: readonly {
    readonly name: string
    readonly condition: Expr
    readonly actions: readonly Action[]
  }[]
  readonly pathways: readonly Pathway[]
  readonly onStep: readonly (readonly Action[])[]
  readonly every: readonly { readonly period: Expr; readonly actions: readonly Action[] }[]
  /** Standard signals by name, such as `membrane_current`; inside compartments `dend.membrane_current`. */
  readonly records: readonly {
    readonly name: string
    readonly value: Expr
    readonly dimension: Dimension
    readonly unit: string
    readonly scale: number
  }[]
  /** The method its declaration names. */
  readonly method?: string
  /** Names read from the cells of a connection, `pre.x` and `post.x`, that only a model can resolve. */
  readonly foreign: ReadonlySet<string>
}

/**
 * Names that mean something without being declared, besides the function names and units.
 * `rand`, `randn`, `poisson` and `gamma` stand in Dynamics as the operators uniform, normal, poisson
 * and gamma whose key is (read seed, number: the site within the declaration, read i, read step):
 * lowering replaces the site by a stream that is unique to the population and variable.
 */
export const cellNames = [
  'i',
  'N',
  'gid',
  'x',
  'y',
  'z',
  't',
  'dt',
  'lastspike',
  'not_refractory',
] as const
export const connectionNames = ['i', 'j', 'N_pre', 'N_post', 'weight', 'delay', 'distance'] as const

/** A parameter set by a cast: `=` or `~` make no difference here, randomness is in the expression. */
export interface Override {
  readonly name: string
  readonly value: Expr
  /** A helper name that is no parameter, such as the `r` of `r ~ uniform(0, 1)`: usable by the others. */
  readonly auxiliary: boolean
  readonly dimension: Dimension
  readonly span: Span
}

export interface Attachment {
  readonly dynamics: Dynamics
  readonly overrides: readonly Override[]
}

export interface CellSlice {
  readonly population: string
  readonly from?: Expr
  readonly to?: Expr
}

/** Who is connected to whom. Expressions read i, j, N_pre, N_post, the each-name and positions. */
export interface Connect {
  readonly from: CellSlice
  readonly to: CellSlice
  readonly synapse: string
  readonly at?: string
  readonly each?: {
    readonly name: string
    readonly kind: 'range' | 'sample' | 'choose'
    readonly args: readonly Expr[]
  }
  readonly where?: Expr
  readonly probability?: Expr
  readonly times?: Expr
  /** weight, delay, delay_NAME and per-connection parameters. */
  readonly overrides: readonly Override[]
  readonly span: Span
}

/** The cast: who plays whom. */
export interface Model {
  readonly name: string
  readonly doc: string
  readonly path: string
  readonly populations: readonly (Attachment & { readonly name: string; readonly count?: number })[]
  readonly synapses: readonly (Attachment & {
    readonly label: string
    readonly plasticities: readonly Attachment[]
  })[]
  readonly noises: readonly (Attachment & { readonly population: string; readonly at?: string })[]
  /** Label of a system's section → compartment. */
  readonly sections: ReadonlyMap<string, string>
  readonly connects: readonly Connect[]
}
