/** Poisson counts have the Poisson distribution, whatever the mean, and neighbours have nothing in common. */
import { expect, test } from 'vitest'
import { poissonAt } from '../../../compiler/ir/random.ts'

const cells = 400
const steps = 500

const drawn = (mean: number): readonly (readonly number[])[] =>
  Array.from({ length: cells }, (_, i) =>
    Array.from({ length: steps }, (_, step) => poissonAt(mean, 7, 1234567, i, step)),
  )

/** e^-m m^k / k! for k from 0 on, by way of logarithms. */
function probabilities(mean: number, most: number): readonly number[] {
  let log = -mean
  return Array.from({ length: most + 1 }, (_, k) => {
    if (k > 0) log += Math.log(mean / k)
    return Math.exp(log)
  })
}

/** Pearson's chi-square in its own standard deviations, of bins that expect at least ten counts. */
function surprise(counts: readonly number[], mean: number): number {
  const expected = probabilities(mean, Math.ceil(mean + 12 * Math.sqrt(mean) + 12))
  const seen = expected.map(() => 0)
  for (const count of counts) seen[count] = (seen[count] ?? 0) + 1
  let [chi, bins, hope, met] = [0, 0, 0, 0]
  const close = (): void => {
    chi += (met - hope) ** 2 / hope
    bins++
    hope = met = 0
  }
  let left = counts.length
  expected.forEach((p, k) => {
    hope += p * counts.length
    met += seen[k] ?? 0
    left -= p * counts.length
    if (hope >= 10 && left >= 10) close()
  })
  hope += left
  close()
  return (chi - (bins - 1)) / Math.sqrt(2 * Math.max(bins - 1, 1))
}

test.each([0.002, 0.1, 0.7, 2, 5, 11, 24, 40, 64, 65, 150, 1000, 20000])(
  'a mean of %f gives its distribution',
  (mean) => {
    expect(Math.abs(surprise(drawn(mean).flat(), mean))).toBeLessThan(5)
  },
)

test('a distribution that is off by two percent in its mean would be found out', () => {
  expect(surprise(drawn(2.04).flat(), 2)).toBeGreaterThan(5)
  expect(surprise(drawn(66).flat(), 65)).toBeGreaterThan(5)
})

test('counts beyond the first 32 bits come up as often as they should', () => {
  const mean = 1e-4
  const total = 4_000_000
  let sum = 0
  for (let step = 0; step < total; step++) sum += poissonAt(mean, 3, 99, step & 7, step)

  expect(Math.abs(sum / total / mean - 1)).toBeLessThan(5 / Math.sqrt(total * mean))
})

test.each([0.7, 2, 20, 100])(
  'of mean %f, cells that share a block of words, neighbours and steps are unrelated',
  (mean) => {
    const rows = drawn(mean).map((row) => row.map((count) => count - mean))
    const meanProduct = (other: (i: number, step: number) => number | undefined): number => {
      let [sum, pairs] = [0, 0]
      rows.forEach((row, i) => {
        row.forEach((x, step) => {
          const y = other(i, step)
          if (y === undefined) return
          sum += x * y
          pairs++
        })
      })
      return (sum / pairs / mean) * Math.sqrt(pairs)
    }

    expect(Math.abs(meanProduct((i, k) => (i % 2 ? undefined : rows[i + 1]?.[k])))).toBeLessThan(5)
    expect(Math.abs(meanProduct((i, k) => rows[i + 1]?.[k]))).toBeLessThan(5)
    expect(Math.abs(meanProduct((i, k) => rows[2 * i]?.[k + 1]))).toBeLessThan(5)
    expect(Math.abs(meanProduct((i, k) => rows[i]?.[k + 1]))).toBeLessThan(5)
  },
)

test('no mean, no count', () => {
  expect([0, -1, Number.NaN].map((mean) => poissonAt(mean, 1, 2, 3, 4))).toEqual([0, 0, 0])
})
