/** Takes a sum apart into what can be computed once and what cannot, through signs and factors. */
import { minus, negative, over, plus, times, zero } from '../ir/algebra.ts'
import { type Expr, foldUnsettled } from '../ir/expr.ts'
import type { Op } from '../ir/ops.ts'

/** Added up, the expression. */
export interface Apart {
  readonly free: Expr
  readonly bound: Expr
}

/** `isBound` tells of an expression whether it is the part that cannot. */
export function apart(expr: Expr, isBound: (expr: Expr) => boolean): Apart {
  const settled = (e: Expr) => (isBound(e) ? undefined : { free: e, bound: zero })
  const combine = (e: Expr, args: readonly Apart[]): Apart =>
    (e.kind === 'apply' && ofSum(e.op, e.args, args)) || { free: zero, bound: e }
  return foldUnsettled(expr, { combine, settled })
}

function ofSum(op: Op, [x, y]: readonly Expr[], [a, b]: readonly Apart[]): Apart | undefined {
  if (!x || !a) return undefined
  if (op === 'negate') return each(a, negative)
  if (!y || !b) return undefined
  if (op === 'add') return { free: plus(a.free, b.free), bound: plus(a.bound, b.bound) }
  if (op === 'subtract') return { free: minus(a.free, b.free), bound: minus(a.bound, b.bound) }
  if (op === 'divide' && b.bound === zero) return each(a, (part) => over(part, y))
  if (op === 'multiply' && b.bound === zero) return each(a, (part) => times(part, y))
  if (op === 'multiply' && a.bound === zero) return each(b, (part) => times(x, part))
  return undefined
}

const each = ({ free, bound }: Apart, change: (part: Expr) => Expr): Apart => ({
  free: change(free),
  bound: change(bound),
})
