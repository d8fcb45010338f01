/** Turns what an event does into statements: assignments in order, held variables guarded. */
import type { Action } from '../ir/dynamics.ts'
import { type Expr, read, substitute } from '../ir/expr.ts'
import type { Statement } from '../ir/kernel.ts'
import type { FreshNames } from '../ir/fresh-names.ts'

export interface ActionRules {
  readonly fresh: FreshNames
  /** Writes an expression in terms of buffers: definitions substituted, names resolved. */
  readonly settle: (expr: Expr) => Expr
  /** The buffer an assignment goes to. */
  readonly bufferOf: (target: string) => string
  /** The condition under which a buffer may be written; undefined where always. */
  readonly guard: (buffer: string) => Expr | undefined
}

export interface LoweredActions {
  readonly statements: readonly Statement[]
  /** What is handed on to whoever comes next on the connection. */
  readonly delivered?: Expr
}

export function lowerActions(actions: readonly Action[], rules: ActionRules): LoweredActions {
  const locals = new Map<string, Expr>()
  const statements: Statement[] = []
  let delivered: Expr | undefined
  for (const action of actions) {
    const value = rules.settle(substitute(action.value, locals))
    if (action.kind === 'local' || action.kind === 'deliver') {
      const name = rules.fresh.fresh(action.kind === 'local' ? action.name : 'delivered')
      statements.push({ kind: 'let', name, value })
      if (action.kind === 'local') locals.set(action.name, read(name))
      else delivered = read(name)
      continue
    }
    statements.push(guarded(write(action, value, rules), rules))
  }
  return delivered ? { statements, delivered } : { statements }
}

function write(
  action: Action & { kind: 'set' | 'add' },
  value: Expr,
  rules: ActionRules,
): Statement & { kind: 'store' | 'add' } {
  const buffer = rules.bufferOf(action.target)
  return { kind: action.kind === 'add' ? 'add' : 'store', buffer, value }
}

/** Only where the buffer may be written. */
export function guarded(
  statement: Statement & { kind: 'store' | 'add' },
  rules: ActionRules,
): Statement {
  const condition = rules.guard(statement.buffer)
  if (!condition) return statement
  return { kind: 'when', condition, then: [statement], otherwise: [] }
}
