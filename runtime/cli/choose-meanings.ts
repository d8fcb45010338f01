/** Which declarations and models of a file a command is about. */
import type { Dynamics, Examined, Model, Source, Surroundings } from '../../compiler/index.ts'
import { UsageError } from '../../compiler/usage-error.ts'

export type Meaning = Dynamics | Model

export const isModel = (meaning: Meaning): meaning is Model => 'populations' in meaning

export const nameOption = {
  flags: '--name <name>',
  meaning: 'only this declaration or model of the file',
} as const

type Compiler = typeof import('../../compiler/index.ts')

/** Everything a file declares, in order, its models last; a file with mistakes has no meaning yet. */
export function readMeanings(
  source: Source,
  surroundings: Surroundings,
  { examine, ModelError, render }: Compiler,
): readonly Meaning[] {
  const { own, declarations, models, diagnostics }: Examined = examine(source, surroundings)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    throw new ModelError(errors, errors.map((each) => render(each)).join('\n\n'))
  }
  const equations = own.flatMap((name) => declarations.get(name) ?? [])
  return [...equations, ...models]
}

/** The one of that name; without a name the models, or all declarations where there is no model. */
export function chooseMeanings(
  all: readonly Meaning[],
  name: string | undefined,
  path: string,
): readonly Meaning[] {
  const cast = all.filter(isModel)
  if (name === undefined) return cast.length > 0 ? cast : all
  const named = all.filter((meaning) => meaning.name === name)
  if (named.length > 0) return named
  const known = all.map((meaning) => meaning.name).join(', ') || 'nothing'
  throw new UsageError(`${path} declares no ${name}; it declares ${known}.`)
}
