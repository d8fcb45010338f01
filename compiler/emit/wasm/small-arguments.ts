/** Which functions have small arguments in all but a few steps: those of gates and membranes, which a step is short for. */
import { type Expr, read, readsOf, readsSought, visitSought } from '../../ir/expr.ts'
import type { Kernel } from '../../ir/kernel.ts'
import { mayHold, operators } from '../../ir/sought.ts'
import { everyStatement, visitStatements } from '../../ir/statements.ts'

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
  visitStatements(kernel.each, note, operators('exprel', 'divide'))
  for (const divisor of divisors) shortened.delete(divisor)
  const contains = (expr: Expr): boolean => {
    let isThere = false
    const look = (part: Expr): void => {
      isThere ||= shortened.has(part)
    }
    visitSought(expr, look, { sought: operators('exprel'), seen: new Set() })
    return isThere
  }
  return { isSmall, contains, areThere: shortened.size > 0 }
}

function ofStep({ link, once, each }: Kernel): (expr: Expr) => boolean {
  const names = new Map([['dt', read('dt')]])
  let sought = readsSought(names)
  const reads = (expr: Expr): boolean =>
    mayHold(expr, sought) && [...readsOf(expr)].some((name) => names.has(name))
  for (const statement of [...link, ...once, ...everyStatement(each)]) {
    if (statement.kind !== 'let' || !reads(statement.value)) continue
    names.set(statement.name, read(statement.name))
    sought = readsSought(names)
  }
  return reads
}
