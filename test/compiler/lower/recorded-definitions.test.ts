/** What is recorded under a name of its own may be made of definitions of every kind. */
import { expect, test } from 'vitest'
import { Env } from '../../../runtime/index.ts'

test('a record may be of a definition of one that holds still over a step', async () => {
  const text = `neuron N {
  still = 2 * v : mV (constant over dt)
  sum   = still + v : mV
  dv/dt = -v / (10 ms) : mV
  v(0)  = 3 mV
  record six = 2 * sum : mV
}
model M { population A of 2 is N }`
  const env = new Env({ path: 'm.livn', text }, { dt: 1 })
  env.record('six').record('v')

  const run = await env.run(3)

  const v = run.signal('v')[0] ?? []
  expect([...(run.signal('six')[0] ?? [])]).toEqual(Array.from(v, (each) => 6 * each))
})
