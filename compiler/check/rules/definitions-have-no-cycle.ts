/** Definitions, defaults and initial values can be put in an order: none of them needs itself. */
import type { Report } from '../../../grammar/diagnostics.ts'
import type { Dynamics, Variable } from '../../ir/dynamics.ts'
import { type Expr, readsOf } from '../../ir/expr.ts'
import type { Examined } from '../build-dynamics.ts'
import { complain } from '../expressions/scope.ts'

export function definitionsHaveNoCycle({ dynamics, outline }: Examined, report: Report): void {
  const { variables } = dynamics
  const needs = new Map<string, readonly string[]>()
  for (const variable of variables.values()) {
    const value = valueOf(variable)
    if (value) needs.set(variable.name, [...readsOf(value)])
  }
  for (const circle of circlesIn(needs)) tell(circle, { variables, outline }, report)
}

/** What a variable is at the beginning: a definition all the time, a state initially. */
function valueOf(variable: Variable): Expr | undefined {
  if (variable.kind === 'param' || variable.kind === 'definition') return variable.value
  return variable.kind === 'state' ? variable.initial : undefined
}

/** Takes away whatever needs nothing that is left; what cannot be taken away runs in circles. */
export function circlesIn(
  needs: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const left = new Map<string, Set<string>>()
  const neededBy = new Map<string, string[]>()
  for (const [name, others] of needs) {
    const known = others.filter((other) => needs.has(other))
    left.set(name, new Set(known))
    for (const other of known) neededBy.set(other, [...(neededBy.get(other) ?? []), name])
  }
  const circles: (readonly string[])[] = []
  peel([...left.keys()], left, neededBy)
  for (let [start] = left.keys(); start !== undefined; [start] = left.keys()) {
    const circle = circleFrom(start, left)
    circles.push(circle)
    for (const name of circle) left.set(name, new Set())
    peel(circle, left, neededBy)
  }
  return circles
}

function peel(
  names: readonly string[],
  left: Map<string, Set<string>>,
  neededBy: ReadonlyMap<string, readonly string[]>,
): void {
  const open = [...names]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (left.get(name)?.size !== 0) continue
    left.delete(name)
    for (const other of neededBy.get(name) ?? []) {
      left.get(other)?.delete(name)
      open.push(other)
    }
  }
}

function circleFrom(
  start: string,
  left: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const line: string[] = []
  const places = new Map<string, number>()
  for (let name: string | undefined = start; name !== undefined; ) {
    const place = places.get(name)
    if (place !== undefined) return line.slice(place)
    places.set(name, line.length)
    line.push(name)
    const others: ReadonlySet<string> | undefined = left.get(name)
    name = others ? [...others].find((other) => left.has(other)) : undefined
  }
  return line
}

function tell(
  circle: readonly string[],
  { variables, outline }: Pick<Dynamics, 'variables'> & Pick<Examined, 'outline'>,
  report: Report,
): void {
  const [first = ''] = circle
  const variable = variables.get(first)
  if (!variable) return
  const initial = outline.lines.find(
    ({ statement, place }) =>
      statement.kind === 'initial' && place.prefix + statement.name.text === first,
  )
  const shown = circle.map((name) => (variables.get(name)?.kind === 'state' ? `${name}(0)` : name))
  const [start = ''] = shown
  const message =
    circle.length === 1
      ? `${start} needs itself.`
      : `These need each other: ${[...shown, start].join(' → ')}.`
  complain(report, 'definition-cycle', { span: initial?.statement.span ?? variable.span, message })
}
