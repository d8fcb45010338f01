/** Connect clauses become the connections they say, and the same ones for ever. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { examine } from '../../../compiler/index.ts'
import type { ConnectionTable } from '../../../runtime/engine/plan.ts'
import { expandConnect } from '../../../runtime/link/connections/expand-connect.ts'
import type { Allocate } from '../../../runtime/link/connections/growing.ts'
import { tableFromArrays } from '../../../runtime/link/connections/table-from-arrays.ts'

const allocate = ((type: string, length: number) => {
  if (type === 'integer') return new Int32Array(length)
  return type === 'single' ? new Float32Array(length) : new Float64Array(length)
}) as Allocate

interface Sizes {
  readonly pre?: number
  readonly post?: number
  readonly seed?: number
}

function expand(clause: string, { pre = 6, post = 6, seed = 1 }: Sizes = {}): ConnectionTable {
  const text = `neuron N { state x = 0 }
synapse S { on pre { x_post += weight } }
model M {
  population A of ${pre} is N
  population B of ${post} is N
  connect A to B by S ${clause}
}`
  const { models, diagnostics } = examine({ path: 'test.livn', text })
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  const connect = models[0]?.connects[0]
  if (!connect) throw new Error('no clause')
  const coordinates = Float64Array.from({ length: 3 * Math.max(pre, post) }, (_, k) =>
    k % 3 === 0 ? 10 * k : 0,
  )
  const end = (name: string, count: number) => ({ name, count, coordinates })
  return expandConnect(connect, {
    seed,
    clause: 0,
    pre: end('A', pre),
    post: end('B', post),
    allocate,
  })
}

const pairs = ({ rows, targets }: ConnectionTable): (readonly [number, number])[] =>
  [...rows]
    .slice(0, -1)
    .flatMap((start, i) => [...targets.subarray(start, rows[i + 1])].map((j) => [i, j] as const))

const all = (pre: number, post: number) =>
  Array.from({ length: pre * post }, (_, k) => [Math.floor(k / post), k % post] as const)

test('without a condition everybody reaches everybody', () => {
  expect(pairs(expand('', { pre: 2, post: 3 }))).toEqual(all(2, 3))
})

test('a condition keeps the pairs for which it holds', () => {
  const wanted = all(6, 6).filter(([i, j]) => Math.abs(i - j) < 3 && i !== j)

  expect(pairs(expand('where abs(i - j) < 3 and i != j'))).toEqual(wanted)
})

test('a range makes a neighbourhood, and its condition keeps it inside', () => {
  const table = expand('each j in range(i - 2, i + 3) where 0 <= j and j < N_post and j != i')

  const wanted = all(6, 6).filter(([i, j]) => Math.abs(i - j) <= 2 && i !== j)
  expect(pairs(table)).toEqual(wanted)
})

test('ranges of any step give each target in order', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.integer({ min: 1, max: 3 }), (start, by) => {
      const up = pairs(expand(`each j in range(${start}, N_post, ${by})`, { pre: 1 }))
      const down = pairs(expand(`each j in range(${start}, -1, ${-by})`, { pre: 1 }))

      expect(up.map(([, j]) => j)).toEqual(counted(start, 6, by))
      expect(down.map(([, j]) => j)).toEqual(counted(start % by, start + 1, by))
    }),
  )
})

const counted = (from: number, to: number, by: number): number[] => {
  const found: number[] = []
  for (let j = from; j < to; j += by) found.push(j)
  return found
}

test('distance is between the two cells', () => {
  const near = pairs(expand('where distance < 40 um'))

  expect(near).toEqual(all(6, 6).filter(([i, j]) => 30 * Math.abs(i - j) < 40))
})

test('choose takes exactly so many different targets', () => {
  const table = expand('each j in choose(N_post, 20)', { pre: 50, post: 90 })

  const rows = [...table.rows]
  expect(rows.slice(1).map((end, k) => end - (rows[k] ?? 0))).toEqual(Array(50).fill(20))
  for (let i = 0; i < 50; i++) {
    const row = [...table.targets.subarray(rows[i], rows[i + 1])]
    expect(new Set(row).size).toBe(20)
    expect(row).toEqual([...row].sort((a, b) => a - b))
  }
})

describe.each([
  'with probability 0.1',
  'each j in sample(N_post, 0.1)',
  'each j in choose(N_post, 40)',
])('%s', (clause) => {
  test('reaches every target as often as every other', () => {
    const { targets } = expand(clause, { pre: 400, post: 400 })

    const counts = new Float64Array(400)
    for (const j of targets) counts[j] = (counts[j] ?? 0) + 1
    const mean = targets.length / 400
    const chiSquare = counts.reduce((sum, n) => sum + (n - mean) ** 2 / mean, 0)
    expect(Math.abs(targets.length - 16_000)).toBeLessThan(5 * Math.sqrt(16_000))
    expect(chiSquare).toBeGreaterThan(400 - 6 * Math.sqrt(800))
    expect(chiSquare).toBeLessThan(400 + 6 * Math.sqrt(800))
  })

  test('makes the same connections from the same seed and others from another', () => {
    const size = { pre: 100, post: 100 }

    expect(expand(clause, size)).toEqual(expand(clause, size))
    expect(expand(clause, { ...size, seed: 2 }).targets).not.toEqual(expand(clause, size).targets)
  })

  test('gives a source its targets whoever else there is', () => {
    const few = pairs(expand(clause, { pre: 10, post: 400 }))
    const many = pairs(expand(clause, { pre: 400, post: 400 }))

    expect(many.filter(([i]) => i < 10)).toEqual(few)
  })
})

test('times makes several connections of one pair', () => {
  expect(pairs(expand('where i == j times 3', { pre: 2 }))).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [1, 1],
    [1, 1],
    [1, 1],
  ])
})

test('values that are equal for all are one number, others one each and inside their range', () => {
  const fixed = expand('{ weight = 0.5; delay = 2 ms }')
  const drawn = expand('{ weight = 0.5 + rand(); delay ~ uniform(0.5 ms, 2 ms) }', {
    pre: 30,
    post: 30,
  })

  expect([fixed.weight, fixed.delay]).toEqual([0.5, 2])
  const weights = [...(drawn.weight as Float32Array)]
  const delays = [...(drawn.delay as Float32Array)]
  expect(weights.length).toBe(900)
  expect(Math.min(...weights)).toBeGreaterThanOrEqual(0.5)
  expect(Math.max(...weights)).toBeLessThan(1.5)
  expect(weights.reduce((a, b) => a + b) / 900).toBeCloseTo(1, 1)
  expect(delays.every((ms) => ms >= 0.5 && ms < 2)).toBe(true)
  expect(new Set(weights).size).toBeGreaterThan(890)
})

test('a value may depend on both cells', () => {
  const { weight } = expand('{ weight = 10 * i + j }', { pre: 2, post: 2 })

  expect([...(weight as Float32Array)]).toEqual([0, 1, 10, 11])
})

describe('what cannot be is refused with the pair', () => {
  test.each([
    [
      'each j in range(i, i + 2)',
      'for i = 5 the target j = 6 is not one of the 6 cells of B. Exclude it',
    ],
    [
      '{ delay = -1 ms * i }',
      'delay from i = 1 to j = 0 is -1; a delay is a finite time from 0 ms on.',
    ],
    ['{ weight = 1 / i }', 'weight from i = 0 to j = 0 is Infinity; it must be a finite number.'],
    ['with probability 0.3 * i', 'the probability for i = 4 is 1.2'],
    ['each j in choose(N_post, 4 * i)', '8 different targets cannot be chosen of 6.'],
  ])('%s', (clause, message) => {
    expect(() => expand(clause)).toThrow(message)
  })
})

test('explicit connections are sorted by source and target; equal ones keep their order', () => {
  const connection = fc.tuple(fc.nat(3), fc.nat(2))

  fc.assert(
    fc.property(fc.array(connection), (given) => {
      const i = Int32Array.from(given, ([pre]) => pre)
      const j = Int32Array.from(given, ([, post]) => post)
      const weight = Float64Array.from(given, (_, k) => k)

      const table = tableFromArrays(
        { i, j, weight, parameters: new Map() },
        { sources: 4, targets: 3 },
        allocate,
      )

      const wanted = given
        .map(([pre, post], k) => [pre, post, k] as const)
        .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
      expect(pairs(table)).toEqual(wanted.map(([pre, post]) => [pre, post]))
      expect([...(table.weight as Float64Array)]).toEqual(wanted.map(([, , k]) => k))
    }),
  )
})
