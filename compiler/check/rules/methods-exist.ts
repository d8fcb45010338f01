/** A method is one the language has. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { nearestName } from '../expressions/nearest-name.ts'
import type { Examined } from '../build-dynamics.ts'
import { listed } from '../expressions/describe.ts'
import { complain } from '../expressions/scope.ts'

const methods = [
  'exact',
  'linear',
  'exponential_euler',
  'euler',
  'rk2',
  'midpoint',
  'rk4',
  'heun',
  'milstein',
  'implicit',
] as const

const known: ReadonlySet<string> = new Set(methods)

export function methodsExist({ outline }: Examined, report: Report): void {
  for (const { statement } of outline.lines) {
    if (statement.kind !== 'method' || known.has(statement.name.text)) continue
    const { text, span } = statement.name
    const near = nearestName(text, [...methods])
    complain(report, 'unknown-method', {
      span,
      message: `There is no method ${text}.`,
      notes: [...(near ? [`Did you mean ${near}?`] : []), `Methods are ${listed([...methods])}.`],
    })
  }
}
