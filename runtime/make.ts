/** An Env in one call: the system, the model for it, and the numbers with which they live. */
import { Env, type EnvOptions, type From } from './env.ts'

/**
 * `await make('EI2')`; a system may also be a folder, a number of cells, `{ EXC: 80, INH: 20 }` or a System.
 *
 * ```js
 * const env = await make('EI1', { model: 'lif-culture', seed: 7 })
 * ```
 */
export async function make(from: From = 'EI', options: EnvOptions = {}): Promise<Env> {
  const env = new Env(from, options)
  await env.init()
  return env.applyDefaultParams()
}
