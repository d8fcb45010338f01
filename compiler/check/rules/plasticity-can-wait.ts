/** An equation marked event-driven is linear in itself and depends on nothing that changes between events. */
import type { Report } from '../../../grammar/diagnostics.ts'
import type { Variable } from '../../ir/dynamics.ts'
import { type Expr, readsOf } from '../../ir/expr.ts'
import type { Examined } from '../build-dynamics.ts'
import { namesBelow } from '../definitions-below.ts'
import { type Degree, degreeIn } from '../is-linear.ts'
import { complain } from '../expressions/scope.ts'

type State = Extract<Variable, { kind: 'state' }>

export function plasticityCanWait(
  { dynamics: { variables }, exam, outline }: Examined,
  report: Report,
): void {
  for (const variable of variables.values()) {
    if (variable.kind !== 'state' || variable.advance !== 'event-driven' || !variable.drift)
      continue
    const why = reasonToStep(variable, variable.drift, {
      variables,
      isNoise: (n) => exam.noise.has(n),
    })
    if (why === undefined) continue
    const statement = outline.entries.get(variable.name)?.statement
    const flag =
      statement && 'flags' in statement
        ? statement.flags.find(({ name }) => name === 'event-driven')
        : undefined
    complain(report, 'not-event-driven', {
      span: flag?.span ?? variable.span,
      message: `${variable.name} cannot wait for events: ${why}.`,
      notes: ['Without (event-driven) it advances every step.'],
    })
  }
}

interface Known {
  readonly variables: ReadonlyMap<string, Variable>
  readonly isNoise: (name: string) => boolean
}

function reasonToStep(state: State, drift: Expr, known: Known): string | undefined {
  const below = namesBelow(readsOf(drift), known.variables)
  for (const name of below) {
    if (name === state.name) continue
    if (known.isNoise(name)) return 'white noise acts on it all the time'
    if (changesBetweenEvents(name, known.variables))
      return `it depends on ${name}, which changes between events`
  }
  const degreeOf = degreesOf(state.name, below, known.variables)
  return degreeIn(drift, degreeOf) < 2 ? undefined : `its equation is not linear in ${state.name}`
}

function changesBetweenEvents(name: string, variables: ReadonlyMap<string, Variable>): boolean {
  const variable = variables.get(name)
  if (!variable) return name === 't'
  return (variable.kind === 'state' && variable.drift !== undefined) || variable.kind === 'need'
}

/** How names depend on a state, definitions included. */
function degreesOf(
  state: string,
  below: readonly string[],
  variables: ReadonlyMap<string, Variable>,
): (name: string) => Degree {
  const known = new Map<string, Degree>([[state, 1]])
  const degreeOf = (name: string): Degree => known.get(name) ?? 0
  for (const name of below) {
    const variable = variables.get(name)
    if (variable?.kind === 'definition') known.set(name, degreeIn(variable.value, degreeOf))
  }
  return degreeOf
}
