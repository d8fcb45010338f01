/** Which functions have small arguments in all but a few steps: those of gates and membranes, which a step is short for. */
import { type Expr, readsOf, visit } from '../../ir/expr.ts'
import type { Kernel } from '../../ir/kernel.ts'
import { everyStatement, expressionOf } from '../../ir/statements.ts'

export interface SmallArguments {
  /** Does an expression get smaller with the step? */
  readonly isSmall: (argument: Expr) => boolean
  /** Does one contain an application that is written another way for small arguments? */
  readonly contains: (expr: Expr) => boolean
  readonly areThere: boolean
}

/** `repeated` are the expressions that get a local. */
export function smallArgumentsIn(kernel: Kernel, repeated: ReadonlySet<Expr>): SmallArguments {
  const isSmall = ofStep(kernel)
  const shortened = new Set<Expr>()
  const divisors = new Set<Expr>()
  const note = (expr: Expr): void => {
    if (expr.kind !== 'apply') return
    if (expr.op === 'exprel' && expr.args.some(isSmall)) shortened.add(expr)
    const [, divisor] = expr.op === 'divide' ? expr.args : []
    if (divisor && !repeated.has(divisor)) divisors.add(divisor)
  }
  const seen = new Set<Expr>()
  for (const statement of everyStatement(kernel.each)) {
    const expr = expressionOf(statement)
    if (expr) visit(expr, note, seen)
  }
  for (const divisor of divisors) shortened.delete(divisor)
  const contains = (expr: Expr): boolean => {
    const parts = new Set<Expr>()
    visit(expr, () => {}, parts)
    return [...shortened].some((short) => parts.has(short))
  }
  return { isSmall, contains, areThere: shortened.size > 0 }
}

function ofStep({ link, once, each }: Kernel): (expr: Expr) => boolean {
  const names = new Set(['dt'])
  const reads = (expr: Expr): boolean => [...readsOf(expr)].some((name) => names.has(name))
  for (const statement of [...link, ...once, ...everyStatement(each)]) {
    if (statement.kind === 'let' && reads(statement.value)) names.add(statement.name)
  }
  return reads
}
