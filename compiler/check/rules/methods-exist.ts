/** A method is one the language has. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { reportMisspelling } from '../expressions/misspelling.ts'
import type { Examined } from '../build-dynamics.ts'
import { listed } from '../expressions/describe.ts'

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
    reportMisspelling(report, 'unknown-method', {
      name: statement.name,
      message: `There is no method ${statement.name.text}.`,
      visible: methods,
      notes: [`Methods are ${listed(methods)}.`],
    })
  }
}
