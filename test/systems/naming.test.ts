/** Names of cultures: what they say of excitatory and inhibitory cells. */
import { expect, test } from 'vitest'
import { compositionName, compositionOf, fractionsOf, seriesOf } from '../../systems/naming.ts'
import { predefined } from '../../systems/predefined.ts'

test.each([
  ['E', 1, 0],
  ['E_b', 1, 0],
  ['EI', 1, 1],
  ['E3I', 3, 1],
  ['E5I_b', 5, 1],
  ['E0.5I', 0.5, 1],
])('%s has %d excitatory cells for %d inhibitory ones', (name, exc, inh) => {
  expect(compositionOf(name)).toEqual({ exc, inh })
})

test('the letter of a further draw is no part of the series', () => {
  expect([seriesOf('E3I_b'), seriesOf('E3I'), seriesOf('E')]).toEqual(['E3I', 'E3I', 'E'])
})

test('a composition has the name that says it', () => {
  expect([
    compositionName(3),
    compositionName(1),
    compositionName(1, 0),
    compositionName(6, 2),
  ]).toEqual(['E3I', 'EI', 'E', 'E3I'])
})

test.each(['E', 'E5I', 'E3I_b', 'EI'])(
  'the cells of %s are in the proportion of its name',
  (name) => {
    const { EXC, INH } = fractionsOf(name)

    const counts = predefined(name).populations.map(({ count }) => count)

    expect(counts).toEqual([Math.round(2600 * EXC), Math.round(2600 * INH)])
  },
)

test.each(['I', 'E3', 'E3II', 'EI_B', 'e3i', 'E0I', '', 'EXC'])(
  '%s names no composition',
  (name) => {
    expect(() => compositionOf(name)).toThrow('names no composition; E is all excitatory')
  },
)

test.each([
  [0, 1],
  [-1, 1],
  [Number.NaN, 1],
  [1, -1],
])('%d for %d is no composition', (exc, inh) => {
  expect(() => compositionName(exc, inh)).toThrow(`not ${exc} for ${inh}`)
})
