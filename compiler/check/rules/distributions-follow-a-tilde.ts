/** A distribution is drawn from behind `~`, once per cell. */
import type { Expr as Tree } from '../../../grammar/ast.ts'
import { complain, type Scope } from '../expressions/scope.ts'

export function drawIsAsked(
  { callee }: Extract<Tree, { kind: 'call' }>,
  { draw, report }: Scope,
): boolean {
  if (draw) return true
  complain(report, 'distribution-misplaced', {
    span: callee.span,
    message: `${callee.text} is a distribution and stands behind ~, as in \`param x ~ ${callee.text}(…)\`.`,
    notes: ['In an equation, rand() and randn() give a new number at every evaluation.'],
  })
  return false
}
