/** The generator of systems: the same numbers for ever, and numbers that look like chance. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uniformAt } from '../../compiler/ir/random.ts'
import { decay, logarithm } from '../../systems/exact-functions.ts'
import { Random } from '../../systems/random.ts'

const many = (count: number, draw: () => number) => Array.from({ length: count }, draw)

/** How often each whole number below a size occurs. */
function tally(size: number, values: readonly number[]): readonly number[] {
  const counts = new Array<number>(size).fill(0)
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

test('the numbers of a stream are frozen', () => {
  const random = new Random(123, 'EXC->INH')

  const drawn = [random.uniformAt(0, 0), random.uniformAt(7, 5), random.uniform(), random.normal()]

  expect(drawn).toEqual([
    0.9495714280824072, 0.9227714352949676, 0.41551909129651476, -0.9101603806578232,
  ])
})

test('pairs of counters give what Threefry with thirteen rounds gives', () => {
  const [seed, a, stream] = [123, 0x811c9dc5, '']

  expect(new Random(seed, stream).uniformAt(5, 9)).toBe(uniformAt(seed, a, 5, 9))
})

test('a pair has its number whenever it is asked for', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), (seed, a, b) => {
      const [early, late] = [new Random(seed, 's'), new Random(seed, 's')]
      late.uniform()
      late.uniformAt(b, a)

      const u = early.uniformAt(a, b)

      expect(late.uniformAt(a, b)).toBe(u)
      expect(u).toBeGreaterThanOrEqual(0)
      expect(u).toBeLessThan(1)
    }),
  )
})

test('streams of other names and seeds are other numbers', () => {
  const streams = [new Random(1, 'a'), new Random(1, 'b'), new Random(2, 'a')]

  expect(new Set(streams.map((random) => random.uniform())).size).toBe(3)
})

test('uniform numbers fill their bins evenly', () => {
  const random = new Random(1, 'bins')

  const bins = tally(
    64,
    many(64_000, () => Math.floor(64 * random.uniform())),
  )

  const chiSquare = bins.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)
  expect(chiSquare).toBeGreaterThan(30)
  expect(chiSquare).toBeLessThan(110)
})

test('neighbouring pairs have nothing to do with each other', () => {
  const random = new Random(1, 'pairs')
  const products = many(20_000, () => 0).map(
    (_, k) => (random.uniformAt(k, 3) - 0.5) * (random.uniformAt(k, 4) - 0.5),
  )

  expect(Math.abs(mean(products))).toBeLessThan(0.0025)
})

test('normal numbers have mean 0, variance 1 and the kurtosis of a bell', () => {
  const random = new Random(1, 'bell')

  const drawn = many(50_000, () => random.normal())

  expect(mean(drawn)).toBeCloseTo(0, 1)
  expect(mean(drawn.map((x) => x * x))).toBeCloseTo(1, 1)
  expect(mean(drawn.map((x) => x ** 4))).toBeCloseTo(3, 0)
})

test('whole numbers stay below their bound and reach all values', () => {
  const random = new Random(1, 'dice')

  expect(new Set(many(200, () => random.integer(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]))
})

test('a choice has as many different, ascending numbers as asked for', () => {
  fc.assert(
    fc.property(fc.nat({ max: 50 }), fc.nat({ max: 50 }), fc.nat(), (count, below, seed) => {
      const chosen = [...new Random(seed, 'choice').choose(count, below)]

      expect(chosen).toHaveLength(Math.min(count, below))
      expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b))
      expect(chosen.every((k) => k >= 0 && k < below)).toBe(true)
    }),
  )
})

test('a choice takes each number as often as any other', () => {
  const random = new Random(1, 'fair')

  const choices = many(5000, () => 0).flatMap(() => [...random.choose(3, 10)])
  const taken = tally(10, choices)

  expect(Math.min(...taken)).toBeGreaterThan(1350)
  expect(Math.max(...taken)).toBeLessThan(1650)
})

test('decay and logarithm agree with those of the engine to ten digits', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 31, noNaN: true }), (s) => {
      expect(decay(s) * Math.exp(s)).toBeCloseTo(1, 10)
    }),
  )
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
      expect(logarithm(x) - Math.log(x)).toBeCloseTo(0, 10)
    }),
  )
})
