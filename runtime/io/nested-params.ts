/** Parameters by name, where `child-name` is the name of a part: `volume_conductor-stimulation_gain`. */
import { UsageError } from '../../compiler/usage-error.ts'
import { camelCase } from '../stimulus/snake-case.ts'

export interface NestedParams {
  readonly own: Readonly<Record<string, unknown>>
  /** What is meant for each part, under the names it knows. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Names may be written as in files or as in programs. What the device has not is refused. */
export function nestedParams(
  kind: string,
  params: Readonly<Record<string, unknown>>,
  known: { readonly own: readonly string[]; readonly parts: readonly string[] },
): NestedParams {
  const own: Record<string, unknown> = {}
  const parts: Record<string, Record<string, unknown>> = {}
  for (const [name, value] of Object.entries(params)) {
    const dash = name.indexOf('-')
    const head = camelCase(dash < 0 ? name : name.slice(0, dash))
    const isKnown = (dash < 0 ? known.own : known.parts).includes(head)
    if (!isKnown) {
      const all = [...known.own, ...known.parts.map((part) => `${part}-…`)]
      throw new UsageError(`${kind} has no ${name}; it has ${all.join(', ')}.`)
    }
    if (dash < 0) own[head] = value
    else parts[head] = { ...parts[head], [keepNested(name.slice(dash + 1))]: value }
  }
  return { own, parts }
}

/** A part that has parts itself takes the rest of the name apart. */
const keepNested = (rest: string): string => (rest.includes('-') ? rest : camelCase(rest))
