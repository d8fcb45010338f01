/** Expressions by what they are made of, so that equal ones are one object. */
import { type Dimension, none } from './dimension.ts'
import type { Expr } from './expr.ts'
import type { Noted } from './memory.ts'
import type { Op } from './ops.ts'

/**
 * All are held weakly, so that a long-lived host does not collect those of every model it compiled; recent ones
 * strongly too, because a weak reference is slow to follow.
 */
class Weakly<Key> {
  private readonly all = new Map<Key, WeakRef<Expr>>()
  /** When there are so many, the dead among them are looked for. */
  private enough = 4096

  find(key: Key): Expr | undefined {
    return this.all.get(key)?.deref()
  }

  add(key: Key, expr: Expr): void {
    if (this.all.size >= this.enough) this.sweep()
    this.all.set(key, new WeakRef(expr))
  }

  private sweep(): void {
    for (const [key, held] of this.all) if (held.deref() === undefined) this.all.delete(key)
    this.enough = 2 * Math.max(this.all.size, 2048)
  }
}

/** As many as a big model has. */
const mostRecent = 16384

export function numberKey(value: number, dimension: Dimension): number | string {
  const isBare = dimension === none || dimension.every((power) => power === 0)
  const sign = Object.is(value, -0) ? '-0' : value
  return isBare ? sign : `${sign}:${dimension.join()}`
}

/** Numbers by their values, reads by their names. */
export class Leaves<Key> {
  private readonly recent = new Map<Key, Expr>()
  private readonly all = new Weakly<Key>()

  find(key: Key): Expr | undefined {
    const known = this.recent.get(key)
    if (known) return known
    const expr = this.all.find(key)
    if (expr) this.remember(key, expr)
    return expr
  }

  add(key: Key, expr: Expr & Noted): Expr {
    this.all.add(key, expr)
    this.remember(key, expr)
    return expr
  }

  private remember(key: Key, expr: Expr): void {
    if (this.recent.size === mostRecent) this.recent.clear()
    this.recent.set(key, expr)
  }
}

type Application = Expr & { readonly kind: 'apply' }

/** Applied operators by their arguments. */
export class Applications {
  /** Two places for each remainder of a hash, the later comer in the first. To find one by a key takes three times as long. */
  private readonly recent: (Application | undefined)[] = new Array(2 * mostRecent).fill(undefined)
  private readonly all = new Map<Op, Weakly<number | string>>()

  find(op: Op, args: readonly Expr[]): Expr | undefined {
    const place = placeOf(op, args)
    const first = this.recent[place]
    if (first && isOf(op, args, first)) return first
    const second = this.recent[place + 1]
    if (second && isOf(op, args, second)) return second
    const known = this.all.get(op)?.find(keyOf(args))
    if (known?.kind === 'apply') this.remember(known, place)
    return known
  }

  add(expr: Application & Noted): Expr {
    const { op, args } = expr
    const table = this.all.get(op) ?? new Weakly()
    this.all.set(op, table)
    table.add(keyOf(args), expr)
    this.remember(expr, placeOf(op, args))
    return expr
  }

  private remember(expr: Application, place: number): void {
    this.recent[place + 1] = this.recent[place]
    this.recent[place] = expr
  }
}

function placeOf(op: Op, args: readonly Expr[]): number {
  let hash = op.charCodeAt(0) + op.length * 256
  for (let k = 0; k < args.length; k++) hash = Math.imul(hash ^ (args[k]?.id ?? 0), 0x9e3779b1)
  return 2 * ((hash >>> 8) % mostRecent)
}

function isOf(op: Op, args: readonly Expr[], expr: Application): boolean {
  if (expr.op !== op || expr.args.length !== args.length) return false
  for (let k = 0; k < args.length; k++) if (expr.args[k] !== args[k]) return false
  return true
}

/** Up to here a number holds two ids; text would be most of what interning costs. */
const idRoom = 2 ** 26

function keyOf(args: readonly Expr[]): number | string {
  const first = args[0]?.id ?? idRoom
  const second = args[1]?.id ?? 0
  if (args.length > 2 || first >= idRoom || second >= idRoom) return args.map(({ id }) => id).join()
  return args.length === 2 ? (first + 1) * idRoom + second : first
}
