/** The tree of a model file: syntax, comments and spans, nothing else; all of it immutable. */
import type { Cast } from './cast.ts'
import type { Source, Span } from './diagnostics.ts'

/** A name with the place it was written. */
export interface Name {
  readonly text: string
  readonly span: Span
}

/** One factor of a unit: `cm^2`, `second^(-1/2)`, `1`. `divided` is true after a slash. */
export interface UnitFactor {
  readonly name: string
  readonly power: number
  readonly divided: boolean
  readonly span: Span
}

/** `uS/cm^2`, as written. */
export interface Unit {
  readonly factors: readonly UnitFactor[]
  readonly span: Span
}

export type BinaryOperator =
  | 'or'
  | 'and'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | '+'
  | '-'
  | '*'
  | '/'
  | '//'
  | '%'
  | '^'
export type UnaryOperator = 'not' | '-' | '+'

export type Expr =
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly span: Span }
  /** `200 pF`, `3 cm^2`: the power belongs to the unit. */
  | {
      readonly kind: 'quantity'
      readonly value: number
      readonly text: string
      readonly unit: Unit
      readonly span: Span
    }
  /** A unit alone: the `ms` of `0.02/ms`. One factor. */
  | { readonly kind: 'unit'; readonly unit: Unit; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  /** `v`, or with an owner `dend.v`, `Na.I`, `pre.x`. */
  | { readonly kind: 'name'; readonly owner?: Name; readonly name: Name; readonly span: Span }
  | {
      readonly kind: 'call'
      readonly callee: Name
      readonly args: readonly Expr[]
      readonly span: Span
    }
  | { readonly kind: 'unary'; readonly op: UnaryOperator; readonly arg: Expr; readonly span: Span }
  | {
      readonly kind: 'binary'
      readonly op: BinaryOperator
      readonly left: Expr
      readonly right: Expr
      readonly span: Span
    }
  | {
      readonly kind: 'if'
      readonly condition: Expr
      readonly then: Expr
      readonly otherwise: Expr
      readonly span: Span
    }

/**
 * The lines above a statement and the one behind it. Text without the `#`; an empty text is an empty
 * line between comments or below them, a space is a `#` alone.
 */
export interface Comments {
  readonly above: readonly string[]
  readonly behind?: string
  /** A blank line stood before the statement (or its comment). */
  readonly blankBefore: boolean
}

/** What every node has that stands on lines of its own. */
export interface Node {
  readonly span: Span
  readonly comments: Comments
}

/** `(unless refractory)`, `(every 1 ms)`, … `every` alone carries a period. */
export type Flag =
  | {
      readonly name:
        | 'unless refractory'
        | 'constant'
        | 'shared'
        | 'constant over dt'
        | 'per target'
        | 'per connection'
        | 'event-driven'
        | 'clock-driven'
        | 'summed'
      readonly span: Span
    }
  | { readonly name: 'every'; readonly period: Expr; readonly span: Span }

export type AssignOperator = '=' | '+=' | '-=' | '*=' | '/='

export type Action =
  /** `x = …`, `ge_post += …`, `pre.x = …`; with a unit it declares a local. */
  | {
      readonly kind: 'assign'
      readonly owner?: Name
      readonly name: Name
      readonly op: AssignOperator
      readonly unit?: Unit
      readonly value: Expr
      readonly span: Span
      readonly comments: Comments
    }
  | {
      readonly kind: 'deliver'
      readonly value: Expr
      readonly span: Span
      readonly comments: Comments
    }

export interface Actions {
  readonly actions: readonly Action[]
  /** Comments after the last action. */
  readonly tail: readonly string[]
  readonly span: Span
}

export interface Override {
  readonly name: Name
  readonly op: '=' | '~'
  readonly value: Expr
  readonly span: Span
  readonly comments: Comments
}

export type Statement =
  /** `param x = 1 mV`, `param x ~ normal(…)`, `param x : mV`, and Brian2's `x : mV` (`bare`). */
  | (Node & {
      readonly kind: 'param'
      readonly name: Name
      readonly op?: '=' | '~'
      readonly value?: Expr
      readonly unit?: Unit
      readonly bare: boolean
      readonly flags: readonly Flag[]
    })
  | (Node & {
      readonly kind: 'state'
      readonly name: Name
      readonly value: Expr
      readonly unit?: Unit
    })
  | (Node & {
      readonly kind: 'input'
      readonly name: Name
      readonly unit: Unit
      readonly sources: readonly Name[]
    })
  | (Node & { readonly kind: 'needs'; readonly name: Name; readonly unit: Unit })
  | (Node & {
      readonly kind: 'channel'
      readonly name: Name
      readonly is?: Name
      readonly overrides: readonly Override[]
    })
  | (Node & {
      readonly kind: 'compartment'
      readonly name: Name
      readonly at?: readonly [Expr, Expr, Expr]
      readonly body: Body
    })
  | (Node & {
      readonly kind: 'axial'
      readonly a: Name
      readonly b: Name
      readonly value: Expr
      readonly unit?: Unit
    })
  | (Node & {
      readonly kind: 'equation'
      readonly name: Name
      readonly value: Expr
      readonly unit: Unit
      readonly flags: readonly Flag[]
    })
  | (Node & {
      readonly kind: 'initial'
      readonly name: Name
      readonly op: '=' | '~'
      readonly value: Expr
    })
  | (Node & {
      readonly kind: 'definition'
      readonly name: Name
      readonly value: Expr
      readonly unit: Unit
      readonly flags: readonly Flag[]
    })
  | (Node & { readonly kind: 'threshold'; readonly condition: Expr })
  | (Node & { readonly kind: 'reset'; readonly actions: Actions })
  | (Node & { readonly kind: 'refractory'; readonly value: Expr })
  /** `on pre`, `on post`, `on pre.EVENT as NAME`. */
  | (Node & {
      readonly kind: 'pathway'
      readonly side: 'pre' | 'post'
      readonly event?: Name
      readonly pathway?: Name
      readonly actions: Actions
    })
  | (Node & { readonly kind: 'on-event'; readonly event: Name; readonly actions: Actions })
  | (Node & { readonly kind: 'on-step'; readonly actions: Actions })
  | (Node & { readonly kind: 'event'; readonly name: Name; readonly condition: Expr })
  | (Node & { readonly kind: 'every'; readonly period: Expr; readonly actions: Actions })
  | (Node & {
      readonly kind: 'record'
      readonly name: Name
      readonly value: Expr
      readonly unit?: Unit
    })
  | (Node & { readonly kind: 'method'; readonly name: Name })

export interface Body {
  readonly statements: readonly Statement[]
  /** Comments after the last statement. */
  readonly tail: readonly string[]
  readonly span: Span
}

export type EquationsKind = 'neuron' | 'synapse' | 'plasticity' | 'noise' | 'channel'

/** `neuron LIF { … }` and its siblings. */
export interface Equations extends Node {
  readonly kind: EquationsKind
  readonly name: Name
  readonly extends?: Name
  readonly body: Body
}

export interface FunctionDeclaration extends Node {
  readonly kind: 'function'
  readonly name: Name
  readonly params: readonly { readonly name: Name; readonly unit?: Unit }[]
  readonly value: Expr
  readonly unit?: Unit
}

export interface ImportDeclaration extends Node {
  readonly kind: 'import'
  readonly names: readonly Name[]
  readonly from: Name
}

export interface ModelDeclaration extends Node {
  readonly kind: 'model'
  readonly name: Name
  readonly casts: readonly Cast[]
  /** Comments after the last cast. */
  readonly tail: readonly string[]
}

export type Declaration = ImportDeclaration | FunctionDeclaration | Equations | ModelDeclaration

/** One `.livn` file. */
export interface ModelFile {
  readonly source: Source
  readonly declarations: readonly Declaration[]
  /** Comments after the last declaration. */
  readonly tail: readonly string[]
}
