/** A search finds what its targets want, proves it, goes on where it was broken off, and keeps its best. */
import { expect, test } from 'vitest'
import type { Evaluator } from '../../../runtime/tuning/evaluator.ts'
import type { Features } from '../../../runtime/tuning/features.ts'
import type { Space } from '../../../runtime/tuning/search-space.ts'
import { usualTargets } from '../../../runtime/tuning/targets.ts'
import type { Attempt } from '../../../runtime/tuning/trial.ts'
import { type Progress, tune, type TuneOptions } from '../../../runtime/tuning/tune.ts'

const space: Space = ['weight-a', 'noise-b'].map((name) => {
  return { name, from: 0.1, to: 10, isLogarithmic: true }
})

/** A culture of closed form: EXC fires as `a` says, INH as `b`, a little otherwise with every seed. */
const formula = ({ params, seed, duration }: Attempt): Features => {
  const { 'weight-a': a = 0, 'noise-b': b = 0 } = params
  const rates = { EXC: a * (1 + 0.02 * seed), INH: b }
  const calm = { isiCv: 0.9, activeFraction: 1, activeCells: 10, burstRate: 0.1, tailRate: a }
  return { rates, ...calm, duration }
}

const evaluatorOf = (features: (attempt: Attempt) => Features): Evaluator => ({
  evaluate: async (attempts) => attempts.map(features),
  close: async () => {},
})

const options: TuneOptions = {
  space,
  targets: usualTargets,
  seed: 1,
  start: { 'weight-a': 0.2, 'noise-b': 9 },
  duration: 100,
  warmup: 0,
  seeds: 2,
  proof: { duration: 1000, seeds: 5 },
  generations: 30,
}

test('rates far from their targets are brought there', async () => {
  const { best, search } = await tune(evaluatorOf(formula), options)

  expect(best.proven).toBe('alive')
  expect(search.generation).toBeGreaterThan(0)
  expect(Math.abs(Math.log((best.features.rate_EXC ?? 0) / 2))).toBeLessThan(Math.log(1.8))
  expect(Math.abs(Math.log((best.features.rate_INH ?? 0) / 4))).toBeLessThan(Math.log(1.8))
  expect(best.features.seeds).toBe(5)
})

test('a start that lives already is proven and kept', async () => {
  const start = { 'weight-a': 2, 'noise-b': 4 }

  const { best, search, tries } = await tune(evaluatorOf(formula), { ...options, start })

  expect(search.generation).toBe(0)
  expect(tries).toBe(2 + 5)
  expect(best.params['weight-a']).toBeCloseTo(2, 4)
})

test('what lives for a short while only is not taken', async () => {
  const shortLived = (attempt: Attempt): Features => {
    const features = formula(attempt)
    return attempt.duration > 100 ? { ...features, isiCv: 0.3 } : features
  }

  const { best } = await tune(evaluatorOf(shortLived), { ...options, generations: 5 })

  expect(best.proven).not.toBe('alive')
})

test('a search that is broken off and gone on with finds what it would have found', async () => {
  const never = { ...options, targets: { ...usualTargets, isiCv: 0.2 } }
  const evaluator = evaluatorOf(formula)

  const half = await tune(evaluator, { ...never, generations: 4 })
  const resume = JSON.parse(JSON.stringify(half)) as Progress
  const resumed = await tune(evaluator, { ...never, generations: 8, resume })

  expect(resumed).toEqual(await tune(evaluator, { ...never, generations: 8 }))
})

test('a search that is stopped keeps the best until then', async () => {
  const stop = new AbortController()
  const seen: number[] = []
  const onProgress = ({ best }: Progress): void => {
    seen.push(best.cost)
    if (seen.length === 3) stop.abort()
  }
  const never = { ...options, targets: { ...usualTargets, isiCv: 0.2 } }

  const { best } = await tune(evaluatorOf(formula), { ...never, onProgress, signal: stop.signal })

  expect(seen).toHaveLength(3)
  expect(best.cost).toBe(Math.min(...seen))
})

test('the best never gets worse', async () => {
  const costs: number[] = []
  const onProgress = ({ best }: Progress): void => void costs.push(best.cost)

  await tune(evaluatorOf(formula), {
    ...options,
    targets: { ...usualTargets, isiCv: 0.2 },
    onProgress,
  })

  expect(costs).toEqual([...costs].sort((a, b) => b - a))
})
