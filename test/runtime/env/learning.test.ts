/** Cultures that learn while somebody watches. */
import { expect, test } from 'vitest'
import { make, Stimulus } from '../../../runtime/index.ts'

const driven = Stimulus.fromCurrent([[0.02]], { dt: 500, gids: [0] })

test('without plasticity no weight is told', async () => {
  const env = await make('EI1')

  expect(env.getWeights()).toEqual([])
})

test('weights change while the culture learns, and stay as they are when it no longer does', async () => {
  const env = (await make('EI1')).enablePlasticity()
  const before = env.getWeights().flatMap(({ values }) => [...values])
  await env.run(500, { stimulus: driven })
  const learned = env.getWeights().flatMap(({ values }) => [...values])

  await env.disablePlasticity().run(500, { stimulus: driven })

  expect(learned.some((weight, k) => weight !== before[k])).toBe(true)
  expect(env.getWeights().flatMap(({ values }) => [...values])).toEqual(learned)
})

test('learning can begin in the middle, and nothing else changes then', async () => {
  const env = (await make('EI1')).recordSpikes().recordVoltage()
  await env.run(100)
  const expected = (await make('EI1')).recordSpikes().recordVoltage()
  await expected.run(100)

  env.enablePlasticity().disablePlasticity()
  const after = await env.run(100)

  expect(env.t).toBeCloseTo(200, 9)
  expect(after.events()).toEqual((await expected.run(100)).events())
})

test('each receptor may have a rule of its own, with its numbers', async () => {
  const env = (await make('EI1')).enablePlasticity({ AMPA: { rule: 'PairSTDP', w_max: 0.5 } })
  const before = env.getWeights().flatMap(({ values }) => [...values])

  await env.run(500, { stimulus: driven })

  const weights = env.getWeights()
  expect(new Set(weights.map(({ name }) => name.split('-')[2]))).toEqual(new Set(['AMPA']))
  const after = weights.flatMap(({ values }) => [...values])
  const changed = after.filter((weight, k) => weight !== before[k])
  expect(changed.length).toBeGreaterThan(0)
  expect(Math.max(...changed)).toBeLessThanOrEqual(0.5)
})

test('weights are recorded as they change', async () => {
  const env = (await make('EI1')).enablePlasticity().recordWeights({ dt: 1 })

  const run = await env.run(50, { stimulus: driven })

  const rows = run.signal('EXC_EXC-dend-AMPA-weight')
  expect(rows.length).toBe(env.getWeights()[0]?.values.length)
  expect(rows[0]?.length).toBe(50)
})

test.each([
  [
    { AMPAR: { rule: 'PairSTDP' } },
    /There is no synapse AMPAR to learn; .* has AMPA, NMDA, GABA_A/,
  ],
  [{ AMPA: { rule: 'PairStdp' } }, /PairSTDP/],
  [{ AMPA: { rule: 'A { } neuron B' } }, /it must be a name/],
  [{ wmax: 3 }, /No plasticity has a parameter wmax; there is .*w_max/],
])('%j is refused', async (config, message) => {
  const env = await make('EI1')

  expect(() => env.enablePlasticity(config)).toThrow(message)
})

test('after normalization each cell receives as much as it has connections that learn', async () => {
  const env = (await make('EI1')).enablePlasticity()
  await env.run(300, { stimulus: driven })

  env.normalizeWeights()

  const sums = new Map<number, readonly [sum: number, count: number]>()
  for (const { post, values } of env.getWeights()) {
    post.forEach((gid, k) => {
      const [sum, count] = sums.get(gid) ?? [0, 0]
      sums.set(gid, [sum + (values[k] ?? 0), count + 1])
    })
  }
  for (const [sum, count] of sums.values()) expect(sum).toBeCloseTo(count, 9)
})
