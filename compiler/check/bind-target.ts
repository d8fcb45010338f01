/** Says what an assignment writes: a variable of the declaration, of the connection, or of a connected cell. */
import type { Name } from '../../grammar/ast.ts'
import { none } from '../ir/dimension.ts'
import {
  cellReadings,
  connectionReadings,
  entryIn,
  foreignReading,
  isConnected,
  namesToHint,
  noteForeign,
  placeNamed,
  settled,
} from './bind-names.ts'
import { isPromotable } from './build-variables.ts'
import type { Examination, Site } from './examination.ts'
import type { Entry } from './outline.ts'
import { canBeWritten, surroundingIsRead } from './rules/parameters-are-never-assigned.ts'
import { reportUnknownName } from './rules/names-are-known.ts'
import type { Reading } from './expressions/typed.ts'

export interface Target {
  /** Qualified. */
  readonly name: string
  readonly reading: Reading
}

interface Written {
  readonly owner?: Name
  readonly name: Name
}

interface Here {
  readonly exam: Examination
  readonly site: Site
  /** Only asks whether there is such a target. */
  readonly isTrial?: boolean
}

/** Undefined where there is none, which has then been reported. */
export function targetOf({ owner, name }: Written, here: Here): Target | undefined {
  const { exam, site } = here
  if (owner) return ownedTarget(name, owner, here)
  const entry = entryIn(site.place, name.text)
  if (entry) return entryTarget(entry, name, here)
  const [, base, end] = (isConnected(exam) && /^(.+)_(pre|post)$/.exec(name.text)) || []
  if (base !== undefined && (end === 'pre' || end === 'post')) {
    return foreignTarget({ ...name, text: base }, end, here)
  }
  if (isConnected(exam) && name.text === 'weight')
    return { name: 'weight', reading: { dimension: none } }
  if (isSurrounding(name.text, here)) {
    surroundingIsRead(name, exam.inquiry.report)
    return here.isTrial ? { name: name.text, reading: { dimension: undefined } } : undefined
  }
  if (here.isTrial) return undefined
  if (isConnected(exam) && site.side === 'connection') return foreignTarget(name, 'post', here)
  reportUnknownName(name, { visible: namesToHint(site, exam) }, exam.inquiry)
  return undefined
}

function isSurrounding(text: string, { exam, site }: Here): boolean {
  const readings =
    isConnected(exam) && site.side === 'connection' ? connectionReadings : cellReadings
  return readings.has(text) && !/^[xyz]$/.test(text)
}

function ownedTarget(name: Name, owner: Name, here: Here): Target | undefined {
  const { exam, site } = here
  const place = placeNamed(site.place, owner.text)
  const entry = place?.members.get(name.text)
  if (entry) return entryTarget(entry, name, here)
  if (place?.isMissing) return undefined
  if (place) {
    const visible = [...place.members.keys()]
    const message = `${place.title} has no ${name.text}.`
    reportUnknownName(name, { visible, message }, exam.inquiry)
    return undefined
  }
  if (isConnected(exam) && (owner.text === 'pre' || owner.text === 'post')) {
    return foreignTarget(name, owner.text, here)
  }
  const message = `There is no compartment or channel ${owner.text} here.`
  reportUnknownName(owner, { visible: [...site.place.inner.keys()], message }, exam.inquiry)
  return undefined
}

function entryTarget(entry: Entry, name: Name, { exam, isTrial }: Here): Target | undefined {
  const source = settled(entry)
  if (!source) return undefined
  const target = { name: source.name, reading: exam.typeOf(source) }
  if (isTrial) return target
  if (!canBeWritten(source, { name, promotable: isPromotable(source) }, exam.inquiry.report)) {
    return undefined
  }
  if (!exam.assigned.has(source.name)) exam.assigned.set(source.name, name)
  return target
}

function foreignTarget(name: Name, end: 'pre' | 'post', { exam, isTrial }: Here): Target {
  const full = `${end}.${name.text}`
  if (!isTrial) noteForeign(full, { cell: end, name, written: true }, exam)
  return { name: full, reading: foreignReading(full, name.text, exam) }
}
