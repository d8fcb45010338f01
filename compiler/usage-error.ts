/** What is thrown when a call is wrong: a target, population or declaration that does not exist. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
