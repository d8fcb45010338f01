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

/** Weakly held, so that a long-lived host does not collect the expressions of every model it compiled. */
type Interned<Key> = Map<Key, WeakRef<Expr>>
type Entry = { readonly table: Interned<unknown>; readonly key: unknown }

const leaves: Interned<string> = new Map()
/** By operator: under a number made of the ids of up to two arguments, or under their list. */
const applications = new Map<Op, Interned<number | string>>()

const forget = new FinalizationRegistry<Entry>(({ table, key }) => {
  if (table.get(key)?.deref() === undefined) table.delete(key)
})
let created = 0

function intern<Key>(table: Interned<Key>, key: Key, make: (id: number) => Expr): Expr {
  const known = table.get(key)?.deref()
  if (known) return known
  const expr = make(created++)
  table.set(key, new WeakRef(expr))
  forget.register(expr, { table: table as Interned<unknown>, key })
  return expr
}

export function number(value: number, dimension: Dimension = none): Expr {
  const sign = Object.is(value, -0) ? '-0' : value
  return intern(leaves, `#${sign}:${dimension.join()}`, (id) => {
    return { kind: 'number', id, value, dimension }
  })
}

export function read(name: string): Expr {
  return intern(leaves, `@${name}`, (id) => ({ kind: 'read', id, name }))
}

export function apply(op: Op, ...args: readonly Expr[]): Expr {
  let table = applications.get(op)
  if (!table) {
    table = new Map()
    applications.set(op, table)
  }
  return intern(table, keyOf(args), (id) => ({ kind: 'apply', id, op, args }))
}

/** Up to here a number holds two ids; text would be most of what interning costs. */
const idRoom = 2 ** 26

function keyOf(args: readonly Expr[]): number | string {
  const [first, second] = args
  const isShort = args.length <= 2 && args.every(({ id }) => id < idRoom)
  if (!first || !isShort) return args.map((arg) => arg.id).join()
  return second ? (first.id + 1) * idRoom + second.id : first.id
}

/** The conditions that always and never hold: the IR has no boolean numbers. */
export const always: Expr = apply('equal', number(0), number(0))
export const never: Expr = apply('notEqual', number(0), number(0))

/**
 * Computes something for an expression from what was computed for its arguments, once for every
 * distinct subexpression. Keeps its own stack: expressions may be many thousand levels deep.
 */
export function fold<T extends NonNullable<unknown>>(
  expr: Expr,
  combine: (expr: Expr, args: readonly T[]) => T,
  known: Map<Expr, T> = new Map(),
): T {
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
