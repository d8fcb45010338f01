/** Spaces: what is inside, samples that a seed decides, and numbers in a row. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UsageError } from '../../../compiler/usage-error.ts'
import { Box } from '../../../runtime/learning/box.ts'
import { Dict, Tuple } from '../../../runtime/learning/composed-spaces.ts'
import { Discrete } from '../../../runtime/learning/discrete.ts'
import { MultiBinary } from '../../../runtime/learning/multi-binary.ts'
import { MultiDiscrete } from '../../../runtime/learning/multi-discrete.ts'

const infinity = Number.POSITIVE_INFINITY

const spaces = [
  new Box(-1, 1, [2, 3]),
  new Box([-infinity, 0, -infinity], [infinity, infinity, 5]),
  new Discrete(5, -2),
  new MultiDiscrete([3, 1, 4]),
  new MultiBinary(6),
  new Dict({ place: new Box(0, 1, [2]), button: new Discrete(2) }),
  new Tuple([new Discrete(3), new Dict({ deep: new MultiBinary(2) })]),
]

test.each(spaces.map((space) => [String(space), space] as const))(
  '%s contains its samples, the same for the same seed',
  (_name, space) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const sample = space.sample(seed)
        expect(space.contains(sample)).toBe(true)
        expect(space.sample(seed)).toEqual(sample)
      }),
    )
  },
)

test.each(spaces.map((space) => [String(space), space] as const))(
  '%s flattens its samples into the bounds of its numbers',
  (_name, space) => {
    const { low, high } = space.flat

    const flat = (space.flatten as (value: unknown) => Float64Array).call(space, space.sample(3))

    expect(new Box(low, high).misfit(flat)).toBeUndefined()
  },
)

test('seeds differ in what they give', () => {
  const samples = Array.from({ length: 100 }, (_, seed) => new Box(0, 1, [1]).sample(seed)[0] ?? 0)

  expect(new Set(samples).size).toBe(100)
  // The mean of 100 uniform numbers has a deviation of 1 / sqrt(1200) = 0.029.
  expect(Math.abs(samples.reduce((sum, x) => sum + x, 0) / 100 - 0.5)).toBeLessThan(4 * 0.029)
})

test('all numbers of a Discrete space come up', () => {
  const seen = new Set(Array.from({ length: 200 }, (_, seed) => new Discrete(5, -2).sample(seed)))

  expect([...seen].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2])
})

test.each([
  [[0.5], 'it has 1 numbers, and must have 2'],
  [[0.5, 2], 'number 1 is 2, and must be from 0 to 1'],
  [[Number.NaN, 0], 'number 0 is NaN'],
  [0.5, 'it is number, and must be a list of numbers'],
])('a Box says why %s is outside', (value, reason) => {
  expect(new Box(0, 1, [2]).misfit(value)).toBe(reason)
})

test('a Box clips to what is nearest inside', () => {
  expect(new Box([0, -1], [1, infinity]).clip([7, -9])).toEqual(Float64Array.of(1, -1))
})

test('what is not a whole number in its range is outside', () => {
  const outside = [
    new Discrete(3).contains(1.5),
    new Discrete(3).contains(-1),
    new Discrete(3).contains('1'),
    new MultiDiscrete([3, 2]).contains([2, 2]),
    new MultiDiscrete([3, 2]).contains([2]),
    new MultiBinary(2).contains([0, 0.5]),
    new Tuple([new Discrete(2)]).contains([]),
    new Dict({ a: new Discrete(2) }).contains({ a: 1, b: 1 }),
  ]

  expect(outside).toEqual(Array(8).fill(false))
})

/** gymnasium 1.4.0: spaces.utils.flatten of the same Dict. */
test('whole numbers flatten to a 1 among zeros', () => {
  const space = new Dict({ a: new Discrete(3), b: new MultiDiscrete([2, 3]) })

  expect([...space.flatten({ a: 1, b: [1, 2] })]).toEqual([0, 1, 0, 0, 1, 0, 0, 1])
})

test('spaces print what they are', () => {
  expect(spaces.map(String)).toEqual([
    'Box(-1, 1, [2, 3])',
    'Box([-Infinity, 0, -Infinity], [Infinity, Infinity, 5], [3])',
    'Discrete(5, start=-2)',
    'MultiDiscrete([3, 1, 4])',
    'MultiBinary(6)',
    'Dict(place: Box(0, 1, [2]), button: Discrete(2))',
    'Tuple(Discrete(3), Dict(deep: MultiBinary(2)))',
  ])
})

test.each([
  [() => new Box(1, 0, [2]), 'Bound 0 of the Box goes from 1 to 0; low must not be above high.'],
  [() => new Box([0, 0], [1], [2]), 'high has 1 numbers; the Box has 2.'],
  [() => new Discrete(0), 'n of a Discrete space is 0; it must be a whole number from 1 on.'],
  [
    () => new MultiDiscrete([2, 1.5]),
    'Count 1 of a MultiDiscrete space is 1.5; it must be a whole number from 1 on.',
  ],
])('a space that is none is refused: %#', (make, sentence) => {
  expect(make).toThrow(new UsageError(sentence))
})
