/** What is thrown when a model is wrong: all its diagnostics in one error. */
import type { Diagnostic } from '../../grammar/diagnostics.ts'

export class ModelError extends Error {
  /** Out of sight, because each carries the text of its file and Node prints what it sees of an error. */
  readonly #diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[], rendered?: string) {
    super(rendered ?? diagnostics.map((d) => d.message).join('\n'))
    this.name = 'ModelError'
    this.#diagnostics = diagnostics
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics
  }
}
