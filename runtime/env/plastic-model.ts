/** A model whose synapses learn: the cast lines of its text with a plasticity, written where they end. */
import { examine, type Loader, UsageError } from '../../compiler/index.ts'
import type { Readable } from '../library.ts'

/** Label of a synapse → the plasticity that it is to have, `VoltageSTDP`. */
export type Rules = Readonly<Record<string, string>>

/** Synapses that have a plasticity of their own keep it. */
export function withPlasticity(readable: Readable, rules: Rules): Readable {
  const { source, surroundings } = readable
  const { file } = examine(source, surroundings)
  const additions = file.declarations.flatMap((declaration) =>
    declaration.kind === 'model'
      ? declaration.casts.flatMap((cast) => {
          if (cast.kind !== 'synapse' || cast.with.length > 0) return []
          const rule = Object.hasOwn(rules, cast.name.text) ? rules[cast.name.text] : undefined
          return rule === undefined ? [] : [{ at: cast.span.end, rule: named(rule) }]
        })
      : [],
  )
  const text = additions
    .toSorted((a, b) => b.at - a.at)
    .reduce((all, { at, rule }) => `${all.slice(0, at)} with ${rule}${all.slice(at)}`, source.text)
  const derived = { ...source, text }
  const { loader } = surroundings
  if (!loader) return { ...readable, source: derived }
  // What the new text imports stands where the old one's did.
  const beside: Loader = {
    load: (path, from) => loader.load(path, from === derived ? source : from),
  }
  return { ...readable, source: derived, surroundings: { ...surroundings, loader: beside } }
}

/** Only a name may become part of a text. */
function named(rule: string): string {
  if (/^[A-Za-z]\w*$/.test(rule)) return rule
  throw new UsageError(`A plasticity is called ${JSON.stringify(rule)}; it must be a name.`)
}
