/** The systems that come with livn: the same for ever, and what their recipes promise. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { predefined, predefinedNames, recipeOf } from '../../systems/predefined.ts'
import type { System } from '../../systems/system.ts'

/** A hash of all its bytes. */
function fingerprint({ populations, projections, mea, selections }: System): string {
  const hash = createHash('sha256')
  for (const { name, count, coordinates = [] } of populations) {
    hash.update(`${name} ${count} `).update(Float64Array.from(coordinates))
  }
  for (const { pre, post, synapse, at, i, j, weight, delay, mechanism } of projections) {
    hash
      .update(JSON.stringify([pre, post, synapse, at, weight, mechanism]))
      .update(i)
      .update(j)
    hash.update(delay instanceof Float32Array ? delay : String(delay))
  }
  hash.update(JSON.stringify([mea, ...selections.keys()]))
  for (const gids of selections.values()) hash.update(gids)
  return hash.digest('hex').slice(0, 16)
}

test.each([
  ['EI1', '2ed2f88f66a3b297'],
  ['EI2', '0a499117d683a4b6'],
  ['EI3', '4ba53cea0e3a24b7'],
  ['EI4', 'b8602c14c62432bf'],
  ['E', 'f5632bd5f8278a4e'],
  ['E_b', '9ee4c07b0c17f9b5'],
  ['E5I', 'f391533664de2654'],
  ['E5I_b', 'f14e253e69a1b289'],
  ['E3I', '539e9d4d73b648a1'],
  ['E3I_b', 'e396d0d3e50832a5'],
  ['EI', 'cdd998ceda7771e8'],
  ['EI_b', '56f2ec19628b04da'],
  ['S1', 'ca456e08ebee4e26'],
  ['S2', '1594eebc66cc7733'],
  ['S3', 'db56ae1f25870dcb'],
  ['S4', 'e399d9f337a1c2bf'],
])('%s has the same bytes for ever', (name, bytes) => {
  expect(fingerprint(predefined(name))).toBe(bytes)
})

test('every recipe is a predefined system of its own seed', () => {
  const files = readdirSync(new URL('../../systems/recipes/', import.meta.url))

  const seeds = predefinedNames.map((name) => recipeOf(name).seed)

  expect(files.toSorted()).toEqual(predefinedNames.map((name) => `${name}.json`).toSorted())
  expect(predefinedNames.map((name) => recipeOf(name).name)).toEqual(predefinedNames)
  expect(new Set(seeds).size).toBe(seeds.length)
})

test.each([
  ['EI1', 8, 2, 1],
  ['EI2', 80, 20, 16],
  ['EI3', 800, 200, 64],
  ['EI4', 8000, 2000, 1024],
])(
  '%s has %d excitatory and %d inhibitory cells above %d electrodes',
  (name, exc, inh, channels) => {
    const system = predefined(name)

    expect(system.populations.map((each) => [each.name, each.count])).toEqual([
      ['EXC', exc],
      ['INH', inh],
    ])
    expect(system.mea?.electrodeCoordinates).toHaveLength(channels)
    expect(system.mea).toMatchObject({ inputRadius: 100, outputRadius: 50 })
  },
)

test('electrodes are in the middle of their culture, 100 um apart', () => {
  expect(predefined('EI1').mea?.electrodeCoordinates).toEqual([[0, 20, 20, 5]])
  expect(predefined('EI2').mea?.electrodeCoordinates.slice(0, 5)).toEqual([
    [0, 50, 50, 5],
    [1, 150, 50, 5],
    [2, 250, 50, 5],
    [3, 350, 50, 5],
    [4, 50, 150, 5],
  ])
})

test.each([
  ['E', 2600, 0],
  ['E5I', 2167, 433],
  ['E3I', 1950, 650],
  ['EI', 1300, 1300],
])('%s has %d excitatory and %d inhibitory cells with in-degrees of 20, 40 and 4', (name, e, i) => {
  const system = predefined(name)
  const degrees = system.projections.map(
    ({ pre, post, j }) => [`${pre}->${post}`, j.length / system.population(post).count] as const,
  )

  expect(system.populations.map(({ count }) => count)).toEqual([e, i])
  const wanted = { 'EXC->EXC': 20, 'INH->EXC': 40, 'EXC->INH': 4 }
  for (const [pathway, degree] of degrees) {
    const target = wanted[pathway as keyof typeof wanted]
    expect(Math.abs(degree / target - 1)).toBeLessThan(0.06)
  }
  expect(system.mea).toBeUndefined()
})

test('the second draw of a culture has other cells in other places', () => {
  const [a, b] = [predefined('E3I'), predefined('E3I_b')]

  expect(b.populations.map(({ count }) => count)).toEqual(a.populations.map(({ count }) => count))
  expect(b.population('EXC').coordinates).not.toEqual(a.population('EXC').coordinates)
})

test('the rungs of a culture are about 30, 120 and 490 cells around its centre', () => {
  const { selections } = predefined('E3I')

  const [e1 = 0, e2 = 0, e3 = 0] = ['e1', 'e2', 'e3'].map((rung) => selections.get(rung)?.length)

  expect(Math.abs(e1 - 30)).toBeLessThan(12)
  expect(Math.abs(e2 - 120)).toBeLessThan(30)
  expect(Math.abs(e3 - 490)).toBeLessThan(60)
})

test.each([
  ['S1', 7, 4],
  ['S2', 80, 20],
  ['S3', 800, 200],
  ['S4', 8000, 2000],
])('%s has %d excitatory cells in one layer and %d inhibitory ones in three', (name, e, i) => {
  const system = predefined(name)

  expect(system.populations.map(({ count }) => count)).toEqual([e, i])
  expect(system.mea?.electrodeCoordinates).toHaveLength(16)
  expect(system.mea?.electrodeCoordinates[5]).toEqual([5, 1500, 1500, 175])
})

test('a name that is none is answered with the one that was meant', () => {
  expect(() => predefined('EI5')).toThrow('Asked for EI5, which is no predefined system; there is')
  expect(() => predefined('toString')).toThrow('which is no predefined system')
})
