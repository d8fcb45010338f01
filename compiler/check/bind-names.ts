/** Says what every name means in its place: a local, a variable, a name of the connection, of the cell, a constant. */
import type { Name } from '../../grammar/ast.ts'
import { length, none, power, time } from '../ir/dimension.ts'
import { constantNames, constantNamed } from './expressions/constants.ts'
import type { Examination, ForeignUse, Site } from './examination.ts'
import type { Entry, Place } from './outline.ts'
import { cellCanRead } from './rules/cells-read-no-single-connection.ts'
import { reportUnknownName } from './rules/names-are-known.ts'
import { noiseIsInPlace } from './rules/noise-stands-in-equations.ts'
import { reading, type Reading, type Typed, unknown } from './expressions/typed.ts'

const pure: Reading = { dimension: none }
const inTime: Reading = { dimension: time }
const inSpace: Reading = { dimension: length }

/** What a cell knows of itself. */
export const cellReadings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['i', pure],
  ['N', pure],
  ['gid', pure],
  ['x', inSpace],
  ['y', inSpace],
  ['z', inSpace],
  ['t', inTime],
  ['dt', inTime],
  ['lastspike', inTime],
  ['not_refractory', { dimension: none, type: 'boolean' }],
])

/** What a connection knows of itself. */
export const connectionReadings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['i', pure],
  ['j', pure],
  ['N_pre', pure],
  ['N_post', pure],
  ['weight', pure],
  ['delay', inTime],
  ['distance', inSpace],
  ['t', inTime],
  ['dt', inTime],
])

export const isConnected = ({ outline: { kind } }: Examination): boolean =>
  kind === 'synapse' || kind === 'plasticity'

export function resolveName(
  name: Name,
  owner: Name | undefined,
  { exam, site }: { readonly exam: Examination; readonly site: Site },
): Typed {
  if (owner) return resolveOwned(name, owner, { exam, site })
  const { text } = name
  const local = site.locals?.get(text)
  if (local) return local
  const entry = entryIn(site.place, text)
  if (entry) return readEntry(entry, name, { exam, site })
  if (text === 'xi' || text.startsWith('xi_')) return readNoise(name, { exam, site })
  const surrounding = readSurrounding(name, { exam, site })
  if (surrounding) return surrounding
  return unknownHere(name, { exam, site })
}

interface Here {
  readonly exam: Examination
  readonly site: Site
}

/** The variable a plain name means: of the compartment, then of the cell; a channel sees its own only. */
export function entryIn(place: Place, text: string): Entry | undefined {
  const own = place.members.get(text)
  if (own || place.kind === 'channel' || !place.outer) return own
  return entryIn(place.outer, text)
}

/** A compartment or channel that can be named from here. */
export function placeNamed(place: Place, text: string): Place | undefined {
  const own = place.inner.get(text)
  if (own || place.kind === 'channel' || !place.outer) return own
  return placeNamed(place.outer, text)
}

/** What a need of a channel is bound to: the variable of that name in the membrane around it. */
export function settled(entry: Entry): Entry | undefined {
  const { statement, place } = entry
  if (statement.kind !== 'needs' || !place.outer) return entry
  return entryIn(place.outer, statement.name.text)
}

function readEntry(entry: Entry, name: Name, { exam, site }: Here): Typed {
  const source = settled(entry)
  if (!source) return unknown
  if (!cellCanRead(entry, name, { site, report: exam.inquiry.report })) return unknown
  return reading(source.name, exam.typeOf(entry))
}

function resolveOwned(name: Name, owner: Name, { exam, site }: Here): Typed {
  const { report } = exam.inquiry
  const place = placeNamed(site.place, owner.text)
  if (place) {
    const entry = place.members.get(name.text)
    if (entry) return readEntry(entry, name, { exam, site })
    if (place.isMissing) return unknown
    const message = `${place.title} has no ${name.text}.`
    reportUnknownName(name, { visible: [...place.members.keys()], message }, { report })
    return unknown
  }
  if (isConnected(exam) && isEnd(owner.text)) return readForeign(name, owner.text, { exam, site })
  const visible = [...placesFrom(site.place)]
  const message = `There is no compartment or channel ${owner.text} here.`
  reportUnknownName(owner, { visible, message }, { report })
  return unknown
}

function placesFrom(place: Place): readonly string[] {
  const outer = place.outer && place.kind !== 'channel' ? placesFrom(place.outer) : []
  return [...place.inner.keys(), ...outer]
}

const isEnd = (text: string): text is 'pre' | 'post' => text === 'pre' || text === 'post'

/** `xi` belongs to its equation; `xi_name` to every equation of the cell that names it. */
function readNoise(name: Name, { exam, site }: Here): Typed {
  if (!noiseIsInPlace(name, site, exam.inquiry.report)) return unknown
  const channel = site.place.kind === 'channel' ? site.place.prefix : ''
  const own = name.text === 'xi' ? `xi(${site.noiseOf ?? ''})` : `${channel}${name.text}`
  if (!exam.noise.has(own)) exam.noise.set(own, name)
  return reading(own, { dimension: power(time, -0.5) })
}

/** `v_pre`, `weight`, `i`, `t`, `pi`: everything that needs no declaration. */
function readSurrounding(name: Name, { exam, site }: Here): Typed | undefined {
  const { text } = name
  const onConnection = isConnected(exam) ? connectionReadings.get(text) : undefined
  if (onConnection && site.side === 'connection') return reading(text, onConnection)
  const suffix = isConnected(exam) ? /^(.+)_(pre|post)$/.exec(text) : null
  const [, base, end] = suffix ?? []
  if (base !== undefined && end !== undefined && isEnd(end) && !onConnection) {
    return readForeign({ ...name, text: base }, end, { exam, site })
  }
  const ofCell = site.side === 'cell' ? cellReadings.get(text) : undefined
  if (ofCell) return reading(text, ofCell)
  if (onConnection) {
    cellCanRead(undefined, name, { site, report: exam.inquiry.report })
    return unknown
  }
  return constantNamed(text)
}

/** A name of the source or target cell, which only a model can look up. */
export function readForeign(name: Name, end: 'pre' | 'post', { exam, site }: Here): Typed {
  if (site.side === 'cell') {
    cellCanRead(undefined, name, { site, report: exam.inquiry.report, end })
    return unknown
  }
  const full = `${end}.${name.text}`
  noteForeign(full, { cell: end, name, written: false }, exam)
  return reading(full, foreignReading(full, name.text, exam))
}

export function noteForeign(full: string, use: ForeignUse, { foreign }: Examination): void {
  const known = foreign.get(full)
  if (!known) foreign.set(full, use)
  else if (use.written) known.written = true
}

/** What a model knows of it, else what every cell has; positions may be hidden by variables. */
export function foreignReading(full: string, text: string, exam: Examination): Reading {
  const known = exam.known(full)
  if (known) return known
  const isHidden = text === 'x' || text === 'y' || text === 'z'
  const ofCell = isHidden ? undefined : cellReadings.get(text)
  return ofCell ?? { dimension: undefined, type: 'unknown' }
}

/** On a connection an unknown plain name is the target cell's; elsewhere it is a mistake. */
function unknownHere(name: Name, here: Here): Typed {
  const { exam, site } = here
  if (isConnected(exam) && site.side === 'connection') {
    warnOfLikeness(name, here)
    return readForeign(name, 'post', here)
  }
  const visible = [...namesToHint(site, exam), ...cellReadings.keys(), ...constantNames]
  reportUnknownName(name, { visible, notes: needsHint(name, here) }, exam.inquiry)
  return unknown
}

/** A plain name taken for the target's is suspicious where it is nearly one declared here. */
function warnOfLikeness(name: Name, { exam, site }: Here): void {
  if (name.text.length < 4) return
  const message = `${name.text} is not declared here, so it is read from the target cell.`
  const warn = (d: Parameters<typeof exam.inquiry.report>[0]) => {
    if (d.fix) exam.inquiry.report({ ...d, severity: 'warning' })
  }
  const notes = [`Write ${name.text}_post if that is what is meant.`]
  reportUnknownName(name, { visible: namesToHint(site, exam), message, notes }, { report: warn })
}

/** Names that could have been meant, until so many mistakes are told that nobody reads the hints. */
export function namesToHint(site: Site, { inquiry: { effort } }: Examination): readonly string[] {
  effort.hints -= 1
  return effort.hints < 0 ? [] : visibleNames(site)
}

/** Names that can be used in a place, locals first. */
export function visibleNames({ place, locals }: Pick<Site, 'place' | 'locals'>): readonly string[] {
  const own = [...(locals?.keys() ?? []), ...place.members.keys()]
  if (place.kind === 'channel' || !place.outer) return own
  return [...own, ...visibleNames({ place: place.outer })]
}

function needsHint({ text }: Name, { exam, site }: Here): readonly string[] {
  const inner = [...site.place.inner.values()].find(({ members }) => members.has(text))
  if (inner) return [`${inner.title}.${text} is the one of ${inner.title}.`]
  if (exam.outline.kind === 'neuron' && site.place.kind !== 'channel') return []
  const around = exam.outline.kind === 'channel' ? 'membrane' : 'cell'
  return [`To read it from the ${around} this is attached to, declare \`needs ${text} : UNIT\`.`]
}
