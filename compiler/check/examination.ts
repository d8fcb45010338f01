/** Everything known about one declaration while its expressions are being understood. */
import type { Name, Unit } from '../../grammar/ast.ts'
import type { FileNames } from './resolve-imports.ts'
import type { Entry, Outline, Place } from './outline.ts'
import type { Candidate } from './expressions/scope.ts'
import type { Inquiry } from './inquiry.ts'
import type { Reading, Typed } from './expressions/typed.ts'

/** Where an expression stands. */
export interface Site {
  readonly place: Place
  readonly home: FileNames
  /** Evaluated once per cell, or once per connection. */
  readonly side: 'cell' | 'connection'
  /** Whose random streams it draws from: `v`, `soma.Na.m`, `on pre`. */
  readonly owner: string
  /** Behind `~`. */
  readonly draw?: boolean
  /** The variable whose derivative this is: white noise may stand here. */
  readonly noiseOf?: string
  /** Names of an action block. */
  readonly locals?: ReadonlyMap<string, Typed>
}

/** A name of the cells at the two ends of a connection: `post.ge`. */
export interface ForeignUse {
  readonly cell: 'pre' | 'post'
  readonly name: Name
  written: boolean
}

/** What is found out about a declaration, whoever asks. */
export interface Findings {
  /** The values of params and states that have been asked for. */
  readonly values: Map<Entry, Typed | undefined>
  /** Every name of the connected cells, by `post.ge`. */
  readonly foreign: Map<string, ForeignUse>
  /** White noise, by name: `xi(v)`, `xi_1`. */
  readonly noise: Map<string, Name>
  /** Names that events write, and where first. */
  readonly assigned: Map<string, Name>
  /** Random numbers drawn so far, by owner. */
  readonly drawn: Map<string, { readonly owner: string; count: number }>
}

export interface Examination extends Findings {
  readonly outline: Outline
  readonly inquiry: Inquiry
  /** What a name is: from its unit, or from the value it has. */
  readonly typeOf: (entry: Entry) => Reading & { readonly unit?: Unit }
  /** The value of a param or state with one. */
  readonly valueOf: (entry: Entry) => Typed | undefined
  /** What a model knows about `post.ge`; nothing where a declaration stands alone. */
  readonly known: (name: string) => Reading | undefined
  /** Names that could repair a unit, by place; found when first asked. */
  readonly candidates: Map<Place, readonly Candidate[]>
}
