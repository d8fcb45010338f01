/** A name is declared once in its place, and what there is one of is said once. */
import type { ModelFile, Name, Statement } from '../../../grammar/ast.ts'
import { lineAndColumn, type Report, type Span } from '../../../grammar/diagnostics.ts'
import { subjectOf } from '../extend.ts'
import type { Place } from '../outline.ts'
import { complain } from '../expressions/scope.ts'

const lineOf = ({ source, start }: Span): number => lineAndColumn(source, start).line

/** Threshold, reset, refractory and method belong to the cell, wherever they stand. */
const ofTheCell: ReadonlySet<string> = new Set(['threshold', 'reset', 'refractory'])

/** A spike may run several pathways, an event several blocks. */
const repeatable: ReadonlySet<Statement['kind']> = new Set(['pathway', 'on-event'])

export function isDeclaredOnce(
  statement: Statement,
  { place, said }: { readonly place: Place; readonly said: Map<string, Statement> },
  report: Report,
): boolean {
  const subject = subjectOf(statement)
  if (subject === undefined || repeatable.has(statement.kind)) return true
  const key = ofTheCell.has(subject)
    ? subject
    : `${place.prefix} ${subject.replace(/^part/, 'variable')}`
  const first = said.get(key)
  if (!first) {
    said.set(key, statement)
    return true
  }
  const name = 'name' in statement ? statement.name : undefined
  complain(report, 'duplicate-name', {
    span: name?.span ?? statement.span,
    message: `${name ? nameIn(statement, name) : `The ${subject}`} is already declared in line ${lineOf(first.span)}.`,
    notes: advice(statement, first),
  })
  return false
}

const nameIn = (statement: Statement, { text }: Name): string =>
  statement.kind === 'initial' ? `${text}(0)` : text

/** `param v = …` beside `dv/dt = …`: what was meant is an initial value. */
function advice(statement: Statement, first: Statement): readonly string[] {
  const kinds = [statement.kind, first.kind]
  if (!kinds.includes('equation') || !(kinds.includes('param') || kinds.includes('state')))
    return []
  const name = 'name' in statement ? statement.name?.text : ''
  return [`An initial value is written \`${name}(0) = …\`.`]
}

/** Declarations of one file: equations share one set of names, functions and models have their own. */
export function declarationsAreUnique(file: ModelFile, report: Report): void {
  const first = new Map<string, Name>()
  for (const declaration of file.declarations) {
    const names = declaration.kind === 'import' ? declaration.names : [declaration.name]
    const space =
      declaration.kind === 'function' || declaration.kind === 'model' ? declaration.kind : ''
    for (const name of names) {
      const known = first.get(`${space} ${name.text}`)
      if (!known) {
        first.set(`${space} ${name.text}`, name)
        continue
      }
      const message = `${name.text} is already declared in line ${lineOf(known.span)}.`
      complain(report, 'duplicate-name', { span: name.span, message })
    }
  }
}
