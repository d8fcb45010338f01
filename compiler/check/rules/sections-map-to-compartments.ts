/** A section label of a system maps to a compartment that some cell of the model has. */
import type { Cast } from '../../../grammar/cast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { reportMisspelling } from '../expressions/misspelling.ts'
import type { Population } from '../cast/cast-members.ts'

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
    const message = `No neuron of this model has a compartment ${is.text}.`
    reportMisspelling(report, 'section-misplaced', { name: is, message, visible: names })
  }
}
