/** Random numbers as cells draw them: the right distributions, nothing in common, the same on every device. */
import { beforeAll, describe, expect, test } from 'vitest'
import { Env } from '../../../runtime/env.ts'

const cells = 400
const steps = 200

const text = `neuron N {
  u = rand() : 1
  z = randn() : 1
}
model M { population P of ${cells} is N }`

async function drawn(name: string, options: object = {}): Promise<readonly Float64Array[]> {
  const env = new Env({ path: 'draws.livn', text }, { dt: 1, ...options })
  const run = await env.record(name).run(steps)
  await env.close()
  return run.signal(name)
}

const total = cells * steps

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length

function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)]
  const product = mean(a.map((x, k) => (x - ma) * ((b[k] ?? 0) - mb)))
  const deviation = (values: readonly number[], m: number) =>
    Math.sqrt(mean(values.map((x) => (x - m) ** 2)))
  return product / deviation(a, ma) / deviation(b, mb)
}

/** Kolmogorov and Smirnov's largest distance, times the root of the number. */
function distance(values: readonly number[], probability: (x: number) => number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const gaps = sorted.map((x, k) => {
    const p = probability(x)
    return Math.max(Math.abs((k + 1) / sorted.length - p), Math.abs(p - k / sorted.length))
  })
  return Math.max(...gaps.slice(0, 100_000)) * Math.sqrt(sorted.length)
}

/** Abramowitz and Stegun 7.1.26, to 1.5e-7. */
function normalProbability(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2)
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592]
  const error = 1 - series.reduce((sum, c) => sum * t + c, 0) * t * Math.exp((-x * x) / 2)
  return x < 0 ? (1 - error) / 2 : (1 + error) / 2
}

describe.each([
  { name: 'u', middle: 0.5, variance: 1 / 12, probability: (x: number) => x },
  { name: 'z', middle: 0, variance: 1, probability: normalProbability },
])('$name', ({ name, middle, variance, probability }) => {
  let rows: readonly Float64Array[] = []
  let all: readonly number[] = []
  beforeAll(async () => {
    rows = await drawn(name)
    all = rows.flatMap((row) => [...row])
  })

  test('has its mean and variance within five standard errors', () => {
    const off = mean(all) - middle
    const spread = mean(all.map((x) => (x - middle) ** 2))

    expect(Math.abs(off)).toBeLessThan(5 * Math.sqrt(variance / total))
    expect(Math.abs(spread / variance - 1)).toBeLessThan(5 * Math.sqrt(2 / total))
  })

  test('has its distribution', () => {
    expect(distance(all, probability)).toBeLessThan(2)
  })

  test('of one step says nothing about the next, nor one cell about another, nor about a later step of another', () => {
    const later = rows.flatMap((row) => [...row.subarray(1)])
    const sooner = rows.flatMap((row) => [...row.subarray(0, -1)])
    const here = rows.slice(0, -1).flatMap((row) => [...row])
    const beside = rows.slice(1).flatMap((row) => [...row])
    const besideLater = rows.slice(1).flatMap((row) => [...row.subarray(1)])
    const hereSooner = rows.slice(0, -1).flatMap((row) => [...row.subarray(0, -1)])

    const limit = 5 / Math.sqrt(total)
    expect(Math.abs(correlation(sooner, later))).toBeLessThan(limit)
    expect(Math.abs(correlation(here, beside))).toBeLessThan(limit)
    expect(Math.abs(correlation(hereSooner, besideLater))).toBeLessThan(limit)
  })

  test('is the same on every device, and differs by seed', async () => {
    expect(await drawn(name, { backend: 'js' })).toEqual(
      await drawn(name, { backend: 'interpreter' }),
    )
    const js = await drawn(name, { backend: 'js' })
    js.forEach((row, i) => {
      row.forEach((x, k) => {
        expect(Math.abs(x - (rows[i]?.[k] ?? Number.NaN))).toBeLessThan(1e-13)
      })
    })
    expect(await drawn(name, { threads: 3 })).toEqual(rows)
    expect(await drawn(name, { seed: 2 })).not.toEqual(rows)
  })
})
