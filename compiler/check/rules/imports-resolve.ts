/** An import names a file that can be reached, a declaration in it, and no circle of files. */
import type { Name } from '../../../grammar/ast.ts'
import { reportMisspelling } from '../expressions/misspelling.ts'
import type { Report, Source } from '../../../grammar/diagnostics.ts'
import { complain } from '../expressions/scope.ts'

export function importIsInside(
  from: Name,
  source: Source | 'outside' | undefined,
  report: Report,
): boolean {
  if (source !== 'outside') return true
  complain(report, 'import-outside', {
    span: from.span,
    message: `"${from.text}" lies outside the folder of this model and the library.`,
    notes: ['Copy the file beside the model to use it.'],
  })
  return false
}

export function importExists(from: Name, report: Report): void {
  complain(report, 'import-not-found', {
    span: from.span,
    message: `There is no file "${from.text}" beside this model or in the library.`,
  })
}

/** `open` are the files whose imports are being read. */
export function importsEnd(
  from: Name,
  { source, open }: { readonly source: Source; readonly open: readonly Source[] },
  report: Report,
): boolean {
  const start = open.findIndex(({ path }) => path === source.path)
  if (start < 0) return true
  const circle = [...open.slice(start), source].map(({ path }) => path)
  complain(report, 'import-cycle', {
    span: from.span,
    message: `These files import each other in a circle: ${circle.join(' → ')}.`,
    notes: ['Move what they share into a file of its own.'],
  })
  return false
}

export function nameIsExported(
  name: Name,
  { offered, path }: { readonly offered: readonly string[]; readonly path: string },
  report: Report,
): void {
  const message = `${path} declares no ${name.text}.`
  reportMisspelling(report, 'unknown-declaration', { name, message, visible: offered })
}
