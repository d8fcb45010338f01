/** Parts of systems: which cells are meant, and what is left of their connections. */
import { describe, expect, test } from 'vitest'
import { ParallelSystem } from '../../systems/parallel-system.ts'
import { predefined } from '../../systems/predefined.ts'
import type { SelectOptions } from '../../systems/select/choose-cells.ts'
import { System } from '../../systems/system.ts'

/** Ten by ten cells, 10 um apart, row by row. */
const grid = new ParallelSystem(
  { EXC: 80, INH: 20 },
  {
    coordinates: Array.from({ length: 100 }, (_, k) => [10 * (k % 10), 10 * Math.floor(k / 10), 0]),
  },
)

const chain = new System({
  name: 'chain',
  populations: [
    { name: 'A', count: 4, offset: 0, coordinates: new Float64Array(12) },
    { name: 'B', count: 2, offset: 4 },
  ],
  projections: [
    {
      ...{ pre: 'A', post: 'B', synapse: 'AMPA', weight: Float32Array.of(1, 2, 3, 4), delay: 1.5 },
      i: Int32Array.of(0, 1, 2, 3),
      j: Int32Array.of(0, 0, 1, 1),
      parameters: new Map([['U', Float64Array.of(0.1, 0.2, 0.3, 0.4)]]),
    },
  ],
  selections: new Map([['ends', Int32Array.of(0, 3, 5)]]),
})

describe('so many cells', () => {
  test('are shared out in proportion, the first of each population', () => {
    expect([...grid.selection(10)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 80, 81])
  })

  test('are never more than there are', () => {
    expect(grid.selection(1000)).toHaveLength(100)
  })

  test('round halves to even', () => {
    const pair = new ParallelSystem({ A: 5, B: 5 })

    expect([1, 3, 5].map((count) => pair.selection(count).length)).toEqual([0, 4, 4])
  })

  test('by chance are other ones, the same for the same seed', () => {
    const drawn = (seed: number) => grid.selection(20, { method: 'random', seed })

    expect(drawn(1)).toHaveLength(20)
    expect(drawn(1)).toEqual(drawn(1))
    expect(drawn(1)).not.toEqual(drawn(2))
    expect(drawn(1)).not.toEqual(grid.selection(20))
  })
})

test('a share is taken of each population, one cell at least', () => {
  expect([...grid.selection(0.02)]).toEqual([0, 1, 80])
})

test('nothing said means all cells', () => {
  expect(grid.selection()).toEqual(grid.gids)
})

test('only the populations that are named give cells', () => {
  expect([...grid.selection(3, { populations: ['INH'] })]).toEqual([80, 81, 82])
})

test('each population may have its own amount: a count, a share or gids', () => {
  expect([...grid.selection({ EXC: 2, INH: [99, 90] })]).toEqual([0, 1, 90, 99])
  expect(grid.selection({ EXC: 0.5 })).toHaveLength(40)
})

test('gids mean themselves, once each', () => {
  expect([...grid.selection([7, 3, 7])]).toEqual([3, 7])
})

test('a stored selection is meant by its name', () => {
  expect([...chain.selection('ends')]).toEqual([0, 3, 5])
})

describe('a patch', () => {
  const patch = (choice?: number, options: SelectOptions = {}): readonly number[] => [
    ...grid.selection(choice, { method: 'patch', ...options }),
  ]

  const spread = (gids: readonly number[]): number => {
    const xs = gids.map((gid) => grid.neuronCoordinates[gid]?.[1] ?? 0)
    return Math.max(...xs) - Math.min(...xs)
  }

  test('of a share is a share of the area, in the middle', () => {
    const small = new System({ name: 'grid', populations: grid.populations, projections: [] })

    const gids = [...small.selection(0.25, { method: 'patch' })]

    const wanted = [3, 4, 5, 6].flatMap((row) => [3, 4, 5, 6].map((column) => 10 * row + column))
    expect(gids).toEqual(wanted)
  })

  test('of a count is the cells nearest to the middle, the lower gid first', () => {
    expect(patch(4)).toEqual([44, 45, 54, 55])
    expect(patch(2)).toEqual([44, 45])
  })

  test('lies closer together than cells by chance', () => {
    expect(spread(patch(16))).toBeLessThan(spread([...grid.selection(16, { method: 'random' })]))
  })

  test('between two corners has the cells on its edges', () => {
    const bounds = [
      [0, 0],
      [20, 10],
    ] as const

    expect(patch(undefined, { bounds })).toEqual([0, 1, 2, 10, 11, 12])
  })
})

describe('a part of a system', () => {
  const part = chain.select([1, 2, 3, 5])

  test('keeps the gids of the whole', () => {
    expect([...part.gids]).toEqual([1, 2, 3, 5])
    expect(part.populationRanges).toEqual({ A: [0, 3], B: [3, 1] })
    expect(part.neuronCoordinates.map(([gid]) => gid)).toEqual([1, 2, 3, 5])
  })

  test('keeps the connections between its cells and all that belongs to them', () => {
    const [projection] = part.projections

    expect(projection).toMatchObject({
      i: Int32Array.of(1, 2),
      j: Int32Array.of(0, 0),
      weight: Float32Array.of(3, 4),
      delay: 1.5,
    })
    expect(projection?.parameters.get('U')).toEqual(Float64Array.of(0.3, 0.4))
  })

  test('knows how much of the input of its cells comes from within', () => {
    const half = chain.select([0, 2, 4, 5])

    expect(part.retainedInDegree).toBe(1)
    expect(half.retainedInDegree).toBe(0.5)
    expect(half.summary().retainedInDegree).toBe(0.5)
    expect(chain.summary()).not.toHaveProperty('retainedInDegree')
  })

  test('can be parted again', () => {
    expect([...part.select({ A: [2] }).gids]).toEqual([2])
  })

  test('keeps its electrodes', () => {
    const culture = predefined('EI2')

    expect(culture.select(10).mea).toBe(culture.mea)
  })
})

test('rungs of a culture keep about 3, 11 and 37 % of the input of their cells', () => {
  const culture = predefined('E3I')

  const retained = ['e1', 'e2', 'e3'].map((rung) => culture.select(rung).retainedInDegree ?? 0)

  // The share counted here and the one expected from a kernel differ; both grow as the square does.
  expect(retained[0]).toBeGreaterThan(0.02)
  expect(retained[0]).toBeLessThan(0.06)
  expect(retained[1]).toBeGreaterThan(0.08)
  expect(retained[1]).toBeLessThan(0.17)
  expect(retained[2]).toBeGreaterThan(0.3)
  expect(retained[2]).toBeLessThan(0.45)
})

describe('a selection that makes no sense is refused', () => {
  test.each([
    [
      -1,
      {},
      'The selection is -1; it must be a whole number of cells, or a share between 0 and 1.',
    ],
    [1.5, {}, 'The selection is 1.5'],
    [true, {}, 'The selection is true'],
    [{ EXC: 'all' }, {}, 'EXC is "all"; it must be a whole number of cells'],
    [
      { EXCC: 1 },
      {},
      'Asked for EXCC, which is no population; there is EXC, INH. Did you mean EXC?',
    ],
    [[100], {}, 'gids[0] is 100, which is no cell of EXC, INH.'],
    [{ INH: [3] }, {}, 'gids[0] is 3, which is no cell of INH.'],
    ['e1', {}, 'Asked for e1, which is no selection of ParallelSystem; there is none.'],
    [3, { method: 'frist' }, 'method is frist, which is no way to select; there is first, random'],
    [
      3,
      {
        bounds: [
          [0, 0],
          [1, 1],
        ],
      },
      'bounds are those of a patch',
    ],
    [
      3,
      {
        method: 'patch',
        bounds: [
          [0, 0],
          [1, 1],
        ],
      },
      '3 says it again',
    ],
    [undefined, { method: 'patch', bounds: [[0, 0]] }, 'it must be two corners in um'],
    [{ EXC: 3 }, { method: 'patch' }, 'EXC: 3 is an amount of one population.'],
    [3, { populations: ['X'] }, 'Asked for X, which is no population'],
  ])('%j with %j', (choice, options, message) => {
    expect(() => grid.selection(choice as never, options as never)).toThrow(message)
  })

  test('a stored one has its own method', () => {
    expect(() => chain.selection('ends', { method: 'random' })).toThrow('method has no say')
  })
})

test('a part without some of the connections knows the names of all weights', () => {
  const whole = predefined('EI1')

  const part = whole.select({ EXC: 3 })

  expect(part.weightNames).toEqual(whole.weightNames)
})
