/** Walks over the statements of a kernel: every expression, every let, every statement inside a `when`. */
import { type Expr, visit } from './expr.ts'
import type { Kernel, Let, Statement } from './kernel.ts'

/** The parts of a kernel in the order they run. */
export const partsOf = (kernel: Kernel): readonly (readonly Statement[])[] => [
  kernel.link,
  kernel.once,
  kernel.each,
]

/** Every statement, those inside branches after the `when` they belong to. */
export function everyStatement(statements: readonly Statement[]): readonly Statement[] {
  const all: Statement[] = []
  const add = (block: readonly Statement[]): void => {
    for (const statement of block) {
      all.push(statement)
      if (statement.kind !== 'when') continue
      add(statement.then)
      add(statement.otherwise)
    }
  }
  add(statements)
  return all
}

/** The expression a statement evaluates itself, not those of its branches. */
export function expressionOf(statement: Statement): Expr | undefined {
  if (statement.kind === 'spike') return undefined
  return statement.kind === 'when' ? statement.condition : statement.value
}

/** The names read anywhere in some statements. */
export function namesReadIn(statements: readonly Statement[]): Set<string> {
  const names = new Set<string>()
  const seen = new Set<Expr>()
  const note = (expr: Expr): void => {
    if (expr.kind === 'read') names.add(expr.name)
  }
  for (const statement of everyStatement(statements)) {
    const expr = expressionOf(statement)
    if (expr) visit(expr, note, seen)
  }
  return names
}

export const readsOfKernel = (kernel: Kernel): Set<string> => namesReadIn(partsOf(kernel).flat())

/** The same statements with every expression changed. */
export function mapExpressions(
  statements: readonly Statement[],
  change: (expr: Expr) => Expr,
): readonly Statement[] {
  return statements.map((statement) => {
    if (statement.kind === 'spike') return statement
    if (statement.kind !== 'when') return { ...statement, value: change(statement.value) }
    return {
      ...statement,
      condition: change(statement.condition),
      then: mapExpressions(statement.then, change),
      otherwise: mapExpressions(statement.otherwise, change),
    }
  })
}

export const mapLets = (lets: readonly Let[], change: (expr: Expr) => Expr): readonly Let[] =>
  lets.map((statement) => ({ ...statement, value: change(statement.value) }))

/** The same kernel with every expression changed. */
export function mapKernel(kernel: Kernel, change: (expr: Expr) => Expr): Kernel {
  return {
    ...kernel,
    link: mapLets(kernel.link, change),
    once: mapLets(kernel.once, change),
    each: mapExpressions(kernel.each, change),
  }
}
