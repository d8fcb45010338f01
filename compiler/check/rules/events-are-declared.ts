/** What acts on an event names one that the cell has. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { nearestName } from '../expressions/nearest-name.ts'
import type { Examined } from '../build-dynamics.ts'
import { complain } from '../expressions/scope.ts'

export function eventsAreDeclared({ outline, dynamics }: Examined, report: Report): void {
  const known = ['spike', ...dynamics.events.map(({ name }) => name)]
  for (const { statement } of outline.lines) {
    if (statement.kind !== 'on-event' || known.includes(statement.event.text)) continue
    const { text, span } = statement.event
    const near = nearestName(text, [...known, 'step'])
    complain(report, 'event-unknown', {
      span,
      message: `${outline.name} has no event ${text}.`,
      notes: [near ? `Did you mean ${near}?` : `Declare it: \`event ${text} when …\`.`],
    })
  }
}
