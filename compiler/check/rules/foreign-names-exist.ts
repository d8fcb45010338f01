/** What a connection reads and writes in its two cells exists there, can be written, and has fitting units. */
import type { Attached } from '../cast/attach.ts'
import { cellReadings } from '../bind-names.ts'
import { examine } from '../build-dynamics.ts'
import { inCell } from '../cast/cell-variables.ts'
import type { Known } from '../examine.ts'
import type { Inquiry } from '../inquiry.ts'
import { complain } from '../expressions/scope.ts'
import type { Reading } from '../expressions/typed.ts'
import { canBeWritten } from './parameters-are-never-assigned.ts'
import { isPromotable } from '../build-variables.ts'
import type { Junction } from './models-hold-together.ts'
import { reportUnknownName } from './names-are-known.ts'

/** A connection between two cells; `pre` is unknown where a system connects. */
export interface Connection extends Junction {
  readonly pre: Attached | undefined
  /** Which clause brings the two together. */
  readonly words: string
}

export function foreignNamesExist(connection: Connection, inquiry: Inquiry): void {
  const { exam, outline } = connection.attached.examined
  if (exam.foreign.size === 0) return
  for (const [full, use] of exam.foreign) {
    const end = endOf(use.cell, connection)
    if (end) nameExists(full, use, { end, connection, inquiry })
  }
  if (inquiry.effort.statements < outline.lines.length) return
  inquiry.effort.statements -= outline.lines.length
  const { words } = connection
  const report: Inquiry['report'] = (diagnostic) =>
    inquiry.report({ ...diagnostic, notes: [...diagnostic.notes, words] })
  examine(outline, { ...inquiry, report, expansions: new Map() }, knownTo(connection))
}

/** The cell at one end, seen as where the connection is attached. */
function endOf(end: 'pre' | 'post', connection: Connection): Junction | undefined {
  if (end === 'post') return connection
  return connection.pre && { ...connection, cell: connection.pre, at: undefined }
}

const knownTo =
  (connection: Connection): Known =>
  (full) => {
    const [end = '', name = ''] = full.split('.')
    const junction = end === 'pre' || end === 'post' ? endOf(end, connection) : undefined
    return junction && readingOf(name, junction)
  }

function readingOf(name: string, junction: Junction): Reading | undefined {
  const variable = inCell(name, junction)
  if (!variable) return cellReadings.get(name)
  const { outline, exam } = junction.cell.examined
  const entry = outline.entries.get(variable.name)
  return entry ? exam.typeOf(entry) : { dimension: variable.dimension }
}

interface There {
  readonly end: Junction
  readonly connection: Connection
  readonly inquiry: Inquiry
}

type Use = Attached['examined']['exam']['foreign'] extends ReadonlyMap<string, infer U> ? U : never

function nameExists(full: string, use: Use, { end, connection, inquiry }: There): void {
  const { attached, name } = connection
  const { text } = use.name
  const variable = inCell(text, end)
  const cell = end.cell.name.text
  const verb = use.written ? 'writes' : 'reads'
  if (!variable) {
    if (!use.written && cellReadings.has(text)) return
    const side = use.cell === 'pre' ? 'source' : 'target'
    const message = `${attached.name.text} ${verb} ${text} of its ${side} cell, and ${cell} has no ${text}.`
    const visible = [...end.cell.dynamics.variables.keys()]
    reportUnknownName(
      { text, span: name.span },
      { visible, message },
      { report: withoutFix(inquiry) },
    )
    return
  }
  const entry = use.written ? end.cell.examined.outline.entries.get(variable.name) : undefined
  if (!entry) return
  const at = { name: { text, span: name.span }, promotable: isPromotable(entry) }
  canBeWritten(entry, at, (diagnostic) =>
    complain(inquiry.report, diagnostic.code, {
      span: name.span,
      message: `${attached.name.text} writes ${full}. ${diagnostic.message}`,
      notes: diagnostic.notes,
    }),
  )
}

/** The name is in another place than the mistake: replacing it there would be wrong. */
const withoutFix =
  ({ report }: Inquiry): Inquiry['report'] =>
  (diagnostic) => {
    const { fix, notes, ...rest } = diagnostic
    report({ ...rest, notes: fix ? [...notes, `Did you mean ${fix.replacement}?`] : notes })
  }
