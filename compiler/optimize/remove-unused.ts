/**
 * Drops lets, buffers and branches that nothing needs.
 *
 * Before  reads I, u    each: k = I * u      v := v      w := I
 * After   reads I       each: w := I
 * Needs   nothing; changes no bit
 */
import { apply, type Expr, visitSought } from '../ir/expr.ts'
import type { Buffer, Kernel, Let, Statement } from '../ir/kernel.ts'
import { type Seen, seeing } from '../ir/memory.ts'
import { everyName } from '../ir/sought.ts'
import { everyStatement, partsOf } from '../ir/statements.ts'

export const removeUnused = (kernel: Kernel): Kernel =>
  seeing((seen) => withoutUnneeded(kernel, new Needed(seen)))

function withoutUnneeded(kernel: Kernel, needed: Needed): Kernel {
  const each = neededStatements(kernel.each, needed)
  const once = neededLets(kernel.once, needed)
  const link = neededLets(kernel.link, needed)
  return withoutUnusedBuffers({ ...kernel, link, once, each }, needed)
}

/** The names that what stays reads. */
class Needed {
  private readonly names = new Set<string>()
  private readonly seen: Seen

  constructor(seen: Seen) {
    this.seen = seen
  }

  has(name: string): boolean {
    return this.names.has(name)
  }

  allIn(expr: Expr): void {
    const note = (e: Expr): void => {
      if (e.kind === 'read') this.names.add(e.name)
    }
    visitSought(expr, note, { sought: everyName, seen: this.seen })
  }
}

/** From the last statement to the first, noting what each one that stays reads. */
function neededStatements(statements: readonly Statement[], needed: Needed): readonly Statement[] {
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

function reading<S extends Statement>(statement: S, expr: Expr, needed: Needed): S {
  needed.allIn(expr)
  return statement
}

type When = Extract<Statement, { kind: 'when' }>

/** Turned round where only the second branch has something to do. */
function branching({ kind, condition, then, otherwise }: When): Statement {
  if (then.length > 0) return { kind, condition, then, otherwise }
  const [inner] = condition.kind === 'apply' && condition.op === 'not' ? condition.args : []
  return { kind, condition: inner ?? apply('not', condition), then: otherwise, otherwise: [] }
}

function neededLets(lets: readonly Let[], needed: Needed): readonly Let[] {
  const kept = lets.toReversed().filter(({ name, value }) => {
    if (!needed.has(name)) return false
    needed.allIn(value)
    return true
  })
  return kept.toReversed()
}

function withoutUnusedBuffers(kernel: Kernel, needed: Needed): Kernel {
  const written = new Set<string>()
  for (const statement of everyStatement(partsOf(kernel).flat())) {
    if (statement.kind === 'store' || statement.kind === 'add') written.add(statement.buffer)
  }
  const isUsed = ({ name }: Buffer): boolean => needed.has(name) || written.has(name)
  return { ...kernel, buffers: kernel.buffers.filter(isUsed) }
}
