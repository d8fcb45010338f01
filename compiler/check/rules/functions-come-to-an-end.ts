/** A function does not call itself, and does not grow without measure where it is expanded. */
import type { Expr as Tree, FunctionDeclaration } from '../../../grammar/ast.ts'
import { complain, type Scope } from '../expressions/scope.ts'

type Call = Extract<Tree, { kind: 'call' }>

export function functionEnds(call: Call, declaration: FunctionDeclaration, scope: Scope): boolean {
  if (!scope.inside.includes(declaration)) return true
  const circle = [...scope.inside.slice(scope.inside.indexOf(declaration)), declaration]
  complain(scope.report, 'definition-cycle', {
    span: call.span,
    message: `The function ${declaration.name.text} needs itself: ${circle.map(({ name }) => name.text).join(' → ')}.`,
    notes: ['A function is an abbreviation; it cannot repeat itself.'],
  })
  return false
}

/** Expansions are shared where arguments are equal; what is left of them is bounded. */
export function functionIsSmall({ callee, span }: Call, { effort, report }: Scope): boolean {
  effort.inlined -= 1
  if (effort.inlined >= 0) return true
  const message = `${callee.text} expands to too much; name parts of the expression instead.`
  if (effort.inlined === -1) complain(report, 'expression-too-large', { span, message })
  return false
}
