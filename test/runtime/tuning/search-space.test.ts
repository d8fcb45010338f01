/** What is searched: the weights and the background of a culture, around what it is without tuning. */
import { expect, test } from 'vitest'
import { Env } from '../../../runtime/env.ts'
import { paramsAt, placeOf, spaceOf, withRange } from '../../../runtime/tuning/search-space.ts'

const space = spaceOf(new Env('EI1', { model: 'reduced-calcium-culture' }))

test('every pathway of the system and every background of the model is searched', () => {
  expect(space.map(({ name }) => name)).toEqual([
    'weight-EXC_EXC-dend-AMPA-weight',
    'weight-EXC_EXC-dend-NMDA-weight',
    'weight-EXC_INH-soma-GABA_A-weight',
    'weight-INH_EXC-dend-AMPA-weight',
    'weight-INH_EXC-dend-NMDA-weight',
    'weight-INH_INH-soma-GABA_A-weight',
    'noise-EXC-soma-g_i0',
    'noise-EXC-dend-g_e0',
    'noise-EXC-dend-std_e',
    'noise-INH-g_e0',
    'noise-INH-std_e',
    'noise-INH-g_i0',
  ])
})

test('every name that is searched is one the culture takes', () => {
  const env = new Env('EI1', { model: 'reduced-calcium-culture' })

  expect(() => env.setParams(paramsAt(space, []))).not.toThrow()
})

test('the middle of the space is the culture as it is', () => {
  const middle = paramsAt(space, [])

  expect(middle['weight-EXC_EXC-dend-AMPA-weight']).toBeCloseTo(1, 5)
  expect(middle['noise-EXC-dend-g_e0']).toBeCloseTo(0.02, 6)
  expect(middle['noise-EXC-soma-g_i0']).toBeCloseTo(0.0573, 6)
})

test('parameters and places are two ways to say one thing', () => {
  const place = space.map((_, k) => (k + 1) / (space.length + 1))

  const again = placeOf(space, paramsAt(space, place))

  again.forEach((share, k) => {
    expect(share).toBeCloseTo(place[k] ?? Number.NaN, 4)
  })
})

test('a place outside comes to the wall', () => {
  expect(placeOf(space, { 'weight-EXC_EXC-dend-AMPA-weight': 1e9 })[0]).toBe(1)
})

test('a population without cells has no background to search', () => {
  const names = spaceOf(new Env('E', { model: 'lif-culture' })).map(({ name }) => name)

  expect(names).toEqual(['weight-EXC_EXC-dend-AMPA-weight', 'noise-EXC-mu', 'noise-EXC-level'])
})

test('a range narrows or adds what is searched', () => {
  const [added] = withRange([], 'noise-EXC-tau = 2..20')

  expect(added).toEqual({ name: 'noise-EXC-tau', from: 2, to: 20, isLogarithmic: true })
  expect(withRange(space, 'noise-INH-g_e0=0.1..0.2')).toHaveLength(space.length)
})

test.each(['noise-EXC-tau', 'noise-EXC-tau=3', 'noise-EXC-tau=20..2', '=1..2'])(
  'the range %j is refused',
  (text) => {
    expect(() => withRange(space, text)).toThrow(/name=from\.\.to/)
  },
)
