/** A population or label that a model uses is in its cast, once. */
import type { Name } from '../../../grammar/ast.ts'
import type { Cast } from '../../../grammar/cast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { reportMisspelling } from '../expressions/misspelling.ts'
import type { CastMembers, Population } from '../cast/cast-members.ts'
import type { FileNames, Library } from '../resolve-imports.ts'
import { complain } from '../expressions/scope.ts'

export function populationIsCast(
  name: Name,
  populations: ReadonlyMap<string, Population>,
  report: Report,
): Population | undefined {
  const { text } = name
  const population = populations.get(text)
  if (population) return population
  reportMisspelling(report, 'unknown-name', {
    name,
    message: `No population of this model is called ${text}.`,
    visible: [...populations.keys()],
    otherwise: `Cast it: \`population ${text} of 100 is …\`.`,
  })
  return undefined
}

interface Known {
  readonly members: CastMembers
  readonly names: FileNames
  readonly library: Library
}

/** What follows `by` is a label of the cast or a declared synapse. */
export function labelIsKnown(
  name: Name,
  { members, names, library }: Known,
  report: Report,
): boolean {
  const { declarations, missing } = names
  if (declarations.has(name.text) || library.find(name.text) || missing.has(name.text)) return true
  reportMisspelling(report, 'unknown-declaration', {
    name,
    message: `There is no synapse ${name.text}.`,
    visible: [...members.synapseNames, ...declarations.keys(), ...library.names()],
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
