/**
 * Drops lets, buffers and branches that nothing needs.
 *
 * Before  reads I, u    each: k = I * u      v := v      w := I
 * After   reads I       each: w := I
 * Needs   nothing; changes no bit
 */
import { apply, type Expr, readsOf } from '../ir/expr.ts'
import type { Kernel, Let, Statement } from '../ir/kernel.ts'
import { everyStatement, partsOf, readsOfKernel } from '../ir/statements.ts'

export function removeUnused(kernel: Kernel): Kernel {
  const needed = new Set<string>()
  const each = neededStatements(kernel.each, needed)
  const once = neededLets(kernel.once, needed)
  const link = neededLets(kernel.link, needed)
  return withoutUnusedBuffers({ ...kernel, link, once, each })
}

/** From the last statement to the first, noting what each one that stays reads. */
function neededStatements(
  statements: readonly Statement[],
  needed: Set<string>,
): readonly Statement[] {
  const kept = statements.toReversed().flatMap((statement): readonly Statement[] => {
    switch (statement.kind) {
      case 'let':
        return needed.has(statement.name) ? [reading(statement, statement.value, needed)] : []
      case 'store':
        if (statement.value.kind === 'read' && statement.value.name === statement.buffer) return []
        return [reading(statement, statement.value, needed)]
      case 'add':
        return [reading(statement, statement.value, needed)]
      case 'when': {
        const otherwise = neededStatements(statement.otherwise, needed)
        const then = neededStatements(statement.then, needed)
        if (then.length === 0 && otherwise.length === 0) return []
        return [branching(reading({ ...statement, then, otherwise }, statement.condition, needed))]
      }
      case 'spike':
        return [statement]
      default:
        return statement satisfies never
    }
  })
  return kept.toReversed()
}

function reading<S extends Statement>(statement: S, expr: Expr, needed: Set<string>): S {
  for (const name of readsOf(expr)) needed.add(name)
  return statement
}

type When = Extract<Statement, { kind: 'when' }>

/** Turned round where only the second branch has something to do. */
function branching({ kind, condition, then, otherwise }: When): Statement {
  if (then.length > 0) return { kind, condition, then, otherwise }
  const [inner] = condition.kind === 'apply' && condition.op === 'not' ? condition.args : []
  return { kind, condition: inner ?? apply('not', condition), then: otherwise, otherwise: [] }
}

function neededLets(lets: readonly Let[], needed: Set<string>): readonly Let[] {
  const kept = lets.toReversed().filter(({ name, value }) => {
    if (!needed.has(name)) return false
    for (const read of readsOf(value)) needed.add(read)
    return true
  })
  return kept.toReversed()
}

function withoutUnusedBuffers(kernel: Kernel): Kernel {
  const used = readsOfKernel(kernel)
  for (const statement of everyStatement(partsOf(kernel).flat())) {
    if (statement.kind === 'store' || statement.kind === 'add') used.add(statement.buffer)
  }
  return { ...kernel, buffers: kernel.buffers.filter(({ name }) => used.has(name)) }
}
