/** Systems from arrays: what they hold, and how wrong input is refused. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { System } from '../../systems/system.ts'

const two = { A: { count: 3 }, B: { count: 2 } }

const described = (change: object) => () =>
  System.fromArrays({
    populations: two,
    projections: [{ pre: 'A', post: 'B', synapse: 'S', i: [0, 1, 2], j: [0, 1, 1], ...change }],
  })

test('populations follow each other in one row of gids', () => {
  const { populations, count } = System.fromArrays({ populations: two })

  expect(populations.map(({ name, offset }) => [name, offset])).toEqual([
    ['A', 0],
    ['B', 3],
  ])
  expect(count).toBe(5)
})

test('typed arrays are kept as they are', () => {
  const i = Int32Array.of(0, 1)
  const weight = Float32Array.of(0.5, 1)

  const system = System.fromArrays({
    populations: two,
    projections: [{ pre: 'A', post: 'B', synapse: 'S', i, j: Int32Array.of(0, 1), weight }],
  })

  expect(system.projections[0]?.i).toBe(i)
  expect(system.projections[0]?.weight).toBe(weight)
})

test('cell numbers without a sign are looked at in place, not copied', () => {
  const i = Uint32Array.of(0, 2)

  const [projection] = described({ i, j: [0, 1] })().projections

  expect(projection?.i.buffer).toBe(i.buffer)
  expect(projection?.i).toEqual(Int32Array.of(0, 2))
})

test('a system does not change once it is there', () => {
  const system = System.fromArrays({ populations: two })

  expect(() => Object.assign(system, { name: 'other' })).toThrow(TypeError)
  expect(() => Object.assign(system.population('A'), { count: 4 })).toThrow(TypeError)
})

test('what is no name of a projection’s own is a parameter of its synapse', () => {
  const [projection] = described({ tau: [1, 2, 3], delay_back: 2 })().projections

  expect([...(projection?.parameters.keys() ?? [])]).toEqual(['tau', 'delay_back'])
})

describe('wrong input is refused with its place, its value and what would be right', () => {
  test.each([
    [{ j: [0, 1] }, 'projections[0]: i has 3 entries and j has 2'],
    [{ j: [0, 1, 2] }, 'projections[0].j[2] is 2; B has the cells 0 to 1.'],
    [{ i: [0, -1, 2] }, 'projections[0].i[1] is -1; A has the cells 0 to 2.'],
    [{ i: [0, 0.5, 2] }, 'projections[0].i[1] is 0.5'],
    [
      { weight: [1, Number.NaN, 1] },
      'projections[0].weight[1] is NaN; it must be a finite number.',
    ],
    [{ weight: [1, 1] }, 'projections[0].weight has 2 values; there are 3 connections.'],
    [
      { delay: [1, -0.5, 1] },
      'projections[0].delay[1] is -0.5; a delay is a time in ms, 0 or more.',
    ],
    [{ delay: Number.POSITIVE_INFINITY }, 'projections[0].delay is Infinity'],
    [{ tau: [1, Number.NaN, 1] }, 'projections[0].tau[1] is NaN'],
    [
      { pre: 'a' },
      'projections[0].pre is a, which is no population; there is A, B. Did you mean A?',
    ],
    [{ synapse: '' }, 'projections[0].synapse is ""; it must be the label of a synapse.'],
    [{ pre: undefined }, 'projections[0].pre is undefined, which is no population'],
    [{ tau: '3' }, 'projections[0].tau is "3"; it must be a number, or an array of them.'],
    [{ weight: [1, '2', 3] }, 'projections[0].weight[1] is "2"; it must be a finite number.'],
    [{ delay: null }, 'projections[0].delay is null; it must be a number, or an array of them.'],
    [{ at: 3 }, 'projections[0].at is 3; it must be the label of a section.'],
    [{ i: new Float32Array([0, 1, 7]) }, 'projections[0].i[2] is 7; A has the cells 0 to 2.'],
    [{ i: 7 }, 'projections[0].i is 7; it must be an array of cell numbers.'],
  ])('%j', (change, message) => {
    expect(described(change)).toThrow(message)
  })

  test.each([-1, 1.5, Number.NaN, 2 ** 30])('a population of %d cells', (count) => {
    expect(() => System.fromArrays({ populations: { A: { count } } })).toThrow(
      `populations.A.count is ${count}; it must be a whole number of cells`,
    )
  })

  test.each([
    [undefined, 'The description of a system is undefined'],
    [{}, 'populations is undefined; it must be an object with named fields.'],
    [{ populations: { A: 3 } }, 'populations.A is 3; it must be an object with named fields.'],
    [{ populations: { 'a b': { count: 1 } } }, 'populations has a "a b"'],
    [{ populations: two, projections: {} }, 'it must be a list of projections.'],
    [{ populations: two, projections: [7] }, 'projections[0] is 7; it must be an object'],
  ])('the description %j', (description, message) => {
    expect(() => System.fromArrays(description as never)).toThrow(message)
  })

  test('connections of a population without cells', () => {
    const projections = [{ pre: 'A', post: 'A', synapse: 'S', i: [0], j: [0] }]

    expect(() => System.fromArrays({ populations: { A: { count: 0 } }, projections })).toThrow(
      'projections[0].i[0] is 0; A has no cells.',
    )
  })

  test('a population that is not there', () => {
    expect(() => System.fromArrays({ populations: two }).population('b')).toThrow(
      'Asked for b, which is no population; there is A, B. Did you mean B?',
    )
  })

  test('a coordinate that is no number', () => {
    const populations = { A: { count: 1, coordinates: [0, Number.NaN, 2] } }

    expect(() => System.fromArrays({ populations })).toThrow(
      'populations.A.coordinates[1] is NaN; it must be a finite number of um.',
    )
  })

  test('coordinates that are not three per cell', () => {
    const populations = { A: { count: 2, coordinates: [0, 1, 2, 3] } }

    expect(() => System.fromArrays({ populations })).toThrow('x, y and z of 2 cells are 6')
  })
})

test('every connection inside its populations is taken', () => {
  const connection = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 1 }))

  fc.assert(
    fc.property(fc.array(connection), (pairs) => {
      const i = pairs.map(([pre]) => pre)
      const j = pairs.map(([, post]) => post)

      const [projection] = described({ i, j })().projections

      expect([...(projection?.i ?? [])]).toEqual(i)
      expect([...(projection?.j ?? [])]).toEqual(j)
    }),
  )
})
