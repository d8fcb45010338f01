/** A cell that resets or is refractory can spike. */
import type { Report } from '../../../grammar/diagnostics.ts'
import type { Examined } from '../build-dynamics.ts'
import { complain } from '../expressions/scope.ts'

export function spikesHaveAThreshold({ outline, dynamics }: Examined, report: Report): void {
  if (dynamics.threshold || outline.lines.some(({ statement }) => statement.kind === 'threshold'))
    return
  for (const { statement } of outline.lines) {
    if (statement.kind !== 'reset' && statement.kind !== 'refractory') continue
    complain(report, 'missing-statement', {
      span: statement.span,
      message: `${statement.kind} follows a spike, but ${outline.name} never spikes.`,
      notes: ['Say when it does: `threshold v > …`.'],
    })
  }
}
