/** A name that is read or written has been declared, or means something by itself. */
import type { Name } from '../../../grammar/ast.ts'
import { nearestName } from '../expressions/nearest-name.ts'
import type { Report } from '../../../grammar/diagnostics.ts'

export function reportUnknownName(
  { text, span }: Name,
  hints: {
    readonly visible: readonly string[]
    readonly message?: string
    readonly notes?: readonly string[]
  },
  { report }: { readonly report: Report },
): void {
  const near = nearestName(text, hints.visible)
  const message = hints.message ?? `Nothing here is called ${text}.`
  const notes = hints.notes ?? []
  const fix = near && { span, replacement: near, sentence: `Write ${near}.` }
  report({ code: 'unknown-name', severity: 'error', span, message, notes, ...(fix ? { fix } : {}) })
}
