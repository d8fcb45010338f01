/** Only what evolves has an initial value. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { nearestName } from '../expressions/nearest-name.ts'
import type { Examined } from '../build-dynamics.ts'
import { textAt } from '../expressions/describe.ts'
import { complain } from '../expressions/scope.ts'

export function initialValuesHaveAnEquation({ outline, dynamics }: Examined, report: Report): void {
  for (const { statement, place } of outline.lines) {
    if (statement.kind !== 'initial') continue
    const { name, value, op } = statement
    const entry = place.members.get(name.text)
    if (entry && dynamics.variables.get(entry.name)?.kind === 'state') continue
    const near = entry
      ? undefined
      : nearestName(
          name.text,
          [...place.members.values()].flatMap((m) =>
            m.statement.kind === 'equation' ? [m.statement.name.text] : [],
          ),
        )
    complain(report, 'initial-value-without-equation', {
      span: name.span,
      message: entry
        ? `${name.text} has no differential equation, so it has no initial value.`
        : `${name.text}(0) has no d${name.text}/dt = … beside it.`,
      notes: near
        ? [`Did you mean ${near}(0)?`]
        : entry?.statement.kind === 'param'
          ? [`\`param ${name.text} ${op} ${textAt(value.span)}\` gives it this value.`]
          : [],
    })
  }
}
