/** What acts on an event names one that the cell has. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { reportMisspelling } from '../expressions/misspelling.ts'
import type { Examined } from '../build-dynamics.ts'

export function eventsAreDeclared({ outline, dynamics }: Examined, report: Report): void {
  const known = ['spike', ...dynamics.events.map(({ name }) => name)]
  for (const { statement } of outline.lines) {
    if (statement.kind !== 'on-event' || known.includes(statement.event.text)) continue
    const { event } = statement
    reportMisspelling(report, 'event-unknown', {
      name: event,
      message: `${outline.name} has no event ${event.text}.`,
      visible: [...known, 'step'],
      otherwise: `Declare it: \`event ${event.text} when …\`.`,
    })
  }
}
