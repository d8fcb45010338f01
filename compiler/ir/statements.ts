/** Walks over the statements of a kernel: every expression, every let, every statement inside a `when`. */
import { type Expr, rewriteSought, visitSought } from './expr.ts'
import { everyName, everything } from './sought.ts'
import type { Kernel, Let, Statement } from './kernel.ts'
import { type Memory, remembering, seeing } from './memory.ts'

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

/** Calls `see` once for every distinct expression in some statements that may hold what is sought. */
export function visitStatements(
  statements: readonly Statement[],
  see: (expr: Expr) => void,
  sought = everything,
): void {
  seeing((seen) => {
    for (const statement of everyStatement(statements)) {
      const expr = expressionOf(statement)
      if (expr) visitSought(expr, see, { sought, seen })
    }
  })
}

/** The names read anywhere in some statements. */
export function namesReadIn(statements: readonly Statement[]): Set<string> {
  const names = new Set<string>()
  const note = (expr: Expr): void => {
    if (expr.kind === 'read') names.add(expr.name)
  }
  visitStatements(statements, note, everyName)
  return names
}

export const readsOfKernel = (kernel: Kernel): Set<string> => namesReadIn(partsOf(kernel).flat())

/** The same statements with every expression changed; those without a change are the same objects. */
export function mapExpressions(
  statements: readonly Statement[],
  change: (expr: Expr) => Expr,
): readonly Statement[] {
  return statements.map((statement) => {
    if (statement.kind === 'spike') return statement
    if (statement.kind === 'when') return mapBranches(statement, change)
    const value = change(statement.value)
    return value === statement.value ? statement : { ...statement, value }
  })
}

function mapBranches(statement: When, change: (expr: Expr) => Expr): When {
  const condition = change(statement.condition)
  const then = mapExpressions(statement.then, change)
  return { kind: 'when', condition, then, otherwise: mapExpressions(statement.otherwise, change) }
}

type When = Extract<Statement, { kind: 'when' }>

export const mapLets = (lets: readonly Let[], change: (expr: Expr) => Expr): readonly Let[] =>
  lets.map((statement) => {
    const value = change(statement.value)
    return value === statement.value ? statement : { ...statement, value }
  })

/** The same kernel with every expression changed. */
export function mapKernel(kernel: Kernel, change: (expr: Expr) => Expr): Kernel {
  return {
    ...kernel,
    link: mapLets(kernel.link, change),
    once: mapLets(kernel.once, change),
    each: mapExpressions(kernel.each, change),
  }
}

/** Statements with every part that is sought changed from the leaves up. */
export const rewriteStatements = (
  statements: readonly Statement[],
  change: (expr: Expr) => Expr,
  sought = everything,
): readonly Statement[] =>
  remembering((seen: Memory<Expr>) =>
    mapExpressions(statements, (expr) => rewriteSought(expr, change, { sought, seen })),
  )

/** The same in all parts of a kernel. */
export const rewriteKernel = (
  kernel: Kernel,
  change: (expr: Expr) => Expr,
  sought = everything,
): Kernel =>
  remembering((seen: Memory<Expr>) =>
    mapKernel(kernel, (expr) => rewriteSought(expr, change, { sought, seen })),
  )
