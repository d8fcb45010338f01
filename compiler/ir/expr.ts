/** Expressions: numbers, reads and applied operators; immutable and interned, so equal means identical. */
import type { Dimension } from './dimension.ts'
import { none } from './dimension.ts'
import { foldDeep, visitDeep } from './deep-walks.ts'
import { Applications, Leaves, numberKey } from './interned.ts'
import { type Memory, remembering, type Seen, seeing } from './memory.ts'
import type { Op } from './ops.ts'
import {
  bitOfOperator,
  bitOfRead,
  everyName,
  everything,
  mayHold,
  numbers,
  type Sought,
  tooMany,
} from './sought.ts'

/**
 * Values are in kernel units (ms, mV, pA, um, amol, K). The dimension of a number is kept for
 * checking and printing; `to-kernel-units` drops it.
 */
export type Expr = Content & {
  readonly id: number
  /** How many levels of operators it has. */
  readonly depth: number
  /** How many operators and operands are printed. */
  readonly size: number
  /** Which operators are somewhere in it: one bit each, which some of them share. */
  readonly operators: number
  /** Which names are read somewhere in it, likewise, and whether there is a number. */
  readonly leaves: number
}

type Content =
  | { readonly kind: 'number'; readonly value: number; readonly dimension: Dimension }
  | { readonly kind: 'read'; readonly name: string }
  | { readonly kind: 'apply'; readonly op: Op; readonly args: readonly Expr[] }

let created = 0

/** Under their values, where they have no dimension. */
const knownNumbers = new Leaves<number | string>()
const knownReads = new Leaves<string>()
const applications = new Applications()

export function number(value: number, dimension: Dimension = none): Expr {
  const key = numberKey(value, dimension)
  const known = knownNumbers.find(key)
  if (known) return known
  return knownNumbers.add(key, {
    kind: 'number',
    id: created++,
    depth: 0,
    size: 1,
    operators: 0,
    leaves: numbers.leaves,
    mark: 0,
    note: undefined,
    value,
    dimension,
  })
}

export function read(name: string): Expr {
  const known = knownReads.find(name)
  if (known) return known
  const id = created++
  return knownReads.add(name, {
    kind: 'read',
    id,
    depth: 0,
    size: 1,
    operators: 0,
    leaves: bitOfRead(id),
    mark: 0,
    note: undefined,
    name,
  })
}

export const apply = (op: Op, ...args: readonly Expr[]): Expr => applyTo(op, args)

/** The list is kept. */
function applyTo(op: Op, args: readonly Expr[]): Expr {
  const known = applications.find(op, args)
  if (known) return known
  let depth = 0
  let size = 1
  let operators = bitOfOperator(op)
  let leaves = 0
  for (const arg of args) {
    depth = Math.max(depth, arg.depth)
    size += arg.size
    operators |= arg.operators
    leaves |= arg.leaves
  }
  depth += 1
  // Fields in one order, none of them spread: walks take three times as long over what is put together otherwise.
  return applications.add({
    kind: 'apply',
    id: created++,
    depth,
    size,
    operators,
    leaves,
    mark: 0,
    note: undefined,
    op,
    args,
  })
}

/** The conditions that always and never hold: the IR has no boolean numbers. */
export const always: Expr = apply('equal', number(0), number(0))
export const never: Expr = apply('notEqual', number(0), number(0))

/** Expressions may be many thousand levels deep; up to here the host's own stack is used, which is faster. */
const deepest = 200

type Combine<T> = (expr: Expr, args: readonly T[]) => T

interface Folding<T> {
  readonly combine: Combine<T>
  /** What is known of an expression without its arguments; those are then not looked at. */
  readonly settled: (expr: Expr) => T | undefined
  readonly known: Memory<T>
}

const unsettled = (): undefined => undefined

/**
 * Computes something for an expression from what was computed for its arguments, once for every
 * distinct application of an operator.
 */
export const fold = <T extends NonNullable<unknown>>(
  expr: Expr,
  combine: Combine<T>,
  known?: Memory<T>,
): T => foldUnsettled(expr, { combine, settled: unsettled }, known)

/** The same where some values are known without those of the arguments. */
export function foldUnsettled<T extends NonNullable<unknown>>(
  expr: Expr,
  { combine, settled }: Omit<Folding<T>, 'known'>,
  known?: Memory<T>,
): T {
  if (known) return foldFrom(expr, 0, { combine, settled, known })
  return remembering((fresh: Memory<T>) => foldFrom(expr, 0, { combine, settled, known: fresh }))
}

function foldFrom<T extends NonNullable<unknown>>(
  expr: Expr,
  depth: number,
  folding: Folding<T>,
): T {
  const { known, combine, settled } = folding
  // To look a leaf up would take longer than to see what becomes of it.
  if (expr.kind !== 'apply') return settled(expr) ?? combine(expr, nothing)
  const done = known.get(expr) ?? settled(expr)
  if (done !== undefined) return done
  if (depth === deepest)
    return foldDeep(expr, (e, args: readonly T[]) => settled(e) ?? combine(e, args), known)
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

const nothing: readonly never[] = []

/** Rebuilds an expression from the leaves up; each distinct subexpression is visited once. */
export function rewrite(expr: Expr, change: (expr: Expr) => Expr, seen?: Memory<Expr>): Expr {
  if (seen) return rewriteFrom(expr, 0, { change, seen, sought: everything })
  return remembering((fresh: Memory<Expr>) =>
    rewriteFrom(expr, 0, { change, seen: fresh, sought: everything }),
  )
}

/** The same for a change that leaves alone what is not sought, which then is not looked into. */
export function rewriteSought(
  expr: Expr,
  change: (expr: Expr) => Expr,
  { sought, seen }: { readonly sought: Sought; readonly seen: Memory<Expr> },
): Expr {
  return mayHold(expr, sought) ? rewriteFrom(expr, 0, { change, seen, sought }) : expr
}

interface Changing {
  readonly change: (expr: Expr) => Expr
  readonly seen: Memory<Expr>
  readonly sought: Sought
}

function rewriteFrom(expr: Expr, depth: number, changing: Changing): Expr {
  const { change, seen, sought } = changing
  if (expr.kind !== 'apply') return change(expr)
  const done = seen.get(expr)
  if (done) return done
  if (depth === deepest) {
    return foldDeep(expr, (e, args: readonly Expr[]) => change(rebuild(e, args)), seen)
  }
  const { op, args } = expr
  // A list is made only where an argument becomes another.
  let others: Expr[] | undefined
  for (let k = 0; k < args.length; k++) {
    const arg = args[k]
    if (!arg || !mayHold(arg, sought)) continue
    const other = rewriteFrom(arg, depth + 1, changing)
    if (other === arg) continue
    others ??= [...args]
    others[k] = other
  }
  const value = change(others ? applyTo(op, others) : expr)
  seen.set(expr, value)
  return value
}

/** The same operator over other arguments. */
export function rebuild(expr: Expr, args: readonly Expr[]): Expr {
  if (expr.kind !== 'apply') return expr
  for (let k = 0; k < args.length; k++) if (args[k] !== expr.args[k]) return applyTo(expr.op, args)
  return expr
}

/** The reads of these names. */
export function readsSought(names: ReadonlyMap<string, unknown>): Sought {
  if (names.size >= tooMany) return everyName
  let leaves = 0
  for (const name of names.keys()) leaves |= read(name).leaves
  return { operators: 0, leaves }
}

/** Replaces reads by expressions, all at once (the replacements are not searched again). */
export function substitute(expr: Expr, replacements: ReadonlyMap<string, Expr>): Expr {
  const replaced = (e: Expr): Expr => (e.kind === 'read' ? (replacements.get(e.name) ?? e) : e)
  return rewriteSought(expr, replaced, {
    sought: readsSought(replacements),
    seen: new Map(),
  })
}

/** Calls `see` once for every distinct subexpression, arguments before the operator. */
export function visit(expr: Expr, see: (expr: Expr) => void, seen?: Seen): void {
  if (seen) visitFrom(expr, 0, { see, seen, sought: everything })
  else seeing((fresh) => visitFrom(expr, 0, { see, seen: fresh, sought: everything }))
}

/** The same for what may hold something that is sought. */
export function visitSought(
  expr: Expr,
  see: (expr: Expr) => void,
  { sought, seen }: { readonly sought: Sought; readonly seen: Seen },
): void {
  if (mayHold(expr, sought)) visitFrom(expr, 0, { see, seen, sought })
}

interface Visiting {
  readonly see: (expr: Expr) => void
  readonly seen: Seen
  readonly sought: Sought
}

function visitFrom(expr: Expr, depth: number, visiting: Visiting): void {
  const { see, seen, sought } = visiting
  if (seen.has(expr)) return
  if (depth === deepest) return visitDeep(expr, see, seen)
  if (expr.kind === 'apply') {
    const { args } = expr
    for (let k = 0; k < args.length; k++) {
      const arg = args[k]
      if (arg && mayHold(arg, sought)) visitFrom(arg, depth + 1, visiting)
    }
  }
  seen.add(expr)
  see(expr)
}

/** The names an expression reads. */
export function readsOf(expr: Expr): Set<string> {
  const names = new Set<string>()
  visit(expr, (e) => {
    if (e.kind === 'read') names.add(e.name)
  })
  return names
}
