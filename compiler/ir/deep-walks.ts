/** Walks over expressions that are too deep for the host's own stack. */
import type { Expr } from './expr.ts'
import type { Memory, Seen } from './memory.ts'

export function foldDeep<T extends NonNullable<unknown>>(
  expr: Expr,
  combine: (expr: Expr, args: readonly T[]) => T,
  known: Memory<T>,
): T {
  const pending: Expr[] = [expr]
  const isKnown = (e: Expr): boolean => known.get(e) !== undefined
  for (let e = pending.at(-1); e; e = pending.at(-1)) {
    if (!isKnown(e) && pushMissing(e, isKnown, pending)) continue
    pending.pop()
    if (!isKnown(e)) known.set(e, combine(e, argumentsOf(e, known)))
  }
  return known.get(expr) ?? combine(expr, [])
}

export function visitDeep(expr: Expr, see: (expr: Expr) => void, seen: Seen): void {
  const pending: Expr[] = [expr]
  const isSeen = (e: Expr): boolean => seen.has(e)
  for (let e = pending.at(-1); e; e = pending.at(-1)) {
    if (!isSeen(e) && pushMissing(e, isSeen, pending)) continue
    pending.pop()
    if (isSeen(e)) continue
    seen.add(e)
    see(e)
  }
}

/** Puts arguments that are not known yet on the stack, the first on top; false if there are none. */
function pushMissing(expr: Expr, isKnown: (expr: Expr) => boolean, pending: Expr[]): boolean {
  if (expr.kind !== 'apply') return false
  const { length } = pending
  for (let k = expr.args.length - 1; k >= 0; k--) {
    const arg = expr.args[k]
    if (arg && !isKnown(arg)) pending.push(arg)
  }
  return pending.length > length
}

function argumentsOf<T>(expr: Expr, known: Memory<T>): T[] {
  const values: T[] = []
  if (expr.kind !== 'apply') return values
  for (const arg of expr.args) {
    const value = known.get(arg)
    if (value !== undefined) values.push(value)
  }
  return values
}
