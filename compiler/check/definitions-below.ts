/** What a value is made of once its definitions are looked into, deepest first; without recursion. */
import type { Variable } from '../ir/dynamics.ts'
import { readsOf } from '../ir/expr.ts'

/** Every name that is read, directly or through definitions; what a definition needs comes before it. */
export function namesBelow(
  names: Iterable<string>,
  variables: ReadonlyMap<string, Variable>,
): readonly string[] {
  const order = new Set<string>()
  const entered = new Set<string>()
  const open = [...names]
  for (let name = open.at(-1); name !== undefined; name = open.at(-1)) {
    const variable = variables.get(name)
    const needs = variable?.kind === 'definition' ? [...readsOf(variable.value)] : []
    const missing = entered.has(name) ? [] : needs.filter((need) => !entered.has(need))
    entered.add(name)
    open.push(...missing)
    if (missing.length > 0) continue
    order.add(name)
    open.pop()
  }
  return [...order]
}
