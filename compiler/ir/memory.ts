/** What a walk over expressions remembers of those it has been to. */
import type { Expr } from './expr.ts'

/** What became of them. */
export interface Memory<T> {
  get(expr: Expr): T | undefined
  set(expr: Expr, value: T): unknown
}

/** That it was there. */
export interface Seen {
  has(expr: Expr): boolean
  add(expr: Expr): unknown
}

/** Room on an expression for what one walk remembers of it. */
export interface Noted {
  mark: number
  note: unknown
}

let walks = 0
let isWalking = false

/** Notes of one walk on the expressions themselves. */
class Marks<T> implements Memory<T>, Seen {
  private readonly mark = ++walks

  get(expr: Expr & Noted): T | undefined {
    return expr.mark === this.mark ? (expr.note as T) : undefined
  }

  set(expr: Expr & Noted, value: T): void {
    expr.mark = this.mark
    expr.note = value
  }

  has(expr: Expr & Noted): boolean {
    return expr.mark === this.mark
  }

  add(expr: Expr & Noted): void {
    expr.mark = this.mark
    expr.note = undefined
  }
}

/**
 * Memory for walks that are over when this returns. One at a time leaves its notes on the expressions; those within it
 * have maps of their own. To fill maps was a tenth of a compile, and to make them a quarter of what it allocates.
 */
export function remembering<T, Result>(walk: (known: Memory<T>) => Result): Result {
  return isWalking ? walk(new Map()) : marking(walk)
}

export function seeing<Result>(walk: (seen: Seen) => Result): Result {
  return isWalking ? walk(new Set()) : marking(walk)
}

function marking<T, Result>(walk: (marks: Marks<T>) => Result): Result {
  isWalking = true
  try {
    return walk(new Marks<T>())
  } finally {
    isWalking = false
  }
}
