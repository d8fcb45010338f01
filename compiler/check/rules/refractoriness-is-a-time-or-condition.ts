/** A cell is refractory for a time, or as long as a condition holds. */
import type { Expr as Tree } from '../../../grammar/ast.ts'
import { time } from '../../ir/dimension.ts'
import { found, textAt } from '../expressions/describe.ts'
import { complain, type Scope } from '../expressions/scope.ts'
import { fits, type Typed } from '../expressions/typed.ts'

export function isDuration(tree: Tree, value: Typed, { report }: Scope): boolean {
  if (fits(value, time)) return true
  const isBare = tree.kind === 'number'
  complain(report, 'unit-mismatch', {
    span: tree.span,
    message: `refractory takes a time, such as 2 ms, or a condition; this is ${found(value)}.`,
    notes: isBare ? [`Write ${textAt(tree.span)} ms if that is what is meant.`] : [],
  })
  return false
}
