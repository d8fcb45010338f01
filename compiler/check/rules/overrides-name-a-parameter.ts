/** What is set from outside is a parameter of what it is set on. */
import type { Override } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import type { Place } from '../outline.ts'
import { reportUnknownName } from './names-are-known.ts'
import { complain } from '../expressions/scope.ts'

export function overrideNamesAParameter(
  { name }: Override,
  { place, title }: { readonly place: Place; readonly title: string },
  report: Report,
): boolean {
  if (place.isMissing) return false
  const entry = place.members.get(name.text)
  if (entry?.statement.kind === 'param') return true
  if (entry) {
    const message = `${name.text} is no parameter of ${title}: it follows from its equations.`
    complain(report, 'definition-assigned', { span: name.span, message })
    return false
  }
  const visible = [...place.members.values()]
    .filter(({ statement }) => statement.kind === 'param')
    .map(({ statement }) => statement.name.text)
  reportUnknownName(
    name,
    { visible, message: `${title} has no parameter ${name.text}.` },
    { report },
  )
  return false
}

export function overridesAreDistinct(overrides: readonly Override[], report: Report): void {
  const seen = new Set<string>()
  for (const { name } of overrides) {
    const message = `${name.text} is set twice.`
    if (seen.has(name.text)) complain(report, 'duplicate-name', { span: name.span, message })
    seen.add(name.text)
  }
}

/** Those left over need each other. */
export function overridesComeToAnEnd(left: readonly Override[], report: Report): void {
  const [first] = left
  if (!first) return
  const names = left.map(({ name }) => name.text)
  const message = `These need each other: ${names.join(', ')}.`
  complain(report, 'definition-cycle', { span: first.name.span, message })
}
