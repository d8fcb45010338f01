/** The flip-book of a compile: every stage as text. */
import type { Dynamics, Model } from './ir/dynamics.ts'
import { printDynamics } from './ir/print-dynamics.ts'
import { printKernel } from './ir/print-kernel.ts'
import { printModel } from './ir/print-model.ts'
import { type CompileOptions, compileDeclaration, compileModel } from './compile.ts'
import type { Watch } from './pipeline.ts'
import type { Program } from './program.ts'

/** What one pass made. */
export interface Page {
  readonly pass: string
  /** The population or kernel it is about. */
  readonly subject: string
  readonly text: string
}

export function explain(
  meaning: Dynamics | Model,
  options: CompileOptions = {},
): { readonly pages: readonly Page[]; readonly program: Program } {
  const pages: Page[] = [{ pass: 'check', subject: meaning.name, text: textOf(meaning) }]
  const watch: Watch = (pass, value) => {
    const isKernel = 'domain' in value
    const text = isKernel ? printKernel(value) : printDynamics(value)
    if (pages.at(-1)?.text !== text)
      pages.push({ pass, subject: isKernel ? value.title : value.name, text })
    return value
  }
  const program =
    'populations' in meaning
      ? compileModel(meaning, { ...options, watch })
      : compileDeclaration(meaning, { ...options, watch })
  pages.push({ pass: 'choose-integrators', subject: meaning.name, text: choices(program) })
  pages.push({ pass: 'emit', subject: program.artifact.target, text: program.artifact.text })
  return { pages, program }
}

const textOf = (meaning: Dynamics | Model): string =>
  'populations' in meaning ? printModel(meaning) : printDynamics(meaning)

function choices({ populations }: Program): string {
  return populations
    .flatMap(({ methods, name }) =>
      methods.map(({ states, method, why }) => `${name}  ${states.join(', ')}: ${method} — ${why}`),
    )
    .join('\n')
}
