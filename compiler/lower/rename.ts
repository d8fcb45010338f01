/** Gives the equations of an attachment their place in a cell: names get a prefix, random sites their stream. */
import type { Action, Dynamics, Variable } from '../ir/dynamics.ts'
import { apply, type Expr, number, read, rewrite } from '../ir/expr.ts'
import { streamOf } from '../ir/random.ts'
import { isRandom } from '../ir/streams.ts'

/** New names by old name, and the owner whose random streams these are. */
export interface Renaming {
  readonly names: ReadonlyMap<string, string>
  readonly owner: string
}

/** The key of a random operator is (seed, stream, cell, step), behind its own arguments. */
function ownStream(expr: Expr, owner: string): Expr {
  if (expr.kind !== 'apply' || !isRandom(expr)) return expr
  const site = expr.args[expr.args.length - 3]
  if (site?.kind !== 'number') return expr
  const stream = number((site.value ^ streamOf(owner)) >>> 0)
  const own = expr.args.slice(0, -4)
  return apply(expr.op, ...own, read('seed'), stream, read('i'), read('step'))
}

/** Kernels read these names themselves; a variable called so gets a name that no model can write. */
const taken: ReadonlySet<string> = new Set(['step', 'seed', 'source', 'target'])

export const kernelName = (name: string): string => (taken.has(name) ? `${name}'` : name)

/** The names of a declaration that kernels keep for themselves, and what they become. */
export function clearOfBuiltins(dynamics: Dynamics): ReadonlyMap<string, string> {
  const clashing = [...dynamics.variables.keys()].filter((name) => taken.has(name))
  return new Map(clashing.map((name) => [name, kernelName(name)]))
}

/** xi(v) → xi(AMPA.v): the noise of an equation follows its variable. */
export function renamed(name: string, names: ReadonlyMap<string, string>): string {
  return names.get(name) ?? name
}

export function renameExpr(expr: Expr, renaming: Renaming): Expr {
  return rewrite(expr, (e) =>
    e.kind === 'read' ? read(renamed(e.name, renaming.names)) : ownStream(e, renaming.owner),
  )
}

export function renameAction(action: Action, renaming: Renaming): Action {
  const value = renameExpr(action.value, renaming)
  if (action.kind === 'deliver') return { ...action, value }
  if (action.kind === 'local') return { ...action, value }
  return { ...action, target: renamed(action.target, renaming.names), value }
}

export function renameVariable(variable: Variable, renaming: Renaming): Variable {
  const name = renamed(variable.name, renaming.names)
  const change = (expr: Expr) => renameExpr(expr, renaming)
  switch (variable.kind) {
    case 'param':
      return { ...variable, name, ...(variable.value ? { value: change(variable.value) } : {}) }
    case 'state':
      return {
        ...variable,
        name,
        ...(variable.drift ? { drift: change(variable.drift) } : {}),
        ...(variable.initial ? { initial: change(variable.initial) } : {}),
      }
    case 'definition':
      return {
        ...variable,
        name,
        value: change(variable.value),
        ...(variable.every ? { every: change(variable.every) } : {}),
      }
    default:
      return { ...variable, name }
  }
}

/** All parts of a declaration under their new names. */
export function renameDynamics(dynamics: Dynamics, renaming: Renaming): Dynamics {
  const change = (expr: Expr) => renameExpr(expr, renaming)
  const actions = (list: readonly Action[]) => list.map((action) => renameAction(action, renaming))
  const variables = [...dynamics.variables.values()].map((v) => renameVariable(v, renaming))
  const { refractory, threshold } = dynamics
  return {
    ...dynamics,
    variables: new Map(variables.map((v) => [v.name, v])),
    axials: dynamics.axials.map((axial) => ({ ...axial, conductance: change(axial.conductance) })),
    ...(threshold ? { threshold: change(threshold) } : {}),
    ...(refractory ? { refractory: { ...refractory, value: change(refractory.value) } } : {}),
    reset: actions(dynamics.reset),
    events: dynamics.events.map((event) => ({
      ...event,
      condition: change(event.condition),
      actions: actions(event.actions),
    })),
    pathways: dynamics.pathways.map((path) => ({ ...path, actions: actions(path.actions) })),
    onStep: dynamics.onStep.map(actions),
    every: dynamics.every.map((e) => ({ period: change(e.period), actions: actions(e.actions) })),
    records: dynamics.records.map((record) => ({
      ...record,
      name: renamed(record.name, renaming.names),
      value: change(record.value),
    })),
  }
}
