/** What is thrown when a call is wrong: an unknown population, a missing file, a mode nothing accepts. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
