/** Every expression of a declaration, for questions about all of them. */
import type { Action, Dynamics, Variable } from '../ir/dynamics.ts'
import { type Expr, readsOf } from '../ir/expr.ts'

function ofVariable(variable: Variable): readonly (Expr | undefined)[] {
  switch (variable.kind) {
    case 'param':
      return [variable.value]
    case 'state':
      return [variable.drift, variable.initial]
    case 'definition':
      return [variable.value, variable.every]
    default:
      return []
  }
}

/** All action blocks: resets, events, pathways, steps, clocks. */
export const blocksOf = (dynamics: Dynamics): readonly (readonly Action[])[] => [
  dynamics.reset,
  ...dynamics.events.map(({ actions }) => actions),
  ...dynamics.pathways.map(({ actions }) => actions),
  ...dynamics.onStep,
  ...dynamics.every.map(({ actions }) => actions),
]

export function namesRead(dynamics: Dynamics): ReadonlySet<string> {
  const all = [
    ...[...dynamics.variables.values()].flatMap(ofVariable),
    ...blocksOf(dynamics).flatMap((actions) => actions.map(({ value }) => value)),
    ...dynamics.compartments.flatMap(({ at }) => at),
    ...dynamics.axials.map(({ conductance }) => conductance),
    ...dynamics.events.map(({ condition }) => condition),
    ...dynamics.every.map(({ period }) => period),
    ...dynamics.records.map(({ value }) => value),
    dynamics.threshold,
    dynamics.refractory?.value,
  ]
  const names = new Set<string>()
  for (const expr of all) for (const name of expr ? readsOf(expr) : []) names.add(name)
  return names
}
