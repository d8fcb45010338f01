/** One try: the same numbers and seed live the same life; one that runs away is left early. */
import { expect, test } from 'vitest'
import { evaluateHere } from '../../../runtime/tuning/evaluator.ts'
import { Trial } from '../../../runtime/tuning/trial.ts'

const spec = { system: 'EI1', model: 'lif-culture', dt: 0.1 }
const attempt = { params: {}, seed: 3, warmup: 100, duration: 1500 }

test('the same numbers with the same seed live the same life, whatever was tried in between', async () => {
  const trial = new Trial(spec)

  const first = await trial.run(attempt)
  await trial.run({ ...attempt, seed: 4, params: { 'noise-level': 2 } })
  const again = await trial.run({ ...attempt, params: { 'noise-level': 1 } })

  expect(again).toEqual(first)
  expect(first.rates.EXC).toBeGreaterThan(0)
})

test('a culture in a frenzy is left at the first glance', async () => {
  const trial = new Trial(spec)

  const features = await trial.run({ ...attempt, params: { 'noise-mu': 900 }, duration: 5000 })

  expect(features.tailRate).toBeGreaterThan(200)
  expect(features.duration).toBe(100)
})

test('a culture that fires too fast is left after a second of it', async () => {
  const trial = new Trial(spec)

  const features = await trial.run({ ...attempt, params: { 'noise-mu': 260 }, duration: 5000 })

  expect(features.tailRate).toBeGreaterThan(60)
  expect(features.duration).toBe(1000)
})

test('attempts are answered in their order', async () => {
  const evaluator = evaluateHere(new Trial(spec))
  const attempts = [0.5, 2].map((level) => ({ ...attempt, params: { 'noise-level': level } }))

  const [calm, lively] = await evaluator.evaluate(attempts)

  expect(calm?.rates.EXC).toBeLessThan(lively?.rates.EXC ?? 0)
  await evaluator.close()
})
