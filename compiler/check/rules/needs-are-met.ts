/** What a channel needs is there in the membrane around it, in the same unit. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { dimensionOf } from '../../../grammar/units.ts'
import { equal } from '../../ir/dimension.ts'
import { settled } from '../bind-names.ts'
import type { Examined } from '../build-dynamics.ts'
import { quantity } from '../expressions/describe.ts'
import type { Entry, Outline, PlacedLine } from '../outline.ts'
import { complain } from '../expressions/scope.ts'

export function needsAreMet({ outline, exam }: Examined, report: Report): void {
  for (const entry of outline.entries.values()) {
    const { statement, place } = entry
    if (statement.kind !== 'needs' || !place.outer) continue
    const at = channelLine(entry, outline)
    const { text } = statement.name
    const span = at?.statement.kind === 'channel' ? at.statement.name.span : statement.span
    const source = settled(entry)
    if (!source) {
      complain(report, 'unknown-name', {
        span,
        message: `The channel ${place.title} needs ${text}, and there is no ${text} around it.`,
        notes: [`It is ${quantity(dimensionOf(statement.unit), statement.unit)}.`],
      })
      continue
    }
    const asked = dimensionOf(statement.unit)
    const { dimension, unit } = exam.typeOf(source)
    if (!dimension || equal(dimension, asked)) continue
    complain(report, 'unit-mismatch', {
      span,
      message: `The channel ${place.title} needs ${text} as ${quantity(asked, statement.unit)}; here it is ${quantity(dimension, unit)}.`,
    })
  }
}

const channelLine = ({ place }: Entry, { lines }: Outline): PlacedLine | undefined =>
  lines.find(
    (line) =>
      line.statement.kind === 'channel' &&
      line.place === place.outer &&
      line.statement.name.text === place.title,
  )
