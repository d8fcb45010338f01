/** How an expression depends on a name: not at all, linearly, or otherwise; read off its form, without algebra. */
import { type Expr, fold } from '../ir/expr.ts'

/** 0: does not depend; 1: a x + b; 2: anything else. */
export type Degree = 0 | 1 | 2

const capped = (degree: number): Degree => (degree <= 0 ? 0 : degree === 1 ? 1 : 2)

/** `degreeOf` says how a name that is read depends on it: 1 for the name itself. */
export function degreeIn(
  expr: Expr,
  degreeOf: (name: string) => Degree,
  known: Map<Expr, Degree> = new Map(),
): Degree {
  return fold<Degree>(
    expr,
    (e, args) => {
      if (e.kind === 'number') return 0
      return e.kind === 'read' ? degreeOf(e.name) : throughOperator(e.op, args)
    },
    known,
  )
}

function throughOperator(op: string, args: readonly Degree[]): Degree {
  const [x = 0, y = 0, z = 0] = args
  switch (op) {
    case 'add':
    case 'subtract':
    case 'negate':
      return capped(Math.max(x, y))
    case 'multiply':
      return capped(x + y)
    case 'divide':
      return y === 0 ? x : 2
    case 'select':
      return x === 0 ? capped(Math.max(y, z)) : 2
    default:
      return args.every((arg) => arg === 0) ? 0 : 2
  }
}
