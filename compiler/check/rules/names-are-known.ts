/** A name that is read or written has been declared, or means something by itself. */
import type { Name } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { reportMisspelling } from '../expressions/misspelling.ts'

interface Hints {
  readonly visible: readonly string[]
  readonly message?: string
  readonly notes?: readonly string[]
}

export function reportUnknownName(
  name: Name,
  hints: Hints,
  { report }: { readonly report: Report },
): void {
  const message = hints.message ?? `Nothing here is called ${name.text}.`
  reportMisspelling(report, 'unknown-name', { ...hints, name, message })
}
