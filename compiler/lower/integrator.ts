/** What an integrator is: a few lines of mathematics, applied to every state at once. */

/**
 * In a scheme, `x` is the state, `f(x, t)` the drift, `g(x, t)` the noise amplitude, `dW` the noise
 * of the step, `slope(x, t)` the derivative of a drift by its own state. Each line names a value for
 * every state; the last line gives the new `x`. All new values come from old ones.
 */
export interface Integrator {
  readonly name: string
  /** Other names that mean the same. */
  readonly aliases: readonly string[]
  /** Global order of convergence, which a test measures. */
  readonly order: number
  /** What noise it can treat. `additive`: g does not depend on the state. `diagonal`: one noise per equation. */
  readonly noise: 'none' | 'additive' | 'any' | 'diagonal'
  readonly scheme: string
  /** One sentence for `explain` and the language reference. */
  readonly purpose: string
}

export const integrator = (row: Integrator): Integrator => row
