/** What is thrown when the compiler itself is wrong: names the pass and prints what it was working on. */
export class InternalError extends Error {
  /** Out of sight, because Node prints what it sees of an error, and the message says it all. */
  readonly #pass: string
  readonly #printed: string

  constructor(pass: string, fact: string, printed = '') {
    super(
      [`after ${pass}: ${fact}`, printed, 'This is a mistake in livn, not in the model.']
        .filter(Boolean)
        .join('\n\n'),
    )
    this.name = 'InternalError'
    this.#pass = pass
    this.#printed = printed
  }

  /** The pass that made, or could not read, the value. */
  get pass(): string {
    return this.#pass
  }

  /** The value as text; empty where there is none to show. */
  get printed(): string {
    return this.#printed
  }
}
