/** What is thrown when the compiler itself is wrong: names the pass and prints what it was working on. */
export class InternalError extends Error {
  /** The pass that made, or could not read, the value. */
  readonly pass: string
  /** The value as text; empty where there is none to show. */
  readonly printed: string

  constructor(pass: string, fact: string, printed = '') {
    super(
      [`after ${pass}: ${fact}`, printed, 'This is a mistake in livn, not in the model.']
        .filter(Boolean)
        .join('\n\n'),
    )
    this.name = 'InternalError'
    this.pass = pass
    this.printed = printed
  }
}
