/** Only what evolves has an initial value. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { reportMisspelling } from '../expressions/misspelling.ts'
import type { Examined } from '../build-dynamics.ts'
import type { Place } from '../outline.ts'
import { textAt } from '../expressions/describe.ts'

export function initialValuesHaveAnEquation({ outline, dynamics }: Examined, report: Report): void {
  for (const { statement, place } of outline.lines) {
    if (statement.kind !== 'initial') continue
    const { name, value, op } = statement
    const entry = place.members.get(name.text)
    if (entry && dynamics.variables.get(entry.name)?.kind === 'state') continue
    reportMisspelling(report, 'initial-value-without-equation', {
      name,
      message: entry
        ? `${name.text} has no differential equation, so it has no initial value.`
        : `${name.text}(0) has no d${name.text}/dt = … beside it.`,
      visible: entry ? [] : evolving(place),
      notes:
        entry?.statement.kind === 'param'
          ? [`\`param ${name.text} ${op} ${textAt(value.span)}\` gives it this value.`]
          : [],
    })
  }
}

const evolving = ({ members }: Place): readonly string[] =>
  [...members.values()].flatMap(({ statement }) =>
    statement.kind === 'equation' ? [statement.name.text] : [],
  )
