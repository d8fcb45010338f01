/** The event a pathway reacts to is one that the cell at its end has. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { reportMisspelling } from '../expressions/misspelling.ts'
import type { Connection } from './foreign-names-exist.ts'

export function pathwaysHearEvents(connection: Connection, report: Report): void {
  const { attached, pre, cell, name } = connection
  for (const { side, event } of attached.dynamics.pathways) {
    const end = side === 'pre' ? pre : cell
    if (!end || event === 'spike') continue
    const events = end.dynamics.events.map((each) => each.name)
    if (events.includes(event)) continue
    reportMisspelling(report, 'event-unknown', {
      name,
      message: `${attached.name.text} reacts to ${event} of ${end.name.text}, which has no such event.`,
      visible: [],
      otherwise: events.length > 0 ? `It has ${events.join(', ')}.` : 'It has spikes only.',
    })
  }
}
