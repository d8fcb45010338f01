/** A parameter that nothing reads is probably a slip. */
import type { Report, Span } from '../../../grammar/diagnostics.ts'
import type { Examined } from '../build-dynamics.ts'
import { namesRead } from '../dynamics-expressions.ts'

/** A warning, and only for parameters: definitions and states can be recorded, ports stimulated. */
export function everythingDeclaredIsUsed({ outline, dynamics }: Examined, report: Report): void {
  const read = namesRead(dynamics)
  for (const { name, statement, place } of outline.entries.values()) {
    if (statement.kind !== 'param' || statement.bare || read.has(name)) continue
    if (place.kind === 'channel' && place.outer) continue
    if (!isWithin(statement.span, outline.declaration.span) || name === 'I' || name === 'G')
      continue
    const { text, span } = statement.name
    const message = `Nothing uses ${text}.`
    report({ code: 'name-unused', severity: 'warning', span, message, notes: [] })
  }
}

/** What a declaration inherits is told where it was written. */
const isWithin = (inner: Span, outer: Span): boolean =>
  inner.source === outer.source && inner.start >= outer.start && inner.end <= outer.end
