/** What a system says of itself: where it is, who reaches whom, and under which names. */
import { expect, test } from 'vitest'
import { predefined } from '../../systems/predefined.ts'
import { System } from '../../systems/system.ts'

const small = System.fromArrays({
  name: 'small',
  populations: {
    EXC: { count: 2, coordinates: [0, 0, 0, 30, 40, 10] },
    INH: { count: 1, coordinates: [60, -40, 4] },
  },
  projections: [
    { pre: 'EXC', post: 'INH', synapse: 'AMPA', at: 'dend', i: [0, 1], j: [0, 0] },
    { pre: 'INH', post: 'EXC', synapse: 'GABA_A', i: [0], j: [1] },
  ],
})

test('the middle is that of the box around all cells', () => {
  expect(small.boundingBox).toEqual({ least: [0, -40, 0], most: [60, 40, 10] })
  expect(small.center).toEqual([30, 0, 5])
})

test('cells are listed with their gids', () => {
  expect([...small.gids]).toEqual([0, 1, 2])
  expect(small.populationRanges).toEqual({ EXC: [0, 2], INH: [2, 1] })
  expect(small.coordinates('INH')).toEqual([[2, 60, -40, 4]])
  expect(small.neuronCoordinates[1]).toEqual([1, 30, 40, 10])
})

test('projections are listed by target, with the section and the kind of their synapse', () => {
  expect(small.synapseProjections).toEqual([
    { post: 'INH', pre: 'EXC', section: 'dend', mechanism: 'AMPA', type: 'excitatory' },
    { post: 'EXC', pre: 'INH', section: 'soma', mechanism: 'GABA_A', type: 'inhibitory' },
  ])
})

test('weights are named by target, source, section and receptor', () => {
  expect(small.weightNames).toEqual(['INH_EXC-hillock-AMPA-weight', 'EXC_INH-soma-GABA_A-weight'])
})

test('a connection through two receptors is one connection', () => {
  const { connections } = predefined('EI1').summary()

  expect(connections).toBe(8 * 7 + 2 * 8 + 8 * 2 + 2)
})

test('a summary is what a script can read', () => {
  expect(JSON.parse(JSON.stringify(predefined('EI2').summary()))).toMatchObject({
    name: 'EI2',
    cells: 100,
    populations: { EXC: 80, INH: 20 },
    electrodes: 16,
    selections: {},
  })
})

test('the matrix has a row for each source, and what inhibits is negative', () => {
  const matrix = small.connectivityMatrix()

  const signs = [...matrix].map(Math.sign)
  expect(signs).toEqual([0, 0, 1, 0, 0, 1, 0, -1, 0])
})

test('weights of a pathway scale its part of the matrix', () => {
  const [one, three] = [
    small.connectivityMatrix(),
    small.connectivityMatrix({ weights: { INH_EXC: 3 } }),
  ]

  expect(three[2]).toBeCloseTo(3 * (one[2] ?? 0), 6)
  expect(three[7]).toBe(one[7])
})

test('another seed gives other weights', () => {
  expect(small.connectivityMatrix({ seed: 1 })).not.toEqual(small.connectivityMatrix({ seed: 2 }))
})

test('a matrix of too many cells, or weights of nothing, are refused', () => {
  expect(() => predefined('EI4').connectivityMatrix()).toThrow('of EI4 would have 10000 rows')
  expect(() => small.connectivityMatrix({ weights: { EXC_INHH: 1 } })).toThrow(
    'Did you mean EXC_INH?',
  )
})

test('cells can be moved, all or those of some populations', () => {
  const up = small.moved(([x, y, z]) => [x, y, z + 50], ['INH'])

  expect(up.neuronCoordinates).toEqual([
    [0, 0, 0, 0],
    [1, 30, 40, 10],
    [2, 60, -40, 54],
  ])
  expect(up.projections).toEqual(small.projections)
  expect(up.center).toEqual([30, 0, 27])
})

test('a cell cannot be moved to nowhere', () => {
  expect(() => small.moved(() => [Number.NaN, 0, 0])).toThrow(
    'Cell 0 of EXC was moved to [null,0,0]',
  )
  expect(() => small.moved((place) => place, ['EXCC'])).toThrow('Did you mean EXC?')
})
