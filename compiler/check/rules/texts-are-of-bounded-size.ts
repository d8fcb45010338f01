/** Channels and extends do not multiply a text without measure. */
import type { Statement } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { complain, type Effort } from '../expressions/scope.ts'

export function expansionIsSmall({ span }: Statement, effort: Effort, report: Report): boolean {
  effort.statements -= 1
  if (effort.statements >= 0) return true
  const message = 'With its channels and all that it extends, this file is too large.'
  if (effort.statements === -1) complain(report, 'too-many-statements', { span, message })
  return false
}
