/** Writes expressions: each distinct one once per scope, in lanes or as 32-bit whole numbers. */
import { InternalError } from '../../ir/internal-error.ts'
import type { Expr } from '../../ir/expr.ts'
import { readsOf } from '../../ir/expr.ts'
import type { Statement } from '../../ir/kernel.ts'
import { everyStatement, expressionOf, visitStatements } from '../../ir/statements.ts'
import type { CountTable } from './counts-of-eight.ts'
import type { Instruction, Plain } from './instruction.ts'
import type { Lanes } from './lanes.ts'
import { toReal, toWords } from './lanes.ts'
import type { Key, Words } from './random.ts'
import { halfBlock, threefry } from './random.ts'
import type { Application } from './spelling.ts'
import { spelling } from './spelling.ts'

/** Where the value of a name comes from. Whole numbers (steps, indices, keys) also have a form that never rounds. */
export interface Source {
  readonly value: () => Plain
  readonly word?: () => Plain
  /** The same number as an f64 outside of lanes. */
  readonly scalar?: () => Plain
  /** Of a number of steps: the first step that is less long ago, in 32-bit lanes. */
  readonly recent?: Plain
  /** Where it is the mean of Poisson counts: what those have in common. */
  readonly counts?: CountTable
  /** Where uniform numbers are compared with it: the upper bits of those below it are below this, in 32-bit lanes. */
  readonly chance?: Plain
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
  readonly drawn?: Drawn
  /** Reading a name costs a load, so what is read more than once is kept as well. */
  readonly readsLoad?: boolean
}

/** Random numbers that were made beforehand, for several vectors at once. */
export interface Drawn {
  /** By `keyOf` of the key. */
  readonly words: (key: string) => Words | undefined
  readonly halfBlock: (key: string) => Plain | undefined
  /** Poisson counts of a small mean, by `keyOf` of the mean and the key. */
  readonly counts: (meanAndKey: string) => Plain | undefined
  /** In which of four cells a condition may hold, as far as a single word tells. */
  readonly mayHold: (condition: Expr) => Plain | undefined
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

/** The value in lanes; where it is worth a local, that is called `name`. */
export function lanesOf(scope: Scope, expr: Expr, name?: string): Plain {
  if (expr.kind === 'number') return scope.lanes.constant(expr.value)
  const known = scope.known.get(expr)
  if (known) return known
  if (expr.kind === 'read') {
    const value = sourceOf(scope, expr.name).value()
    if (scope.readsLoad) scope.known.set(expr, value)
    return value
  }
  const value = spelling[expr.op](applicationOf(scope, expr.args))
  if (!scope.repeated.has(expr)) return value
  const kept = scope.lanes.keep(name ?? expr.op, value)
  scope.known.set(expr, kept)
  return kept
}

function applicationOf(scope: Scope, args: readonly Expr[]): Application {
  const key = (k: number): Key => ({
    seed: wordOf(scope, argument(args, k)),
    stream: wordOf(scope, argument(args, k + 1)),
    cell: wordOf(scope, argument(args, k + 2)),
    step: wordOf(scope, argument(args, k + 3)),
  })
  return {
    lanes: scope.lanes,
    args,
    value: (k) => lanesOf(scope, argument(args, k)),
    word: (k) => wordOf(scope, argument(args, k)),
    recent: (k) => sharedOf(scope, argument(args, k))?.recent,
    counts: () => scope.drawn?.counts(keyOf(args)),
    key,
    words: (k) => scope.drawn?.words(keyOf(args.slice(k))) ?? drawWords(scope.lanes, key(k)),
    halfBlock: (k) =>
      scope.drawn?.halfBlock(keyOf(args.slice(k))) ?? halfBlock(scope.lanes, key(k)),
    lanesOf: (other) => lanesOf(scope, other),
    wordsOf: (other) => wordOf(scope, other),
    isRepeated: (other) => scope.repeated.has(other),
  }
}

const sharedOf = (scope: Scope, arg: Expr): Source | undefined =>
  arg.kind === 'read' ? sourceOf(scope, arg.name) : undefined

const drawWords = (lanes: Lanes, key: Key): Words => {
  const { first, second } = threefry(lanes, key)
  return { first: lanes.keep('first', first), second: lanes.keep('second', second) }
}

/** What tells random numbers apart: equal keys are equal numbers. */
export const keyOf = (args: readonly Expr[]): string => args.map(({ id }) => id).join()

export function wordOf(scope: Scope, expr: Expr): Instruction {
  if (expr.kind === 'number') {
    return scope.lanes.draft.constant({ shape: 'i32x4', lanes: Array(4).fill(expr.value | 0) })
  }
  const word = expr.kind === 'read' ? sourceOf(scope, expr.name).word : undefined
  return word ? word() : toWords(scope.lanes, lanesOf(scope, expr))
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
  visitStatements(statements, (expr) => {
    if (expr.kind === 'apply') expr.args.forEach(meet)
  })
  for (const statement of everyStatement(statements)) {
    const root = expressionOf(statement)
    if (root) meet(root)
  }
  return repeated
}
