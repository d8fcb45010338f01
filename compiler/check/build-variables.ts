/** Turns declared names into variables: their defaults, equations and definitions with every unit settled. */
import type { Comments, Expr as Tree, Flag, Statement, Unit } from '../../grammar/ast.ts'
import { dimensionOf } from '../../grammar/units.ts'
import { none, power, time } from '../ir/dimension.ts'
import type { Variable } from '../ir/dynamics.ts'
import { never, number } from '../ir/expr.ts'
import { scopeAt } from './examine.ts'
import type { Examination, Site } from './examination.ts'
import type { Entry, NamedStatement } from './outline.ts'
import { displayOf } from './expressions/quantities.ts'
import { rateFits, valueFits } from './rules/units-agree.ts'
import { isCondition, isQuantity } from './rules/values-have-their-type.ts'
import type { Reading, Typed } from './expressions/typed.ts'

type Of<K extends NamedStatement['kind']> = Extract<NamedStatement, { kind: K }>
type Initial = Extract<Statement, { kind: 'initial' }>

/** What belongs to an entry besides its own statement. */
export interface Belongings {
  readonly initial: { readonly statement: Initial; readonly site: Site } | undefined
  readonly method: string | undefined
}

export function buildVariable(
  entry: Entry,
  own: Belongings,
  exam: Examination,
): Variable | undefined {
  const { statement } = entry
  switch (statement.kind) {
    case 'param':
      return buildParam({ entry, statement, own }, exam) ?? buildPromoted(entry, own, exam)
    case 'state':
      return buildState(entry, own, exam)
    case 'equation':
      return buildEquation({ entry, statement, own }, exam)
    case 'definition':
      return buildDefinition(entry, statement, exam)
    case 'input':
      return { ...named(entry, exam), kind: 'input', sources: statement.sources.map((s) => s.text) }
    case 'needs':
      return entry.place.kind === 'channel' && entry.place.outer
        ? undefined
        : { ...named(entry, exam), kind: 'need' }
  }
}

/** Documentation of a statement: what stands behind it, otherwise what stands above. */
export const docOf = ({ above, behind }: Comments): string => (behind ?? above.join(' ')).trim()

function named(entry: Entry, exam: Examination) {
  const { statement, name, per } = entry
  const { dimension = none, type, unit } = exam.typeOf(entry)
  return {
    name,
    dimension,
    type: typeOf(type, statement.unit),
    ...displayOf(dimension, unit),
    doc: docOf(statement.comments),
    span: statement.name.span,
    per,
  } as const
}

function typeOf(type: Reading['type'], unit: Unit | undefined): Variable['type'] {
  if (type === 'boolean') return 'boolean'
  return unit?.factors.length === 1 && unit.factors[0]?.name === 'integer' ? 'integer' : 'real'
}

const has = (flags: readonly Flag[], name: Flag['name']): boolean =>
  flags.some((flag) => flag.name === name)

function siteOf({ place, home, per, name, statement }: Entry): Site {
  const isSummed = 'flags' in statement && has(statement.flags, 'summed')
  return { place, home, side: isSummed ? 'connection' : per, owner: name }
}

/** A bare `x : volt` that events write is a state in all but name. */
export const isPromotable = ({ statement }: Entry): boolean =>
  statement.kind === 'param' && statement.bare && !has(statement.flags, 'constant')

interface Chosen {
  readonly entry: Entry
  readonly statement: Of<'param'>
  readonly own: Belongings
}

function buildParam({ entry, statement, own }: Chosen, exam: Examination): Variable | undefined {
  const evolves = exam.assigned.has(entry.name) || own.initial !== undefined
  if (isPromotable(entry) && evolves) return undefined
  const value = paramValue(entry, exam)
  const shown = { ...named(entry, exam), shared: has(statement.flags, 'shared') }
  if (value) return { ...shown, kind: 'param', value: value.expr }
  if (statement.bare) {
    return { ...shown, kind: 'param', value: shown.type === 'boolean' ? never : number(0) }
  }
  return { ...shown, kind: 'param' }
}

/** The default, or what the surroundings of a channel set it to. */
function paramValue(entry: Entry, exam: Examination): Typed | undefined {
  const { statement, override } = entry
  const own = exam.valueOf(entry)
  if (own && 'value' in statement && statement.value)
    checkValue(statement.value, own, { entry, exam })
  if (!override) return own
  const { setting, place, home } = override
  const site: Site = { place, home, side: 'cell', owner: entry.name, draw: setting.op === '~' }
  const value = scopeAt(site, exam).infer(setting.value, scopeAt(site, exam))
  checkValue(setting.value, value, { entry, exam, site })
  return value
}

interface Checking {
  readonly entry: Entry
  readonly exam: Examination
  readonly site?: Site
  readonly subject?: string
}

/** A value has the unit and the type of its variable. */
export function checkValue(tree: Tree, value: Typed, at: Checking): boolean {
  const { entry, exam, site = siteOf(entry), subject = entry.statement.name.text } = at
  const { dimension, type, unit } = exam.typeOf(entry)
  const scope = scopeAt(site, exam)
  if (type === 'boolean') return isCondition(tree, value, scope)
  if (type === 'real' && !isQuantity(tree, value, scope)) return false
  return valueFits({ tree, value }, { subject, dimension, ...(unit ? { unit } : {}) }, scope)
}

function evolving(entry: Entry, own: Belongings, exam: Examination) {
  const initial = initialOf(entry, own, exam)
  return {
    ...named(entry, exam),
    kind: 'state',
    held: false,
    advance: 'auto',
    shared: false,
    ...(initial ? { initial: initial.expr } : {}),
  } as const
}

function initialOf(entry: Entry, { initial }: Belongings, exam: Examination): Typed | undefined {
  if (!initial) return undefined
  const { statement, site } = initial
  const scope = scopeAt(site, exam)
  const value = scope.infer(statement.value, scope)
  checkValue(statement.value, value, {
    entry,
    exam,
    site,
    subject: `${entry.statement.name.text}(0)`,
  })
  return value
}

function buildPromoted(entry: Entry, own: Belongings, exam: Examination): Variable {
  const flags = entry.statement.kind === 'param' ? entry.statement.flags : []
  return { ...evolving(entry, own, exam), shared: has(flags, 'shared') }
}

function buildState(entry: Entry, own: Belongings, exam: Examination): Variable {
  const value = paramValue(entry, exam)
  const state = evolving(entry, own, exam)
  return state.initial || !value ? state : { ...state, initial: value.expr }
}

interface Evolving {
  readonly entry: Entry
  readonly statement: Of<'equation'>
  readonly own: Belongings
}

function buildEquation({ entry, statement, own }: Evolving, exam: Examination): Variable {
  const scope = scopeAt({ ...siteOf(entry), noiseOf: entry.name }, exam)
  const value = scope.infer(statement.value, scope)
  const { unit, name, flags } = statement
  const declared = { subject: name.text, dimension: dimensionOf(unit), unit }
  if (isQuantity(statement.value, value, scope))
    rateFits({ tree: statement.value, value }, declared, scope)
  return {
    ...evolving(entry, own, exam),
    drift: value.expr,
    held: has(flags, 'unless refractory'),
    advance: flags.map((flag) => flag.name).find(isAdvance) ?? 'auto',
    ...(own.method === undefined ? {} : { method: own.method }),
  }
}

const isAdvance = (name: Flag['name']): name is 'event-driven' | 'clock-driven' =>
  name === 'event-driven' || name === 'clock-driven'

function buildDefinition(entry: Entry, statement: Of<'definition'>, exam: Examination): Variable {
  const scope = scopeAt(siteOf(entry), exam)
  const value = scope.infer(statement.value, scope)
  checkValue(statement.value, value, { entry, exam })
  const every = statement.flags.find((flag) => flag.name === 'every')
  return {
    ...named(entry, exam),
    kind: 'definition',
    value: value.expr,
    constantOverDt: has(statement.flags, 'constant over dt'),
    summed: has(statement.flags, 'summed'),
    ...(every ? { every: periodOf(every.period, siteOf(entry), exam).expr } : {}),
  }
}

/** `every 1 ms`: a time. */
export function periodOf(tree: Tree, site: Site, exam: Examination): Typed {
  const scope = scopeAt(site, exam)
  const value = scope.infer(tree, scope)
  if (isQuantity(tree, value, scope)) {
    valueFits({ tree, value }, { subject: 'A period', dimension: time }, scope)
  }
  return value
}

/** White noise as a variable, so that it can be renamed and told apart. */
export function buildNoise(name: string, exam: Examination): Variable {
  const dimension = power(time, -0.5)
  const span = exam.noise.get(name)?.span ?? exam.outline.declaration.span
  const display = displayOf(dimension, undefined)
  return { kind: 'noise', name, dimension, type: 'real', ...display, doc: '', span, per: 'cell' }
}
