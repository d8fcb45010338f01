/** Sets the parameters a cast chooses; auxiliary names become parameters of their own. */
import type { Attachment, Dynamics, Override, Variable } from '../ir/dynamics.ts'

export function applyOverrides({ dynamics, overrides }: Attachment): Dynamics {
  if (overrides.length === 0) return dynamics
  const variables = new Map<string, Variable>(dynamics.variables)
  for (const override of overrides) {
    const known = variables.get(override.name)
    variables.set(override.name, known ? changed(known, override) : auxiliary(override))
  }
  return { ...dynamics, variables }
}

function changed(variable: Variable, { value }: Override): Variable {
  if (variable.kind === 'param') return { ...variable, value }
  if (variable.kind === 'state') return { ...variable, initial: value }
  return variable
}

function auxiliary({ name, value, dimension, span }: Override): Variable {
  return {
    kind: 'param',
    name,
    dimension,
    type: 'real',
    unit: '',
    scale: 1,
    doc: '',
    span,
    per: 'cell',
    shared: false,
    value,
  }
}
