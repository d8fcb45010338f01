/** A declaration that is used exists and is of the kind that is needed. */
import type { EquationsKind, Name } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { reportMisspelling } from '../expressions/misspelling.ts'
import type { FileNames, Found, Library } from '../resolve-imports.ts'
import { complain } from '../expressions/scope.ts'

const withArticle = (kind: EquationsKind): string => `a ${kind}`

interface Wanted {
  readonly home: FileNames
  readonly library: Library
  readonly kind: EquationsKind
}

export function isDeclared(
  name: Name,
  { home, library, kind }: Wanted,
  report: Report,
): Found | undefined {
  const found = home.declarations.get(name.text) ?? library.find(name.text)
  if (!found && home.missing.has(name.text)) return undefined
  if (!found) {
    reportMisspelling(report, 'unknown-declaration', {
      name,
      message: `There is no ${kind} ${name.text}.`,
      visible: [...home.declarations.keys(), ...library.names()],
      otherwise: 'Declare it in this file, or import it.',
    })
    return undefined
  }
  if (found.declaration.kind === kind) return found
  complain(report, 'wrong-kind', {
    span: name.span,
    message: `${name.text} is ${withArticle(found.declaration.kind)}; ${withArticle(kind)} is needed here.`,
  })
  return undefined
}
