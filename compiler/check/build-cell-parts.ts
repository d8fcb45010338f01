/** The parts of a cell: where its compartments are, what couples them, what electrodes see. */
import type { Expr as Tree, Statement, Unit } from '../../grammar/ast.ts'
import { dimensionOf } from '../../grammar/units.ts'
import { length, none } from '../ir/dimension.ts'
import type { Dynamics } from '../ir/dynamics.ts'
import { type Expr, number } from '../ir/expr.ts'
import { scopeAt, siteAt } from './examine.ts'
import type { Examination, Site } from './examination.ts'
import type { PlacedLine } from './outline.ts'
import { displayOf } from './expressions/quantities.ts'
import { compartmentsExist, isConductance } from './rules/axials-couple-compartments.ts'
import { valueFits } from './rules/units-agree.ts'
import { isQuantity } from './rules/values-have-their-type.ts'
import type { Typed } from './expressions/typed.ts'

type LineOf<K extends Statement['kind']> = PlacedLine & {
  readonly statement: Extract<Statement, { kind: K }>
}

const origin = number(0, length)

export function buildPosition(
  { statement, place, home }: LineOf<'compartment'>,
  exam: Examination,
): Dynamics['compartments'][number] {
  const { name, at } = statement
  const site = siteAt({ statement, place, home }, `${name.text}/at`)
  const coordinate = (tree: Tree): Expr => {
    const scope = scopeAt(site, exam)
    const value = scope.infer(tree, scope)
    if (isQuantity(tree, value, scope)) {
      valueFits({ tree, value }, { subject: 'A position', dimension: length }, scope)
    }
    return value.expr
  }
  if (!at) return { name: name.text, at: [origin, origin, origin] }
  const [x, y, z] = at
  return { name: name.text, at: [coordinate(x), coordinate(y), coordinate(z)] }
}

export function buildAxial(line: LineOf<'axial'>, exam: Examination): Dynamics['axials'] {
  const { a, b, value: tree, span } = line.statement
  const site = siteAt(line, `axial ${a.text} ${b.text}`)
  const value = settledValue(
    tree,
    { unit: line.statement.unit, subject: 'This conductance' },
    { site, exam },
  )
  if (isQuantity(tree, value, scopeAt(site, exam))) isConductance(tree, value, exam.inquiry.report)
  if (!compartmentsExist(line.statement, exam.outline, exam.inquiry.report)) return []
  const dimension = value.dimension ?? none
  return [{ a: a.text, b: b.text, conductance: value.expr, dimension, span }]
}

export function buildRecord(
  line: LineOf<'record'>,
  exam: Examination,
): Dynamics['records'][number] {
  const { name, value: tree, unit } = line.statement
  const site = siteAt(line, `record ${name.text}`)
  const value = settledValue(tree, { unit, subject: name.text }, { site, exam })
  const dimension = unit ? dimensionOf(unit) : (value.dimension ?? none)
  const shown = displayOf(dimension, unit ?? value.unit)
  return { name: line.place.prefix + name.text, value: value.expr, dimension, ...shown }
}

/** A value with the unit that was written behind it, if one was. */
function settledValue(
  tree: Tree,
  { unit, subject }: { readonly unit: Unit | undefined; readonly subject: string },
  { site, exam }: { readonly site: Site; readonly exam: Examination },
): Typed {
  const scope = scopeAt(site, exam)
  const value = scope.infer(tree, scope)
  if (!isQuantity(tree, value, scope) || !unit) return value
  valueFits({ tree, value }, { subject, dimension: dimensionOf(unit), unit }, scope)
  return value
}
