/** Cells that nothing connects: how many, where, and under which numbers. */
import { expect, test } from 'vitest'
import { ParallelSystem } from '../../systems/parallel-system.ts'
import { System } from '../../systems/system.ts'

test('a count alone is of excitatory cells', () => {
  const system = new ParallelSystem(3)

  expect(system).toBeInstanceOf(System)
  expect(system.summary()).toMatchObject({
    name: 'ParallelSystem',
    cells: 3,
    connections: 0,
    populations: { EXC: 3 },
  })
  expect(system.weightNames).toEqual([])
})

test('one cell is what comes without a count', () => {
  expect(new ParallelSystem().neuronCoordinates).toEqual([[0, 0, 0, 0]])
})

test('populations keep their order and follow each other', () => {
  const system = new ParallelSystem({ INH: 2, EXC: 3 })

  expect(system.populationRanges).toEqual({ INH: [0, 2], EXC: [2, 3] })
  expect([...system.gids]).toEqual([0, 1, 2, 3, 4])
})

test('a population may be empty beside one that is not', () => {
  const system = new ParallelSystem({ EXC: 2, INH: 0 })

  expect(system.coordinates('INH')).toEqual([])
})

test('a distance puts cells along x', () => {
  expect(new ParallelSystem(3, { coordinates: 50 }).neuronCoordinates).toEqual([
    [0, 0, 0, 0],
    [1, 50, 0, 0],
    [2, 100, 0, 0],
  ])
})

test('rows of three put cells where they say', () => {
  const coordinates = [
    [1, 2, 3],
    [4, 5, 6],
  ]

  expect(new ParallelSystem({ EXC: 1, INH: 1 }, { coordinates }).coordinates('INH')).toEqual([
    [1, 4, 5, 6],
  ])
})

test('rows of four number the cells, in whatever order', () => {
  const coordinates = [
    [70, 1, 0, 0],
    [12, 2, 0, 0],
    [5, 3, 0, 0],
  ]

  const system = new ParallelSystem({ EXC: 2, INH: 1 }, { coordinates })

  expect([...system.gids]).toEqual([70, 12, 5])
  expect(system.neuronCoordinates).toEqual(coordinates.toReversed())
})

test('a function is asked for as many rows as there are cells', () => {
  const coordinates = (count: number) => Array.from({ length: count }, (_, k) => [0, k, 0])

  expect(new ParallelSystem(2, { coordinates }).neuronCoordinates[1]).toEqual([1, 0, 1, 0])
})

test('a single cell has a box around it, 100 um to each side', () => {
  const system = new ParallelSystem(1, { coordinates: [[10, 20, 30]] })

  expect(system.boundingBox).toEqual({ least: [-90, -80, -70], most: [110, 120, 130] })
  expect(system.center).toEqual([10, 20, 30])
})

test.each([
  [0, 'has one cell at least'],
  [{}, 'has one cell at least'],
  [{ EXC: 0 }, 'has one cell at least'],
  [-1, 'The number of cells is -1; it must be a whole number of cells'],
  [{ EXC: 1.5 }, 'The number of cells of EXC is 1.5; it must be a whole number'],
  [true, 'The number of cells is true; it must be a whole number, or one for each population'],
  [{ EXC: true }, 'The number of cells of EXC is true; it must be a whole number'],
  [{ '3': 1 }, 'has a "3"; a name begins with a letter'],
])('%j cells are refused', (counts, message) => {
  expect(() => new ParallelSystem(counts as never)).toThrow(message)
})

test.each([
  [[[0, 0, 0]], 'coordinates has 1 rows; there are 2 cells.'],
  [
    [
      [0, 0],
      [1, 1],
    ],
    'coordinates[0] is [0, 0]; it must be one row for each cell',
  ],
  [
    [
      [0, 0, 0],
      [1, 1, 1, 1],
    ],
    'coordinates[1] is [1, 1, 1, 1]; it must be one row',
  ],
  [
    [
      [0, 0, 0],
      [1, Number.NaN, 1],
    ],
    'coordinates[1] is [1, NaN, 1]',
  ],
  [
    [
      [7, 0, 0, 0],
      [7, 1, 1, 1],
    ],
    'coordinates[1] has the gid 7 of an earlier row',
  ],
  [
    [
      [7, 0, 0, 0],
      [7.5, 1, 1, 1],
    ],
    'coordinates[1] has the gid 7.5; a gid is a whole number',
  ],
  [
    [
      [-1, 0, 0, 0],
      [7, 1, 1, 1],
    ],
    'coordinates[0] has the gid -1',
  ],
  [Number.POSITIVE_INFINITY, 'coordinates is Infinity; a distance between cells'],
  ['here', 'coordinates is "here"; it must be one row for each cell'],
  [() => [], 'coordinates has 0 rows; there are 2 cells.'],
])('places %j of two cells are refused', (coordinates, message) => {
  expect(() => new ParallelSystem(2, { coordinates: coordinates as never })).toThrow(message)
})
