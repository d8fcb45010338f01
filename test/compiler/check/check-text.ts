/** Model texts checked where they stand: what they mean, and what is said about them. */
import { type Checked, check } from '../../../compiler/check/check.ts'
import type { Dynamics, Variable } from '../../../compiler/ir/dynamics.ts'
import { printExpr } from '../../../compiler/ir/print-expr.ts'
import type { Source } from '../../../grammar/diagnostics.ts'
import { parse } from '../../../grammar/parse.ts'

/** Other files by path, that imports can reach. */
export type Folder = ReadonlyMap<string, string>

export function checked(text: string, folder: Folder = new Map()): Checked {
  const sources = new Map([...folder].map(([path, each]) => [path, { path, text: each }]))
  const load = (path: string): Source | 'outside' | undefined =>
    path.startsWith('..') ? 'outside' : sources.get(path)
  const { file, diagnostics } = parse({ path: 'model.livn', text })
  const known = check(file, { loader: { load } })
  return { ...known, diagnostics: [...diagnostics, ...known.diagnostics] }
}

/** Every complaint as `code: message`. */
export function complaints(text: string, folder?: Folder): readonly string[] {
  return checked(text, folder).diagnostics.map(({ code, message }) => `${code}: ${message}`)
}

/** The complaints with their notes and fixes, one text each. */
export function explanations(text: string, folder?: Folder): readonly string[] {
  return checked(text, folder).diagnostics.map(({ message, notes, fix }) =>
    [message, ...notes, ...(fix ? [fix.sentence] : [])].join(' '),
  )
}

/** The text under the caret of every complaint. */
export function marked(text: string): readonly string[] {
  return checked(text).diagnostics.map(({ span }) => span.source.text.slice(span.start, span.end))
}

/** The codes alone, without repetition. */
export const codesOf = (text: string, folder?: Folder): readonly string[] => [
  ...new Set(checked(text, folder).diagnostics.map(({ code }) => code)),
]

export function dynamicsOf(text: string, name: string, folder?: Folder): Dynamics {
  const { declarations, diagnostics } = checked(text, folder)
  const dynamics = declarations.get(name)
  if (!dynamics || diagnostics.some(({ severity }) => severity === 'error')) {
    throw new Error(diagnostics.map(({ message }) => message).join('\n') || `no ${name}`)
  }
  return dynamics
}

export function variableOf<K extends Variable['kind']>(
  dynamics: Dynamics,
  name: string,
  kind: K,
): Extract<Variable, { kind: K }> {
  const isWanted = (v: Variable | undefined): v is Extract<Variable, { kind: K }> =>
    v?.kind === kind
  const variable = dynamics.variables.get(name)
  if (!isWanted(variable)) throw new Error(`${name} is ${variable?.kind ?? 'nothing'}, no ${kind}`)
  return variable
}

/** The derivative of a state as text. */
export function driftOf(dynamics: Dynamics, name: string): string {
  const { drift } = variableOf(dynamics, name, 'state')
  return drift ? printExpr(drift) : 'nothing'
}

/** The value of a definition as text. */
export const valueOf = (dynamics: Dynamics, name: string): string =>
  printExpr(variableOf(dynamics, name, 'definition').value)
