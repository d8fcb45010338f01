/** Expressions: numbers, reads and applied operators; immutable and interned, so equal means identical. */
import type { Dimension } from './dimension.ts'
import { none } from './dimension.ts'
import type { Op } from './ops.ts'

/**
 * Values are in kernel units (ms, mV, pA, um, amol, K). The dimension of a number is kept for
 * checking and printing; `to-kernel-units` drops it.
 */
export type Expr =
  | {
      readonly kind: 'number'
      readonly id: number
      readonly value: number
      readonly dimension: Dimension
    }
  | { readonly kind: 'read'; readonly id: number; readonly name: string }
  | { readonly kind: 'apply'; readonly id: number; readonly op: Op; readonly args: readonly Expr[] }

/**
 * Expressions by what they are made of. All are held weakly, so that a long-lived host does not collect
 * those of every model it compiled; recent ones strongly too, because a weak reference is slow to follow.
 */
class Interned<Key> {
  private readonly recent = new Map<Key, Expr>()
  private readonly all = new Map<Key, WeakRef<Expr>>()
  /** When there are so many, the dead among them are looked for. */
  private enough = 4096

  find(key: Key): Expr | undefined {
    const known = this.recent.get(key)
    if (known) return known
    const expr = this.all.get(key)?.deref()
    if (expr) this.remember(key, expr)
    return expr
  }

  add(key: Key, expr: Expr): Expr {
    if (this.all.size >= this.enough) this.sweep()
    this.all.set(key, new WeakRef(expr))
    this.remember(key, expr)
    return expr
  }

  private remember(key: Key, expr: Expr): void {
    if (this.recent.size === mostRecent) this.recent.clear()
    this.recent.set(key, expr)
  }

  private sweep(): void {
    for (const [key, held] of this.all) if (held.deref() === undefined) this.all.delete(key)
    this.enough = 2 * Math.max(this.all.size, 2048)
  }
}

/** As many of one operator as a big model has. */
const mostRecent = 16384
let created = 0

/** Under their values, where they have no dimension. */
const numbers = new Interned<number | string>()
const reads = new Interned<string>()
/** By operator: under a number made of the ids of up to two arguments, or under their list. */
const applications = new Map<Op, Interned<number | string>>()

export function number(value: number, dimension: Dimension = none): Expr {
  const key = numberKey(value, dimension)
  return numbers.find(key) ?? numbers.add(key, { kind: 'number', id: created++, value, dimension })
}

function numberKey(value: number, dimension: Dimension): number | string {
  const isBare = dimension === none || dimension.every((power) => power === 0)
  const sign = Object.is(value, -0) ? '-0' : value
  return isBare ? sign : `${sign}:${dimension.join()}`
}

export function read(name: string): Expr {
  return reads.find(name) ?? reads.add(name, { kind: 'read', id: created++, name })
}

export function apply(op: Op, ...args: readonly Expr[]): Expr {
  let table = applications.get(op)
  if (!table) {
    table = new Interned()
    applications.set(op, table)
  }
  const key = keyOf(args)
  return table.find(key) ?? table.add(key, { kind: 'apply', id: created++, op, args })
}

/** Up to here a number holds two ids; text would be most of what interning costs. */
const idRoom = 2 ** 26

function keyOf(args: readonly Expr[]): number | string {
  const first = args[0]?.id ?? idRoom
  const second = args[1]?.id ?? 0
  if (args.length > 2 || first >= idRoom || second >= idRoom) return args.map(({ id }) => id).join()
  return args.length === 2 ? (first + 1) * idRoom + second : first
}

/** The conditions that always and never hold: the IR has no boolean numbers. */
export const always: Expr = apply('equal', number(0), number(0))
export const never: Expr = apply('notEqual', number(0), number(0))

/** Expressions may be many thousand levels deep; up to here the host's own stack is used, which is faster. */
const deepest = 200

type Combine<T> = (expr: Expr, args: readonly T[]) => T

interface Folding<T> {
  readonly combine: Combine<T>
  readonly known: Map<Expr, T>
}

/**
 * Computes something for an expression from what was computed for its arguments, once for every
 * distinct application of an operator.
 */
export function fold<T extends NonNullable<unknown>>(
  expr: Expr,
  combine: Combine<T>,
  known: Map<Expr, T> = new Map(),
): T {
  return foldFrom(expr, 0, { combine, known })
}

function foldFrom<T extends NonNullable<unknown>>(
  expr: Expr,
  depth: number,
  folding: Folding<T>,
): T {
  const { known, combine } = folding
  // To look a leaf up would take longer than to see what becomes of it.
  if (expr.kind !== 'apply') return combine(expr, [])
  const done = known.get(expr)
  if (done !== undefined) return done
  if (depth === deepest) return foldDeep(expr, folding)
  // As long as it will be: a list that grows takes room for sixteen, a tenth of what a compile allocates.
  const args = new Array<T>(expr.args.length)
  for (let k = 0; k < args.length; k++) {
    const arg = expr.args[k]
    if (arg) args[k] = foldFrom(arg, depth + 1, folding)
  }
  const value = combine(expr, args)
  known.set(expr, value)
  return value
}

/** The same with a stack of its own. */
function foldDeep<T extends NonNullable<unknown>>(expr: Expr, { combine, known }: Folding<T>): T {
  const pending: Expr[] = [expr]
  for (let e = pending.at(-1); e; e = pending.at(-1)) {
    if (!known.has(e) && pushMissing(e, known, pending)) continue
    pending.pop()
    if (!known.has(e)) known.set(e, combine(e, argumentsOf(e, known)))
  }
  return known.get(expr) ?? combine(expr, [])
}

/** Puts arguments that are not known yet on the stack, the first on top; false if there are none. */
function pushMissing(expr: Expr, known: { has(expr: Expr): boolean }, pending: Expr[]): boolean {
  if (expr.kind !== 'apply') return false
  const { length } = pending
  for (let k = expr.args.length - 1; k >= 0; k--) {
    const arg = expr.args[k]
    if (arg && !known.has(arg)) pending.push(arg)
  }
  return pending.length > length
}

function argumentsOf<T>(expr: Expr, known: ReadonlyMap<Expr, T>): T[] {
  const values: T[] = []
  if (expr.kind !== 'apply') return values
  for (const arg of expr.args) {
    const value = known.get(arg)
    if (value !== undefined) values.push(value)
  }
  return values
}

/** Rebuilds an expression from the leaves up; each distinct subexpression is visited once. */
export function rewrite(
  expr: Expr,
  change: (expr: Expr) => Expr,
  seen: Map<Expr, Expr> = new Map(),
): Expr {
  return fold(expr, (e, args: readonly Expr[]) => change(rebuild(e, args)), seen)
}

/** The same operator over other arguments. */
export function rebuild(expr: Expr, args: readonly Expr[]): Expr {
  if (expr.kind !== 'apply' || expr.args.every((arg, k) => arg === args[k])) return expr
  return apply(expr.op, ...args)
}

/** Replaces reads by expressions, all at once (the replacements are not searched again). */
export function substitute(expr: Expr, replacements: ReadonlyMap<string, Expr>): Expr {
  return rewrite(expr, (e) => (e.kind === 'read' ? (replacements.get(e.name) ?? e) : e))
}

/** What `visit` remembers. */
export interface Seen {
  has(expr: Expr): boolean
  add(expr: Expr): unknown
}

/** Calls `see` once for every distinct subexpression, arguments before the operator. */
export function visit(expr: Expr, see: (expr: Expr) => void, seen: Seen = new Set()): void {
  visitFrom(expr, 0, { see, seen })
}

interface Visiting {
  readonly see: (expr: Expr) => void
  readonly seen: Seen
}

function visitFrom(expr: Expr, depth: number, visiting: Visiting): void {
  const { see, seen } = visiting
  if (seen.has(expr)) return
  if (depth === deepest) return visitDeep(expr, visiting)
  if (expr.kind === 'apply') {
    for (const arg of expr.args) visitFrom(arg, depth + 1, visiting)
  }
  seen.add(expr)
  see(expr)
}

function visitDeep(expr: Expr, { see, seen }: Visiting): void {
  const pending: Expr[] = [expr]
  for (let e = pending.at(-1); e; e = pending.at(-1)) {
    if (!seen.has(e) && pushMissing(e, seen, pending)) continue
    pending.pop()
    if (seen.has(e)) continue
    seen.add(e)
    see(e)
  }
}

/** The names an expression reads. */
export function readsOf(expr: Expr): Set<string> {
  const names = new Set<string>()
  visit(expr, (e) => {
    if (e.kind === 'read') names.add(e.name)
  })
  return names
}
