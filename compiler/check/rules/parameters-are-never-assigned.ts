/** Events write states; parameters keep their value, definitions follow from others, ports add up. */
import type { Name } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { textAt } from '../expressions/describe.ts'
import type { Entry } from '../outline.ts'
import { complain } from '../expressions/scope.ts'

export function canBeWritten(
  { statement }: Entry,
  { name, promotable }: { readonly name: Name; readonly promotable: boolean },
  report: Report,
): boolean {
  const { span, text } = name
  switch (statement.kind) {
    case 'equation':
    case 'state':
    case 'needs':
      return true
    case 'param': {
      if (promotable) return true
      const value = statement.value ? textAt(statement.value.span) : '0'
      complain(report, 'parameter-assigned', {
        span,
        message: `${text} is a parameter and keeps its value during a run.`,
        notes: [`\`state ${text} = ${value}\` makes it something that events change.`],
      })
      return false
    }
    case 'definition': {
      const message = `${text} follows from its definition and cannot be assigned.`
      complain(report, 'definition-assigned', { span, message })
      return false
    }
    case 'input': {
      const message = `${text} is a port, the sum of what is attached to it, and cannot be assigned.`
      complain(report, 'definition-assigned', { span, message })
      return false
    }
  }
}

/** `t = …`, `i = …`. */
export function surroundingIsRead({ text, span }: Name, report: Report): void {
  complain(report, 'reserved-name', { span, message: `${text} can be read but not assigned.` })
}
