/** Complaints about a name that is nothing here, with the one that was probably meant. */
import type { Name } from '../../../grammar/ast.ts'
import type { Code, Fix, Report } from '../../../grammar/diagnostics.ts'
import { didYouMean } from '../../../grammar/did-you-mean.ts'

interface Wrong {
  readonly name: Name
  readonly message: string
  /** What could have been meant. */
  readonly visible: readonly string[]
  readonly notes?: readonly string[]
  /** Said where no visible name comes near. */
  readonly otherwise?: string
}

export function reportMisspelling(report: Report, code: Code, wrong: Wrong): void {
  const { name, message, visible, otherwise } = wrong
  const { text, span } = name
  const near = nearestName(text, visible)
  const fix: Fix | undefined =
    near === undefined ? undefined : { span, replacement: near, sentence: `Write ${near}.` }
  const last = fix || otherwise === undefined ? [] : [otherwise]
  const notes = [...(wrong.notes ?? []), ...last]
  report({ code, severity: 'error', span, message, notes, ...(fix ? { fix } : {}) })
}

/** More names than this are looked through only where they begin alike. */
const many = 200

export function nearestName(text: string, names: readonly string[]): string | undefined {
  if (names.length <= many) return didYouMean(text, names)
  const start = text.slice(0, 1).toLowerCase()
  const isAlike = (name: string): boolean =>
    Math.abs(name.length - text.length) <= 2 && name.slice(0, 1).toLowerCase() === start
  return didYouMean(text, names.filter(isAlike).slice(0, many))
}
