/** Gaps between hits are geometric, and a table of them says what their logarithms say. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Gaps } from '../../../runtime/link/connections/gaps.ts'

/** Enough words to have a table made. */
function experienced(probability: number): Gaps {
  const gaps = new Gaps(probability)
  for (let k = 0; k < 2 ** 15; k++) gaps.of(0)
  return gaps
}

const words = fc.integer({ min: 0, max: 2 ** 32 - 1 })

test.each([1e-6, 0.003, 0.1, 0.5, 0.97])(
  'at a probability of %s every word has the gap of its logarithm',
  (probability) => {
    const gaps = experienced(probability)
    const perMiss = 1 / Math.log1p(-probability)

    fc.assert(
      fc.property(words, (bits) => {
        expect(gaps.of(bits) === Math.floor(Math.log((bits + 1) * 2 ** -32) * perMiss)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  },
)

test('both ends of every step of the table agree with the logarithm', () => {
  const gaps = experienced(0.1)
  const untaught = new Gaps(0.1)
  const ends = Array.from({ length: 2 ** 13 }, (_, k) => k * 2 ** 19 - (k % 2))

  const differing = ends.filter(
    (bits) => gaps.of(Math.max(0, bits)) !== untaught.of(Math.max(0, bits)),
  )

  expect(differing).toEqual([])
})
