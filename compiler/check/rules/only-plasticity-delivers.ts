/** Only the `on pre` of a plasticity delivers. */
import type { Action } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { complain } from '../expressions/scope.ts'

export function deliversInPlace(
  { span }: Action,
  { delivers }: { readonly delivers: boolean },
  report: Report,
): boolean {
  if (delivers) return true
  complain(report, 'deliver-misplaced', {
    span,
    message: 'Only the on pre of a plasticity delivers: it says what the synapse sees as weight.',
  })
  return false
}
