/** What an expression may mean in its place: names, functions, randomness, and whom to tell about mistakes. */
import type { Expr as Tree, FunctionDeclaration, Name } from '../../../grammar/ast.ts'
import type { Code, Report, Span } from '../../../grammar/diagnostics.ts'
import type { Dimension } from '../../ir/dimension.ts'
import type { Typed } from './typed.ts'

/** How much work a check may still do; shared by everything in it, so that no input makes it hang. */
export interface Effort {
  /** Expressions inside each other at this moment. */
  nesting: number
  /** Expressions of functions that may still be looked at. */
  inlined: number
  /** Statements that may still be looked at: channels and extends multiply them. */
  statements: number
  /** Repairs and right spellings that may still be searched for. */
  hints: number
  /** Functions that are wrong in themselves: said once, where they are declared. */
  readonly broken: Set<FunctionDeclaration>
}

/** Random sites of one variable, counted as they are met. */
export interface Draws {
  readonly owner: string
  count: number
}

/** A name that could make units agree. */
export interface Candidate {
  readonly name: string
  readonly dimension: Dimension
  readonly unit: string
}

/** A function and what the names in its body can call. */
export interface Callable {
  readonly declaration: FunctionDeclaration
  readonly find: FindFunction
}

export type FindFunction = (name: string) => Callable | undefined

export interface Scope {
  readonly report: Report
  readonly infer: (tree: Tree, scope: Scope) => Typed
  /** What a name is; reports and gives unknown where it is nothing. */
  readonly resolve: (name: Name, owner: Name | undefined) => Typed
  readonly findFunction: FindFunction
  /** Every function that can be called by name, for did-you-mean. */
  readonly functionNames: () => readonly string[]
  readonly candidates: () => readonly Candidate[]
  /** The value a name was declared with. */
  readonly origin: (tree: Tree) => Tree | undefined
  readonly draws: Draws
  /** After `~`: distributions may be drawn from. */
  readonly draw: boolean
  readonly effort: Effort
  /** Functions being expanded around this expression. */
  readonly inside: readonly FunctionDeclaration[]
  /** Expansions of functions by their arguments. */
  readonly expansions: Map<string, Typed>
}

/** An error in the common shape. */
export function complain(
  report: Report,
  code: Code,
  at: { readonly span: Span; readonly message: string; readonly notes?: readonly string[] },
): void {
  report({ code, severity: 'error', span: at.span, message: at.message, notes: at.notes ?? [] })
}
