/** A declaration does not extend itself, not even around some corners. */
import type { Name } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import type { Found } from '../resolve-imports.ts'
import { complain } from '../expressions/scope.ts'

const longest = 32

export function extendsEnds(
  base: Name,
  { parent, line }: { readonly parent: Found; readonly line: readonly Found[] },
  report: Report,
): boolean {
  const start = line.findIndex(({ declaration }) => declaration === parent.declaration)
  if (start >= 0) {
    const circle = [...line.slice(start), parent].map(({ declaration }) => declaration.name.text)
    const message = `These declarations extend each other in a circle: ${circle.join(' → ')}.`
    complain(report, 'extends-cycle', { span: base.span, message })
    return false
  }
  if (line.length < longest) return true
  const message = `More than ${longest} declarations extend each other in a row.`
  complain(report, 'nesting-too-deep', { span: base.span, message })
  return false
}
