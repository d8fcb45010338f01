/** A declaration taken into a model: what it is, with the parameters its cast sets. */
import type { EquationsKind, Name, Override as Written } from '../../../grammar/ast.ts'
import type { Attachment, Dynamics } from '../../ir/dynamics.ts'
import type { Examined } from '../build-dynamics.ts'
import { buildOverrides, type Settable, type Setting } from './build-overrides.ts'
import { checkValue } from '../build-variables.ts'
import type { Declarations } from '../check.ts'
import { scopeAt } from '../examine.ts'
import type { Site } from '../examination.ts'
import type { FileNames, Library } from '../resolve-imports.ts'
import type { Entry, Outline } from '../outline.ts'
import { isDeclared } from '../rules/declarations-are-known.ts'
import { nameIsFree } from '../rules/names-are-not-reserved.ts'
import { overrideNamesAParameter } from '../rules/overrides-name-a-parameter.ts'
import { isConstant } from '../rules/values-stay-constant.ts'
import type { Inquiry } from '../inquiry.ts'

/** What building a model shares. */
export interface ModelWork {
  readonly names: FileNames
  readonly library: Library
  readonly examined: Declarations
  readonly inquiry: Inquiry
  /** Every declaration the file uses, by the name it has here. */
  readonly used: Map<string, Dynamics>
}

/** An attachment and all that is known of its declaration. */
export interface Attached extends Attachment {
  readonly examined: Examined
  readonly name: Name
}

interface Wanted {
  readonly kind: EquationsKind
  readonly overrides: readonly Written[]
  /** Whose random streams its draws are: `EXC`, `AMPA`. */
  readonly owner: string
}

/** Undefined where there is no such declaration, which has then been reported. */
export function attach(name: Name, wanted: Wanted, work: ModelWork): Attached | undefined {
  const { names, library, inquiry, used } = work
  const found = isDeclared(name, { home: names, library, kind: wanted.kind }, inquiry.report)
  if (!found) return undefined
  const examined = work.examined(found)
  const { dynamics } = examined
  used.set(name.text, dynamics)
  const overrides = buildOverrides(
    wanted.overrides,
    settingOf(examined, wanted, work),
    inquiry.report,
  )
  return { name, examined, dynamics, overrides }
}

function settingOf(
  examined: Examined,
  { owner, kind }: Wanted,
  { names, inquiry: { report } }: ModelWork,
): Setting {
  const { outline, exam, dynamics } = examined
  const siteFor = ({ name, op }: Written, locals: Site['locals']): Site => ({
    place: outline.root,
    home: names,
    side: entriesNamed(outline, name.text)[0]?.per ?? 'cell',
    owner: `${owner}/${name.text}`,
    draw: op === '~',
    ...(locals ? { locals } : {}),
  })
  const refuse = (written: Written): void => {
    overrideNamesAParameter(written, { place: outline.root, title: outline.name }, report)
  }
  return {
    settable: ({ name }) => settableIn(outline, name.text, examined),
    refuse,
    scopeFor: (written, locals) => scopeAt(siteFor(written, locals), exam),
    accept: (written, value, settable) => {
      const { name, value: tree } = written
      const entries = entriesNamed(outline, name.text)
      isConstant(value.expr, { subject: name.text, span: tree.span, dynamics }, report)
      if (!settable && entries.length > 0) refuse(written)
      else if (!settable) nameIsFree(name, kind, report)
      for (const entry of settable ? entries : []) {
        const site = siteFor(written, undefined)
        checkValue(tree, value, { entry, exam, site, subject: name.text })
      }
    },
  }
}

/** The parameter or state of a name: of the cell, otherwise of every compartment that has one. */
function entriesNamed({ root }: Outline, text: string): readonly Entry[] {
  const own = root.members.get(text)
  if (own) return [own]
  const compartments = [...root.inner.values()].filter(({ kind }) => kind === 'compartment')
  return compartments.flatMap(({ members }) => members.get(text) ?? [])
}

function settableIn(outline: Outline, text: string, { exam }: Examined): Settable | undefined {
  const kinds = new Set(['param', 'state', 'equation'])
  const entries = entriesNamed(outline, text).filter(({ statement }) => kinds.has(statement.kind))
  const [first] = entries
  return first && { names: entries.map(({ name }) => name), reading: exam.typeOf(first) }
}
