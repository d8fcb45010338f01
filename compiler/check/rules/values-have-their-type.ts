/** A condition is true or false, a quantity is a number, and neither stands for the other. */
import type { Expr as Tree } from '../../../grammar/ast.ts'
import { describe, textOf } from '../expressions/describe.ts'
import { complain, type Scope } from '../expressions/scope.ts'
import type { Typed } from '../expressions/typed.ts'

export function isCondition(tree: Tree, value: Typed, { report }: Pick<Scope, 'report'>): boolean {
  if (value.type !== 'real') return true
  complain(report, 'boolean-expected', {
    span: tree.span,
    message: `${textOf(tree, 'This')} is ${describe(value)}; a condition is true or false.`,
    notes: ['Compare it with something, as in `v > V_th`.'],
  })
  return false
}

export function isQuantity(tree: Tree, value: Typed, { report }: Pick<Scope, 'report'>): boolean {
  if (value.type !== 'boolean') return true
  const text = textOf(tree, 'This')
  complain(report, 'number-expected', {
    span: tree.span,
    message: `${text} is true or false; a number is needed here.`,
    notes: [`\`int(${textOf(tree, '…')})\` makes 1 of true and 0 of false.`],
  })
  return false
}

type Binary = Extract<Tree, { kind: 'binary' }>

/** `a == b`: two conditions or two numbers. */
export function sidesHaveOneType(
  node: Binary,
  { left, right }: { readonly left: Typed; readonly right: Typed },
  scope: Scope,
): boolean {
  if (left.type === right.type || left.type === 'unknown' || right.type === 'unknown') return true
  return left.type === 'boolean'
    ? isQuantity(node.left, left, scope)
    : isQuantity(node.right, right, scope)
}
