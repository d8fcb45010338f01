/** Systems from recipes: where cells are, and that chance and distance connect them as the recipe says. */
import { describe, expect, test } from 'vitest'
import { generate } from '../../systems/generate.ts'
import { recipeOf } from '../../systems/predefined.ts'
import type { Recipe } from '../../systems/recipe.ts'
import type { Projection, System } from '../../systems/system.ts'

const plain: Recipe = {
  name: 'plain',
  seed: 7,
  populations: {
    EXC: { count: 300, transmitter: 'cholinergic' },
    INH: { count: 100, transmitter: 'glycinergic' },
  },
  area: { shape: 'rectangle', width: 1000, height: 500, z: [0, 10] },
  connectivity: { kernel: 'exponential', sigma: 150, inDegree: { 'EXC->INH': 12 } },
}

const connected = (change: Partial<Recipe['connectivity']>): System =>
  generate({ ...plain, connectivity: { ...plain.connectivity, ...change } })

const first = ({ projections: [projection] }: System): Projection => {
  if (!projection) throw new Error('There is no projection.')
  return projection
}

/** Distances in the plane of all pairs of a projection's populations, and of its connections. */
function distancesOf(system: System, { pre, post, i, j }: Projection) {
  const [from, to] = [system.population(pre), system.population(post)]
  const between = (source: number, target: number): number => {
    const along = (axis: number): number =>
      (to.coordinates?.[3 * target + axis] ?? 0) - (from.coordinates?.[3 * source + axis] ?? 0)
    return Math.hypot(along(0), along(1))
  }
  const pairs = Array.from({ length: from.count * to.count }, (_, k) =>
    pre === post && k % to.count === Math.floor(k / to.count)
      ? Number.POSITIVE_INFINITY
      : between(Math.floor(k / to.count), k % to.count),
  )
  return { pairs, connected: Array.from(i, (source, k) => between(source, j[k] ?? 0)) }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** The chances of pairs by the recipe's formula, written anew. */
function chancesOf(system: System, projection: Projection, connectivity: Recipe['connectivity']) {
  const { kernel, sigma, cutoff = 0, inDegree } = connectivity
  const { pairs } = distancesOf(system, projection)
  const kernels = pairs.map((d) =>
    Math.exp(kernel === 'gaussian' ? -(d * d) / (2 * sigma * sigma) : -d / sigma),
  )
  const degree = inDegree[`${projection.pre}->${projection.post}`] ?? 0
  const amplitude = (degree * system.population(projection.post).count) / sum(kernels)
  const raw = kernels.map((weight) => amplitude * weight)
  return { pairs, chances: raw.map((p) => (p < cutoff ? 0 : Math.min(1, p))) }
}

describe('cells', () => {
  test('are spread evenly over a rectangle, at all heights', () => {
    const { coordinates = [] } = generate(plain).population('EXC')
    const along = (axis: number): number[] => [...coordinates].filter((_, k) => k % 3 === axis)

    expect(Math.min(...along(0))).toBeGreaterThanOrEqual(0)
    expect(Math.max(...along(0))).toBeLessThan(1000)
    expect(sum(along(0)) / 300).toBeGreaterThan(450)
    expect(sum(along(0)) / 300).toBeLessThan(550)
    expect(Math.max(...along(1))).toBeLessThan(500)
    expect(Math.max(...along(2))).toBeLessThanOrEqual(10)
  })

  test('of a disk keep out of its inner radius and fill the rest evenly', () => {
    const area = { shape: 'disk', radius: 400, innerRadius: 200 } as const
    const { coordinates = [] } = generate({ ...plain, area }).population('EXC')

    const radii = Array.from({ length: 300 }, (_, k) =>
      Math.hypot(coordinates[3 * k] ?? 0, coordinates[3 * k + 1] ?? 0),
    )

    expect(Math.min(...radii)).toBeGreaterThanOrEqual(200)
    expect(Math.max(...radii)).toBeLessThan(400.001)
    const within = radii.filter((r) => r < Math.sqrt((200 ** 2 + 400 ** 2) / 2)).length
    expect(within).toBeGreaterThan(120)
    expect(within).toBeLessThan(180)
  })

  test('lie in the layers they are counted for', () => {
    const { coordinates = [] } = generate(recipeOf('S2')).population('INH')
    const heights = [...coordinates].filter((_, k) => k % 3 === 2)

    const inLayer = (low: number, high: number): number =>
      heights.filter((z) => z >= low && z < high).length

    expect([inLayer(0, 40), inLayer(40, 60), inLayer(60, 80)]).toEqual([5, 10, 5])
  })

  test('are shared out by ratio, the largest remainders rounded up', () => {
    const populations = {
      A: { ratio: 1, transmitter: 'gabaergic' },
      B: { ratio: 1, transmitter: 'gabaergic' },
      C: { ratio: 1, transmitter: 'gabaergic' },
      D: { count: 2, transmitter: 'gabaergic' },
    } as const

    const connectivity = { ...plain.connectivity, inDegree: {} }
    const system = generate({ ...plain, total: 12, populations, connectivity })

    expect(system.populations.map(({ count }) => count)).toEqual([4, 3, 3, 2])
  })
})

describe('connections', () => {
  test.each([
    { kernel: 'exponential' },
    { kernel: 'gaussian' },
    { kernel: 'gaussian', cutoff: 0.1 },
    { kernel: 'gaussian', sigma: 60, inDegree: { 'EXC->EXC': 30 } },
  ] as const)('are as many and as far as chance gives with %j', (change) => {
    const connectivity = { ...plain.connectivity, ...change }
    const system = connected(change)

    const projection = first(system)
    const { pairs, chances } = chancesOf(system, projection, connectivity)
    const { connected: lengths } = distancesOf(system, projection)
    const edges = [0, 50, 100, 150, 200, 300, 400, 600, 1200]
    const misfits = edges.slice(1).map((edge, k) => {
      const isIn = (d: number): boolean => d >= (edges[k] ?? 0) && d < edge
      const expected = sum(chances.filter((_, n) => isIn(pairs[n] ?? 0)))
      return Math.abs(lengths.filter(isIn).length - expected) / Math.sqrt(expected + 1)
    })

    expect(Math.max(...misfits)).toBeLessThan(4)
    expect(Math.abs(lengths.length - sum(chances)) / Math.sqrt(sum(chances))).toBeLessThan(4)
  })

  test('give the in-degree asked for where no chance saturates', () => {
    const { i } = first(connected({ kernel: 'exponential', sigma: 600 }))

    expect(i.length / 100).toBeGreaterThan(11.5)
    expect(i.length / 100).toBeLessThan(12.5)
  })

  test('are sorted by source, then target, and never onto the cell itself', () => {
    const { i, j } = first(connected({ inDegree: { 'EXC->EXC': 20 } }))

    const keys = Array.from(i, (source, k) => 300 * source + (j[k] ?? 0))

    expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b))
    expect(i.some((source, k) => source === j[k])).toBe(false)
  })

  test('reach the cell itself where that is allowed', () => {
    const { i, j } = first(connected({ inDegree: { 'EXC->EXC': 20 }, allowSelf: true }))

    expect(i.some((source, k) => source === j[k])).toBe(true)
  })

  test('take their distance in the plane at 250 um/ms, and 0.05 ms at least', () => {
    const system = connected({})
    const projection = first(system)

    const { connected: lengths } = distancesOf(system, projection)

    const wanted = Float32Array.from(lengths, (d) => Math.max(Math.fround(d) / 250, 0.05))
    expect(projection.delay).toEqual(wanted)
  })

  test('take no time at velocity 0', () => {
    expect(first(connected({ velocity: 0 })).delay).toBe(0)
  })

  test('of a pathway that chance left empty are one, the nearest pair', () => {
    const system = connected({ inDegree: { 'EXC->INH': 1e-7 } })

    const projection = first(system)
    const { pairs, connected: lengths } = distancesOf(system, projection)

    expect(lengths).toEqual([Math.min(...pairs)])
  })

  test('end where the transmitter does, with its receptors and sites', () => {
    const everywhere = { inDegree: { default: 10 } }

    const { projections } = connected(everywhere)

    const rows = projections.map(
      ({ pre, post, synapse, at, weight }) => `${pre}->${post} ${synapse} at ${at} x ${weight}`,
    )
    expect(rows).toEqual([
      'EXC->EXC AMPA at dend x 7',
      'INH->EXC GABA_A at soma x 5',
      'EXC->INH AMPA at soma x 7',
      'INH->INH GABA_A at soma x 5',
    ])
  })

  test('are shared out over sections in proportion', () => {
    const sections = { soma: 1, apical: 3 }
    const synapses = { 'EXC->INH': { sections, receptors: { AMPA: {}, NMDA: { e: 0 } } } }

    const { projections } = connected({ synapses, inDegree: { 'EXC->INH': 40 } })

    const [soma = 0, , apical = 0] = projections.map(({ i }) => i.length)
    expect(projections.map(({ synapse, at }) => `${synapse} ${at}`)).toEqual([
      'AMPA soma',
      'NMDA soma',
      'AMPA apical',
      'NMDA apical',
    ])
    expect(apical / soma).toBeGreaterThan(2.6)
    expect(apical / soma).toBeLessThan(3.4)
  })
})

describe('a recipe that makes no sense is refused', () => {
  test.each([
    [{ name: 3 }, 'The recipe.name is 3; it must be a text that is not empty.'],
    [{ seed: -1 }, 'The recipe.seed is -1; it must be a whole number from 0 to 4294967295.'],
    [{ sead: 1 }, 'The recipe has sead, which is no field of it; there is name, seed'],
    [{ sead: 1 }, 'Did you mean seed?'],
    [{ area: { shape: 'oval' } }, 'The recipe.area.shape is "oval"; it must be one of rectangle'],
    [{ area: { shape: 'rectangle', width: 3 } }, 'it must have a width and a height'],
    [{ area: { shape: 'disk', radius: 3, innerRadius: 3 } }, 'must have a radius above 3 um.'],
    [{ area: { shape: 'disk', radius: 3, z: [2, 1] } }, 'The recipe.area.z is [2,1]; it must be'],
    [{ populations: { A: { transmitter: 'gabaergic' } } }, 'it has none of them.'],
    [
      { populations: { A: { transmitter: 'gabaergic', count: 1, ratio: 1 } } },
      'populations.A is counted by count, by ratio or by layers; it has count and ratio.',
    ],
    [{ populations: { A: { transmitter: 'gabaergic', ratio: 1 } } }, 'which the recipe lacks'],
    [
      { populations: { A: { transmitter: 'gabaergic', layers: { SP: 1 } } } },
      'populations.A.layers has SP, which is no layer of the area; there is none.',
    ],
    [{ populations: { A: { count: 1 } } }, 'The recipe.populations.A lacks transmitter.'],
    [
      { connectivity: { ...plain.connectivity, inDegree: { 'EXC-INH': 3 } } },
      'connectivity.inDegree has EXC-INH, which is no pathway; there is EXC->EXC',
    ],
    [
      { connectivity: { ...plain.connectivity, cutoff: 2 } },
      'The recipe.connectivity.cutoff is 2; it must be a number from 0 to 1.',
    ],
    [
      {
        connectivity: {
          ...plain.connectivity,
          synapses: { 'EXC->INH': { sections: {}, receptors: {} } },
        },
      },
      'connectivity.synapses.EXC->INH.sections has no share above 0.',
    ],
    [{ populations: [] }, 'The recipe.populations is []; it must be an object with named fields.'],
  ])('%j', (change, message) => {
    expect(() => generate({ ...plain, ...change } as never)).toThrow(message)
  })
})
