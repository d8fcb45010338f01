/** The lines of a model: which neurons, synapses and noise play whom, and who is connected to whom. */
import type { Expr, Name, Node, Override } from './ast.ts'
import type { Span } from './diagnostics.ts'

export interface Cells {
  readonly population: Name
  /** `E[0:100]`; both ends optional. */
  readonly slice?: { readonly from?: Expr; readonly to?: Expr }
  readonly span: Span
}

export interface Range {
  readonly name: Name
  readonly kind: 'range' | 'sample' | 'choose'
  readonly args: readonly Expr[]
  readonly span: Span
}

export type Cast =
  | (Node & {
      readonly kind: 'population'
      readonly name: Name
      readonly count?: number
      readonly is: Name
      readonly overrides: readonly Override[]
    })
  | (Node & {
      readonly kind: 'synapse'
      readonly name: Name
      readonly is: Name
      readonly overrides: readonly Override[]
      readonly with: readonly { readonly name: Name; readonly overrides: readonly Override[] }[]
    })
  | (Node & {
      readonly kind: 'noise'
      readonly population: Name
      readonly at?: Name
      readonly is: Name
      readonly overrides: readonly Override[]
    })
  | (Node & { readonly kind: 'section'; readonly name: Name; readonly is: Name })
  | (Node & {
      readonly kind: 'connect'
      readonly from: Cells
      readonly to: Cells
      readonly by: Name
      readonly at?: Name
      readonly each?: Range
      readonly where?: Expr
      readonly probability?: Expr
      readonly times?: Expr
      readonly overrides: readonly Override[]
    })
