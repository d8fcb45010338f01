/** The value of an expression, given the value of every name it reads. */
import type { Expr } from './expr.ts'
import { rowOf } from './ops.ts'

/** Booleans are 0 and 1. Branches and operands that cannot matter are not evaluated. */
export function evaluate(
  expr: Expr,
  valueOf: (name: string) => number,
  known: Map<Expr, number> = new Map(),
): number {
  const pending: Expr[] = []
  let value = 0
  for (let e: Expr | undefined = expr; e; e = pending.pop()) {
    const missing = needed(e, known)
    if (missing) {
      pending.push(e, missing)
      continue
    }
    value = known.get(e) ?? compute(e, valueOf, known)
    known.set(e, value)
  }
  return value
}

/** The first subexpression whose value must be known next; undefined when all are. */
function needed(expr: Expr, known: ReadonlyMap<Expr, number>): Expr | undefined {
  if (expr.kind !== 'apply' || known.has(expr)) return undefined
  return relevant(expr, known).find((arg) => !known.has(arg))
}

type Apply = Extract<Expr, { kind: 'apply' }>

/** The arguments that decide the value, as far as the known ones tell. */
function relevant({ op, args }: Apply, known: ReadonlyMap<Expr, number>): readonly Expr[] {
  const [first, second, third] = args
  const decided = first && known.get(first)
  if (first === undefined || second === undefined || decided === undefined) return args
  if (op === 'select' && third) return [first, decided !== 0 ? second : third]
  if (op === 'and' && decided === 0) return [first]
  if (op === 'or' && decided !== 0) return [first]
  return args
}

function compute(
  expr: Expr,
  valueOf: (name: string) => number,
  known: ReadonlyMap<Expr, number>,
): number {
  if (expr.kind === 'number') return expr.value
  if (expr.kind === 'read') return valueOf(expr.name)
  return rowOf(expr.op).evaluate(...expr.args.map((arg) => known.get(arg) ?? 0))
}
