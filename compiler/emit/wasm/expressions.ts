/** Writes expressions: each distinct one once per scope, in lanes or as 32-bit whole numbers. */
import { InternalError } from '../../ir/internal-error.ts'
import type { Expr } from '../../ir/expr.ts'
import { readsOf, visit } from '../../ir/expr.ts'
import type { Statement } from '../../ir/kernel.ts'
import { everyStatement, expressionOf } from '../../ir/statements.ts'
import type { Instruction, Plain } from './instruction.ts'
import type { Lanes } from './lanes.ts'
import { toReal, toWords } from './lanes.ts'
import { spelling } from './spelling.ts'

/** Where the value of a name comes from. Whole numbers (steps, indices, keys) also have a form that never rounds. */
export interface Source {
  readonly value: () => Plain
  readonly word?: () => Plain
}

export interface Scope {
  readonly lanes: Lanes
  /** The source of a name that is no let of this scope. */
  readonly outside: (name: string) => Source | undefined
  readonly lets: Map<string, Source>
  /** What has been computed and is still true. */
  readonly known: Map<Expr, Plain>
  /** Expressions worth a local, because they are read more than once. */
  readonly repeated: ReadonlySet<Expr>
  readonly outer?: Scope
  /** Reading a name costs a load, so what is read more than once is kept as well. */
  readonly readsLoad?: boolean
}

/** A scope inside another: what is computed there is not known outside. */
export const innerScope = (scope: Scope): Scope => ({
  ...scope,
  lets: new Map(scope.lets),
  known: new Map(scope.known),
  outer: scope,
})

/** A value that is already in a local. */
export const settled = (value: Plain): Source => ({ value: () => value })

/** A whole number in lanes of 32 bits. */
export const wholeNumber = (lanes: Lanes, word: () => Plain): Source => ({
  value: () => toReal(lanes, word()),
  word,
})

export function valueOf(scope: Scope, expr: Expr): Plain {
  if (expr.kind === 'number') return scope.lanes.constant(expr.value)
  const known = scope.known.get(expr)
  if (known) return known
  if (expr.kind === 'read') {
    const value = sourceOf(scope, expr.name).value()
    if (scope.readsLoad) scope.known.set(expr, value)
    return value
  }
  const value = spelling[expr.op]({
    lanes: scope.lanes,
    args: expr.args,
    value: (k) => valueOf(scope, argument(expr.args, k)),
    word: (k) => wordOf(scope, argument(expr.args, k)),
  })
  if (!scope.repeated.has(expr)) return value
  const kept = scope.lanes.keep(expr.op, value)
  scope.known.set(expr, kept)
  return kept
}

export function wordOf(scope: Scope, expr: Expr): Instruction {
  if (expr.kind === 'number') {
    return scope.lanes.draft.constant({ shape: 'i32x4', lanes: Array(4).fill(expr.value | 0) })
  }
  const word = expr.kind === 'read' ? sourceOf(scope, expr.name).word : undefined
  return word ? word() : toWords(scope.lanes, valueOf(scope, expr))
}

function argument(args: readonly Expr[], k: number): Expr {
  const arg = args[k]
  if (!arg) throw new InternalError('emit wasm', `an operator misses argument ${k}`)
  return arg
}

function sourceOf(scope: Scope, name: string): Source {
  const source = scope.lets.get(name) ?? scope.outside(name)
  if (!source) throw new InternalError('emit wasm', `${name} is read but never given a value`)
  return source
}

/** Some buffer has changed: what was computed from its old value is no longer true, here and further out. */
export function forget(scope: Scope, isChanged: (name: string) => boolean): void {
  for (const expr of scope.known.keys()) {
    if ([...namesIn(expr)].some(isChanged)) scope.known.delete(expr)
  }
  if (scope.outer) forget(scope.outer, isChanged)
}

const namesByExpr = new WeakMap<Expr, ReadonlySet<string>>()

function namesIn(expr: Expr): ReadonlySet<string> {
  const known = namesByExpr.get(expr)
  if (known) return known
  const names = readsOf(expr)
  namesByExpr.set(expr, names)
  return names
}

/** The applications that occur more than once, as operands or as values of statements. */
export function repeatedIn(statements: readonly Statement[]): ReadonlySet<Expr> {
  const met = new Set<Expr>()
  const repeated = new Set<Expr>()
  const meet = (expr: Expr): void => {
    if (expr.kind !== 'apply') return
    if (met.has(expr)) repeated.add(expr)
    met.add(expr)
  }
  const seen = new Set<Expr>()
  for (const statement of everyStatement(statements)) {
    const root = expressionOf(statement)
    if (!root) continue
    visit(root, (expr) => { if (expr.kind === 'apply') expr.args.forEach(meet) }, seen)
    meet(root)
  }
  return repeated
}
