/** Populations that share their code draw numbers of their own. */
import { expect, test } from 'vitest'
import { Env } from '../../../runtime/env.ts'

const text = `
neuron Leaky {
  dv/dt = (-70 mV - v) / 20 ms + 10 mV * xi * sqrt(2 / 20 ms) : mV
}
model Pair {
  population EXC of 3 is Leaky
  population INH of 3 is Leaky
}
`

async function voltagesOn(backend: string): Promise<readonly number[]> {
  const env = new Env({ path: 'pair.livn', text }, { backend, seed: 5 })
  env.recordVoltage('EXC').recordVoltage('INH')
  const run = await env.run(1)
  await env.close()
  return (run.voltage ?? []).map((voltages) => voltages.at(-1) ?? Number.NaN)
}

test('two populations of one noisy neuron move as the interpreter says, each in its own way', async () => {
  const voltages = await voltagesOn('wasm')

  const expected = await voltagesOn('interpreter')
  expect(voltages).toHaveLength(expected.length)
  for (const [k, v] of voltages.entries()) expect(v).toBeCloseTo(expected[k] ?? Number.NaN, 9)
  expect(new Set(voltages).size).toBe(6)
})
