/**
 * Gives lets of one name in different branches names of their own, so that any of them can move.
 *
 * Before  when a:  k = x      otherwise:  k = y
 * After   when a:  k = x      otherwise:  k_2 = y
 * Needs   nothing
 */
import { type Expr, read, substitute } from '../ir/expr.ts'
import { FreshNames } from '../ir/fresh-names.ts'
import { builtins, type Kernel, type Statement } from '../ir/kernel.ts'
import { everyStatement, partsOf } from '../ir/statements.ts'

export function distinguishLets(kernel: Kernel): Kernel {
  const names = new FreshNames(namesIn(kernel))
  const met = new Set<string>()
  const each = distinguish(kernel.each, new Map(), (name) => {
    if (met.has(name)) return names.fresh(name)
    met.add(name)
    return name
  })
  return { ...kernel, each }
}

/** Every name that means something in a kernel. */
export function namesIn(kernel: Kernel): Set<string> {
  const names = new Set<string>(Object.keys(builtins))
  for (const { name } of kernel.buffers) names.add(name)
  for (const statement of everyStatement(partsOf(kernel).flat())) {
    if (statement.kind === 'let') names.add(statement.name)
  }
  return names
}

function distinguish(
  statements: readonly Statement[],
  outer: ReadonlyMap<string, Expr>,
  nameFor: (name: string) => string,
): readonly Statement[] {
  const renamed = new Map(outer)
  const settle = (expr: Expr): Expr => (renamed.size === 0 ? expr : substitute(expr, renamed))
  return statements.map((statement) => {
    if (statement.kind === 'spike') return statement
    if (statement.kind === 'when') {
      const condition = settle(statement.condition)
      const then = distinguish(statement.then, renamed, nameFor)
      return {
        ...statement,
        condition,
        then,
        otherwise: distinguish(statement.otherwise, renamed, nameFor),
      }
    }
    const value = settle(statement.value)
    if (statement.kind !== 'let') return { ...statement, value }
    const name = nameFor(statement.name)
    if (name !== statement.name) renamed.set(statement.name, read(name))
    return { kind: 'let', name, value }
  })
}
