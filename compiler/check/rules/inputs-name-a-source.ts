/** A port names sources that exist, or a name that a stimulus can be addressed by. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { nearestName } from '../expressions/nearest-name.ts'
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
    for (const { text, span } of statement.sources) {
      const near = known.has(text) ? undefined : nearestName(text, [...sources])
      if (near === undefined) continue
      report({
        code: 'unknown-source',
        severity: 'error',
        span,
        message: `There is no source ${text}.`,
        notes: [
          `Ports take ${sources.join(', ')}, or a name of their own.`,
        ],
        fix: { span, replacement: near, sentence: `Write ${near}.` },
      })
    }
  }
}
