/**
 * Lays a declaration out: compartments become prefixes of names, ion channels are put in their place.
 *
 * Before  neuron N { compartment soma { channel Na   dv/dt = … } }
 * After   soma.Na.m  soma.Na.I  soma.v
 * Needs   the names of the file
 */
import type { Equations, EquationsKind, Name, Override, Statement } from '../../grammar/ast.ts'
import type { Report } from '../../grammar/diagnostics.ts'
import { extend, type Line } from './extend.ts'
import type { FileNames, Found, Library } from './resolve-imports.ts'
import { isDeclared } from './rules/declarations-are-known.ts'
import { flagsAreInPlace } from './rules/flags-are-in-place.ts'
import { isDeclaredOnce } from './rules/names-are-declared-once.ts'
import { nameIsFree } from './rules/names-are-not-reserved.ts'
import { overrideNamesAParameter } from './rules/overrides-name-a-parameter.ts'
import { statementIsInPlace } from './rules/statements-are-in-place.ts'
import { expansionIsSmall } from './rules/texts-are-of-bounded-size.ts'
import type { Effort } from './expressions/scope.ts'

export type NamedStatement = Extract<
  Statement,
  { readonly kind: 'param' | 'state' | 'input' | 'needs' | 'equation' | 'definition' }
>

/** Where a statement stands: in the cell, in a compartment, in a channel of either. */
export interface Place {
  readonly kind: 'cell' | 'compartment' | 'channel'
  /** How messages call it: `LIF`, `soma`, `CaN`. */
  readonly title: string
  /** What its names begin with once they are qualified: ``, `soma.`, `soma.Na.`. */
  readonly prefix: string
  readonly outer: Place | undefined
  /** A channel nothing declares: whatever is asked of it has been answered already. */
  readonly isMissing: boolean
  readonly members: Map<string, Entry>
  /** Compartments and channels in it. */
  readonly inner: Map<string, Place>
}

/** Something with a name and a value. */
export interface Entry {
  /** Qualified. */
  readonly name: string
  readonly statement: NamedStatement
  readonly place: Place
  readonly home: FileNames
  readonly per: 'cell' | 'connection'
  /** What the surroundings of a channel set its parameter to. */
  readonly override?: {
    readonly setting: Override
    readonly place: Place
    readonly home: FileNames
  }
}

export interface PlacedLine {
  readonly statement: Statement
  readonly place: Place
  readonly home: FileNames
}

export interface Outline {
  readonly kind: EquationsKind
  readonly name: string
  readonly declaration: Equations
  readonly home: FileNames
  readonly root: Place
  /** By qualified name, in the order they were written. */
  readonly entries: ReadonlyMap<string, Entry>
  readonly lines: readonly PlacedLine[]
}

interface Surroundings {
  readonly library: Library
  readonly report: Report
  readonly effort: Effort
}

/** What laying out needs to know and to fill. */
interface Drawing extends Surroundings {
  readonly kind: EquationsKind
  readonly entries: Map<string, Entry>
  readonly lines: PlacedLine[]
  /** What there is one of, and the statement that said it. */
  readonly said: Map<string, Statement>
}

export function outline(found: Found, surroundings: Surroundings): Outline {
  const { declaration, home } = found
  const { kind, name } = declaration
  const { library, report, effort } = surroundings
  const drawing: Drawing = {
    ...{ kind, library, report, effort },
    entries: new Map(),
    lines: [],
    said: new Map(),
  }
  const root = placeIn(undefined, 'cell', name.text)
  if (effort.statements >= 0) layOut(extend(found, library, report), { place: root, drawing })
  const { entries, lines } = drawing
  return { kind, name: name.text, declaration, home, root, entries, lines }
}

const placeIn = (outer: Place | undefined, kind: Place['kind'], title: string): Place => ({
  kind,
  title,
  prefix: outer ? `${outer.prefix}${title}.` : '',
  outer,
  isMissing: false,
  members: new Map(),
  inner: new Map(),
})

type Channel = Extract<Statement, { kind: 'channel' }>

function layOut(lines: readonly Line[], { place, drawing, setBy }: Where): void {
  const { report, effort } = drawing
  for (const line of lines) {
    const { statement, home } = line
    if (!expansionIsSmall(statement, effort, report)) return
    if (!statementIsInPlace(statement, { kind: drawing.kind, place }, report)) continue
    if (!isDeclaredOnce(statement, { place, said: drawing.said }, report)) continue
    flagsAreInPlace(statement, drawing.kind, report)
    drawing.lines.push({ statement, place, home })
    if (statement.kind === 'compartment') openCompartment(statement.name, line, { place, drawing })
    else if (statement.kind === 'channel') putChannel(statement, line, { place, drawing })
    else if (isNamed(statement)) declare(statement, line, { place, drawing, setBy })
  }
}

const isNamed = (statement: Statement): statement is NamedStatement =>
  /^(param|state|input|needs|equation|definition)$/.test(statement.kind)

/** What a channel is given where it is put. */
type Setting =
  | { readonly overrides: readonly Override[]; readonly place: Place; readonly home: FileNames }
  | undefined

interface Where {
  readonly place: Place
  readonly drawing: Drawing
  readonly setBy?: Setting
}

function openCompartment(name: Name, line: Line, { place, drawing }: Where): void {
  const inner = placeIn(place, 'compartment', name.text)
  place.inner.set(name.text, inner)
  layOut(line.inner, { place: inner, drawing })
}

function putChannel(statement: Channel, { home }: Line, { place, drawing }: Where): void {
  const { name, is = name, overrides } = statement
  const { library, report } = drawing
  const found = isDeclared(is, { home, library, kind: 'channel' }, report)
  const inner: Place = { ...placeIn(place, 'channel', name.text), isMissing: !found }
  place.inner.set(name.text, inner)
  if (!found) return
  const within: Drawing = { ...drawing, kind: 'channel' }
  layOut(extend(found, library, report), {
    place: inner,
    drawing: within,
    setBy: { overrides, place, home },
  })
  for (const override of overrides) {
    overrideNamesAParameter(override, { place: inner, title: is.text }, report)
  }
}

function declare(statement: NamedStatement, { home }: Line, where: Where): void {
  const { place, drawing, setBy } = where
  if (!nameIsFree(statement.name, drawing.kind, drawing.report)) return
  const name = place.prefix + statement.name.text
  const setting = setBy?.overrides.find((override) => override.name.text === statement.name.text)
  const override = setting && setBy ? { setting, place: setBy.place, home: setBy.home } : undefined
  const per = perOf(drawing.kind, statement)
  const entry: Entry = { name, statement, place, home, per, ...(override ? { override } : {}) }
  place.members.set(statement.name.text, entry)
  drawing.entries.set(name, entry)
}

/**
 * Plasticity belongs to the connection, everything else to the cell, unless a flag moves it.
 * What is summed is evaluated per connection, but its sum is the cell's.
 */
function perOf(kind: EquationsKind, statement: NamedStatement): 'cell' | 'connection' {
  if (statement.kind === 'input' || statement.kind === 'needs') return 'cell'
  const flags = 'flags' in statement ? statement.flags.map(({ name }) => name) : []
  if (flags.includes('summed')) return 'cell'
  if (flags.includes('per connection')) return 'connection'
  if (flags.includes('per target')) return 'cell'
  if (kind === 'plasticity') return 'connection'
  if (kind !== 'synapse') return 'cell'
  const moved = ['event-driven', 'clock-driven'] as const
  return moved.some((flag) => flags.includes(flag)) ? 'connection' : 'cell'
}
