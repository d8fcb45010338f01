/** A population or label that a model uses is in its cast, once. */
import type { Cast, Name } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { nearestName } from '../expressions/nearest-name.ts'
import type { CastMembers, Population } from '../cast/cast-members.ts'
import type { FileNames } from '../resolve-imports.ts'
import { complain } from '../expressions/scope.ts'

export function populationIsCast(
  { text, span }: Name,
  populations: ReadonlyMap<string, Population>,
  report: Report,
): Population | undefined {
  const population = populations.get(text)
  if (population) return population
  const near = nearestName(text, [...populations.keys()])
  complain(report, 'unknown-name', {
    span,
    message: `No population of this model is called ${text}.`,
    notes: [near ? `Did you mean ${near}?` : `Cast it: \`population ${text} of 100 is …\`.`],
  })
  return undefined
}

/** What follows `by` is a label of the cast or a declared synapse. */
export function labelIsKnown(
  { text, span }: Name,
  { members, names }: { readonly members: CastMembers; readonly names: FileNames },
  report: Report,
): boolean {
  if (names.find(text)) return true
  const near = nearestName(text, [...members.synapseNames, ...names.names()])
  complain(report, 'unknown-declaration', {
    span,
    message: `There is no synapse ${text}.`,
    notes: near ? [`Did you mean ${near}?`] : [],
  })
  return false
}

export function castNamesAreDistinct(casts: readonly Cast[], report: Report): void {
  const seen = new Set<string>()
  for (const cast of casts) {
    if (cast.kind === 'noise' || cast.kind === 'connect') continue
    const key = `${cast.kind} ${cast.name.text}`
    const message = `The ${cast.kind} ${cast.name.text} is cast twice.`
    if (seen.has(key)) complain(report, 'duplicate-name', { span: cast.name.span, message })
    seen.add(key)
  }
}
