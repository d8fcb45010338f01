/** White noise stands only in differential equations. */
import type { Name } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import type { Site } from '../examination.ts'
import { complain } from '../expressions/scope.ts'

export function noiseIsInPlace({ text, span }: Name, { noiseOf }: Site, report: Report): boolean {
  if (noiseOf !== undefined) return true
  complain(report, 'noise-misplaced', {
    span,
    message: `${text} is white noise and has a meaning only in a differential equation.`,
    notes: ['randn() is a normal number, drawn anew at every evaluation.'],
  })
  return false
}
