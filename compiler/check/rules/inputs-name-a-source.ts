/** A port names sources that exist, or a name that a stimulus can be addressed by. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { nearestName, reportMisspelling } from '../expressions/misspelling.ts'
import type { Examined } from '../build-dynamics.ts'

export const sources = [
  'synapses',
  'noise',
  'current',
  'current_density',
  'conductance',
  'extracellular',
  'irradiance',
] as const

const known: ReadonlySet<string> = new Set(sources)

/** Any name may be addressed by a stimulus; one that nearly is a source is a slip. */
export function inputsNameASource({ outline }: Examined, report: Report): void {
  for (const { statement } of outline.lines) {
    if (statement.kind !== 'input') continue
    for (const name of statement.sources) {
      if (known.has(name.text) || nearestName(name.text, sources) === undefined) continue
      reportMisspelling(report, 'unknown-source', {
        name,
        message: `There is no source ${name.text}.`,
        visible: sources,
        notes: [`Ports take ${sources.join(', ')}, or a name of their own.`],
      })
    }
  }
}
