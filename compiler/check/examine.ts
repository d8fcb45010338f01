/** Opens the examination of a declaration: what each of its names is, found out when first asked. */
import type { Expr as Tree, Unit } from '../../grammar/ast.ts'
import { dimensionOf } from '../../grammar/units.ts'
import { none } from '../ir/dimension.ts'
import type { Expr } from '../ir/expr.ts'
import { resolveName, visibleNames } from './bind-names.ts'
import { displayOf } from './expressions/quantities.ts'
import type { Examination, Findings, Site } from './examination.ts'
import { infer } from './expressions/infer.ts'
import type { Entry, Outline, Place, PlacedLine } from './outline.ts'
import { isCondition } from './rules/values-have-their-type.ts'
import type { Candidate, Draws, Scope } from './expressions/scope.ts'
import type { Inquiry } from './inquiry.ts'
import type { Reading, Typed } from './expressions/typed.ts'

/** What a model knows about the cells at both ends, by `post.ge`. */
export type Known = (name: string) => Reading | undefined

const nothing: Known = () => undefined

const unknown = (): Findings => ({
  values: new Map(),
  foreign: new Map(),
  noise: new Map(),
  assigned: new Map(),
  drawn: new Map(),
})

interface Before {
  readonly known?: Known | undefined
  readonly findings?: Findings
}

export function openExamination(
  outline: Outline,
  inquiry: Inquiry,
  { known = nothing, findings = unknown() }: Before = {},
): Examination {
  const { values } = findings
  const exam: Examination = {
    ...findings,
    outline,
    inquiry,
    known,
    candidates: new Map(),
    typeOf: (entry) => typeOf(entry, exam),
    valueOf: (entry) => {
      if (values.has(entry)) return values.get(entry)
      values.set(entry, undefined)
      const value = valueOf(entry, exam)
      values.set(entry, value)
      return value
    },
  }
  return exam
}

/** What a check finds out besides must not be seen by another. */
export const copyOf = ({ values, foreign, noise, assigned, drawn }: Findings): Findings => ({
  values: new Map(values),
  foreign: new Map([...foreign].map(([name, use]) => [name, { ...use }])),
  noise: new Map(noise),
  assigned: new Map(assigned),
  drawn: new Map([...drawn].map(([owner, draws]) => [owner, { ...draws }])),
})

const typeNamed = (unit: Unit): 'boolean' | 'real' =>
  unit.factors.length === 1 && unit.factors[0]?.name === 'boolean' ? 'boolean' : 'real'

/** From the unit that was written, otherwise from the value. */
function typeOf(entry: Entry, exam: Examination): Reading {
  const { unit } = entry.statement
  if (unit) return { dimension: dimensionOf(unit), type: typeNamed(unit), unit }
  const value = exam.valueOf(entry)
  if (!value) return { dimension: undefined, type: 'unknown' }
  const shown = value.unit ? { unit: value.unit } : {}
  return { dimension: value.free ? none : value.dimension, type: value.type, ...shown }
}

/** The value of a parameter as its declaration gives it; what is set from outside must agree with it. */
function valueOf(entry: Entry, exam: Examination): Typed | undefined {
  const { statement, place, home } = entry
  if (statement.kind !== 'param' && statement.kind !== 'state') return undefined
  if (!statement.value) return undefined
  const draw = statement.kind === 'param' && statement.op === '~'
  const site: Site = { place, home, side: entry.per, owner: entry.name, draw }
  return infer(statement.value, scopeAt(site, exam))
}

/** What an expression may mean where it stands. */
export function scopeAt(site: Site, exam: Examination): Scope {
  const { report, effort, expansions } = exam.inquiry
  return {
    report,
    infer,
    effort,
    expansions,
    resolve: (name, owner) => resolveName(name, owner, { exam, site }),
    findFunction: site.home.findFunction,
    functionNames: () => [...site.home.functions.keys(), ...site.home.missing],
    candidates: () => candidatesAt(site, exam),
    origin: (tree) => originAt(tree, site),
    draws: drawsOf(site.owner, exam),
    draw: site.draw ?? false,
    inside: [],
  }
}

function drawsOf(owner: string, { drawn }: Examination): Draws {
  const known = drawn.get(owner) ?? { owner, count: 0 }
  drawn.set(owner, known)
  return known
}

/** Names that could repair a unit: parameters first, as they are what equations divide by. */
function candidatesAt(site: Site, exam: Examination): readonly Candidate[] {
  const { effort } = exam.inquiry
  effort.hints -= 1
  if (effort.hints < 0) return []
  const known = exam.candidates.get(site.place) ?? candidatesIn(site.place, exam)
  exam.candidates.set(site.place, known)
  return known
}

function candidatesIn(place: Place, exam: Examination): readonly Candidate[] {
  const found = visibleNames({ place }).flatMap((text) => {
    const entry = lookUp(place, text)
    const { dimension, unit } = entry
      ? exam.typeOf(entry)
      : { dimension: undefined, unit: undefined }
    if (!entry || !dimension) return []
    const rank = entry.statement.kind === 'param' ? 0 : 1
    return [{ name: text, dimension, unit: displayOf(dimension, unit).unit, rank }]
  })
  return found.sort((a, b) => a.rank - b.rank)
}

function originAt(tree: Tree, { place }: Site): Tree | undefined {
  const entry = tree.kind === 'name' && !tree.owner ? lookUp(place, tree.name.text) : undefined
  return entry?.statement.kind === 'param' ? entry.statement.value : undefined
}

function lookUp(place: Place, text: string): Entry | undefined {
  return place.members.get(text) ?? (place.outer && lookUp(place.outer, text))
}

/** The site of a statement that is about the cell as a whole. */
export const siteAt = ({ place, home }: PlacedLine, owner: string): Site => ({
  place,
  home,
  side: 'cell',
  owner: place.prefix + owner,
})

export function conditionAt(tree: Tree, site: Site, exam: Examination): Expr {
  const scope = scopeAt(site, exam)
  const value = scope.infer(tree, scope)
  isCondition(tree, value, scope)
  return value.expr
}
