/** A power is a pure number, and a literal one where what it raises has a unit. */
import type { Expr as Tree } from '../../../grammar/ast.ts'
import { describe, textOf } from '../expressions/describe.ts'
import { complain, type Scope } from '../expressions/scope.ts'
import { fits, type Typed } from '../expressions/typed.ts'
import { none } from '../../ir/dimension.ts'

type Binary = Extract<Tree, { kind: 'binary' }>

export function exponentIsPure({ right }: Binary, value: Typed, { report }: Scope): boolean {
  if (fits(value, none)) return true
  const message = `A power is a pure number; ${textOf(right, 'this')} is ${describe(value)}.`
  complain(report, 'unit-mismatch', { span: right.span, message })
  return false
}

export function powerIsKnown(
  { left, right }: Binary,
  base: { readonly left: Typed; readonly exponent: number | undefined },
  { report }: Scope,
): boolean {
  if (base.exponent !== undefined && Number.isFinite(base.exponent)) return true
  const text = textOf(left, 'what is raised')
  complain(report, 'unit-mismatch', {
    span: right.span,
    message: `${text} is ${describe(base.left)}, so its power must be a number written here, as in x^2 or x^(1/2).`,
    notes: [`Divide ${text} by a quantity of the same unit to raise it to a power that varies.`],
  })
  return false
}
