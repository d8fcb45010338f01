/** What a declaration offers its users: parameters, states, ports and recordables, with units and meanings. */
import type { Dynamics, Variable } from './ir/dynamics.ts'
import type { Expr } from './ir/expr.ts'
import { show } from './ir/print-dynamics.ts'
import { printInUnit } from './ir/print-quantity.ts'

export interface Described {
  readonly name: string
  readonly unit: string
  readonly meaning: string
  /** The default, as an expression. */
  readonly value?: string
  readonly sources?: readonly string[]
}

export interface Description {
  readonly kind: Dynamics['kind']
  readonly name: string
  readonly meaning: string
  readonly params: readonly Described[]
  readonly states: readonly Described[]
  readonly inputs: readonly Described[]
  readonly needs: readonly Described[]
  readonly definitions: readonly Described[]
  readonly events: readonly string[]
}

export function describe(dynamics: Dynamics): Description {
  const all = [...dynamics.variables.values()]
  const some = (kind: Variable['kind']): readonly Described[] =>
    all.filter((v) => v.kind === kind).map(described)
  const events = [...(dynamics.threshold ? ['spike'] : []), ...dynamics.events.map((e) => e.name)]
  return {
    kind: dynamics.kind,
    name: dynamics.name,
    meaning: dynamics.doc,
    params: some('param'),
    states: some('state'),
    inputs: some('input'),
    needs: some('need'),
    definitions: some('definition'),
    events,
  }
}

function described(variable: Variable): Described {
  const { name, unit, doc } = variable
  const value = valueOf(variable)
  return {
    name,
    unit,
    meaning: doc,
    ...(value === undefined ? {} : { value }),
    ...(variable.kind === 'input' ? { sources: variable.sources } : {}),
  }
}

function valueOf(variable: Variable): string | undefined {
  if (variable.kind === 'param' || variable.kind === 'definition')
    return shown(variable.value, variable)
  if (variable.kind === 'state') return shown(variable.initial, variable)
  return undefined
}

/** A plain number in the unit its writer chose; anything else as an expression. */
function shown(value: Expr | undefined, { unit, scale }: Variable): string | undefined {
  if (value?.kind !== 'number') return value && show(value)
  return printInUnit(value.value / scale, unit)
}
