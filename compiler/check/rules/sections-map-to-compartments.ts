/** A section label of a system maps to a compartment that some cell of the model has. */
import type { Cast } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { nearestName } from '../expressions/nearest-name.ts'
import type { Population } from '../cast/cast-members.ts'
import { complain } from '../expressions/scope.ts'

export function sectionsMapToCompartments(
  sections: readonly Extract<Cast, { kind: 'section' }>[],
  populations: readonly Population[],
  report: Report,
): void {
  if (populations.some(({ attached }) => !attached)) return
  const names = populations.flatMap(({ attached }) =>
    (attached?.dynamics.compartments ?? []).map(({ name }) => name),
  )
  for (const { is } of sections) {
    if (names.includes(is.text)) continue
    const near = nearestName(is.text, names)
    complain(report, 'section-misplaced', {
      span: is.span,
      message: `No neuron of this model has a compartment ${is.text}.`,
      notes: near ? [`Did you mean ${near}?`] : [],
    })
  }
}
