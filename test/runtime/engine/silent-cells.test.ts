/** Cells that are silent after a spike: WebAssembly keeps a queue of them, JavaScript asks each. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Env } from '../../../runtime/env.ts'
import type { Run } from '../../../runtime/run.ts'

const cells = 203

const leaky = ({ start = 'uniform(0, 1)' } = {}) => ({
  path: 'leaky.livn',
  text: `neuron Leaky {
  param bias ~ uniform(1.01, 1.3)
  dv/dt = (bias + g - v) / (20 ms) : 1 (unless refractory)
  dw/dt = (v - w) / (50 ms)        : 1 (unless refractory)
  dg/dt = -g / (4 ms)              : 1
  v(0)  ~ ${start}
  threshold  v > 1
  reset      { v = 0; w += 0.1 }
  refractory 2.3 ms
}
synapse Push { on pre { g_post += 0.02 } }
synapse Jump { on pre { v_post += 0.05 } }
model Net {
  population P of ${cells} is Leaky
  connect P to P by Push with probability 0.1 { delay ~ uniform(0.2 ms, 3 ms) }
  connect P to P by Jump with probability 0.02
}`,
})

const open = (backend: string, options: { start?: string; threads?: number } = {}): Env =>
  new Env(leaky(options), { backend, precision: 'f64', seed: 4, threads: options.threads ?? 1 })
    .recordSpikes()
    .record('v')
    .record('w')

/** Of spikes and states, as bytes: a difference of long arrays takes minutes to print. */
function bitsOf(run: Run): readonly string[] {
  const { ids, times } = run.events()
  const arrays = [ids, times, run.series('v').values, run.series('w').values]
  return arrays.map(({ buffer, byteOffset, byteLength }) =>
    createHash('sha256')
      .update(new Uint8Array(buffer, byteOffset, byteLength))
      .digest('hex'),
  )
}

test.each([
  ['a few are silent at a time', {}],
  ['all are silent at first', { start: 'uniform(1.1, 1.2)' }],
  ['most are silent at first, some not yet', { start: 'uniform(0.5, 1.2)' }],
  ['three threads have a queue each', { threads: 3 }],
])('where %s, spikes and states are those of JavaScript to the bit', async (_, options) => {
  const env = open('wasm', options)
  const run = await env.run(150)
  await env.close()

  expect(run.events().ids.length).toBeGreaterThan(4 * cells)
  expect(bitsOf(run)).toEqual(bitsOf(await open('js', options).run(150)))
})

test('runs that end while cells are silent are one run', async () => {
  const env = open('wasm', { start: 'uniform(0.5, 1.2)' })

  let parts = await env.run(0.7)
  for (let k = 1; k < 60; k++) parts = parts.concat(await env.run(0.7))

  const whole = await open('wasm', { start: 'uniform(0.5, 1.2)' }).run(42)
  expect(bitsOf(parts).filter((_, k) => k !== 1)).toEqual(bitsOf(whole).filter((_, k) => k !== 1))
})

test('what is set in a silent cell stays until its silence is over', async () => {
  const inTurn = async (backend: string) => {
    const env = open(backend)
    const last = (await env.run(30)).events().ids.at(-1) ?? 0
    env.cells.cell(last).set('v', 0.25)
    return { last, run: await env.run(30) }
  }

  const { last, run } = await inTurn('wasm')

  expect(run.signal('v')[last]?.slice(0, 4)).toEqual(Float64Array.of(0.25, 0.25, 0.25, 0.25))
  expect(bitsOf(run)).toEqual(bitsOf((await inTurn('js')).run))
})
