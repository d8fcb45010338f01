/** An axial couples two compartments by a conductance, and both have a voltage. */
import type { Expr as Tree, Statement } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { reportMisspelling } from '../expressions/misspelling.ts'
import { type Dimension, equal } from '../../ir/dimension.ts'
import { found } from '../expressions/describe.ts'
import type { Outline } from '../outline.ts'
import { complain } from '../expressions/scope.ts'
import { fits, type Typed } from '../expressions/typed.ts'

const conductance: Dimension = [-2, -1, 3, 2, 0, 0, 0]
const perArea: Dimension = [-4, -1, 3, 2, 0, 0, 0]
const voltage: Dimension = [2, 1, -3, -1, 0, 0, 0]

export function isConductance(tree: Tree, value: Typed, report: Report): boolean {
  if (fits(value, conductance) || fits(value, perArea)) return true
  complain(report, 'unit-mismatch', {
    span: tree.span,
    message: `An axial couples by a conductance (nS) or one per area (mS/cm^2); this is ${found(value)}.`,
  })
  return false
}

export function compartmentsExist(
  { a, b }: Extract<Statement, { kind: 'axial' }>,
  { root, entries }: Outline,
  report: Report,
): boolean {
  const names = [...root.inner.values()].filter(({ kind }) => kind === 'compartment')
  const both = [a, b].map(({ text, span }) => {
    const place = names.find(({ title }) => title === text)
    if (!place) {
      reportMisspelling(report, 'unknown-name', {
        name: { text, span },
        message: `There is no compartment ${text}.`,
        visible: names.map(({ title }) => title),
      })
      return false
    }
    const v = entries.get(`${place.prefix}v`)
    if (v?.statement.kind === 'equation') return true
    complain(report, 'voltage-missing', {
      span,
      message: `${text} is coupled by axial, so it needs a voltage: \`dv/dt = … : mV\`.`,
    })
    return false
  })
  return both.every(Boolean)
}

export const isVoltage = (dimension: Dimension): boolean => equal(dimension, voltage)
