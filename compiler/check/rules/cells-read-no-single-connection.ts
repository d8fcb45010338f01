/** What exists once per cell cannot read what belongs to one of its many connections. */
import type { Name } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import type { Site } from '../examination.ts'
import type { Entry } from '../outline.ts'
import { complain } from '../expressions/scope.ts'

interface Reader {
  readonly site: Site
  readonly report: Report
  readonly end?: 'pre' | 'post'
}

export function cellCanRead(
  entry: Entry | undefined,
  name: Name,
  { site, report, end }: Reader,
): boolean {
  if (site.side === 'connection' || (entry && entry.per === 'cell')) return true
  const isTarget = end === 'post'
  complain(report, 'differs-between-connections', {
    span: name.span,
    message: isTarget
      ? `This exists once per target cell, which is read by a need, not by ${end}.${name.text}.`
      : `This exists once per target cell, but ${end ? `${end}.` : ''}${name.text} belongs to each of its connections.`,
    notes: [isTarget ? `Declare \`needs ${name.text} : UNIT\` and read ${name.text}.` : summed],
  })
  return false
}

const summed =
  'Mark the equation `(per connection, summed)` to evaluate it for every connection and add up per cell.'
