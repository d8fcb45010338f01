/**
 * Predefined systems against their recipes: distances and in-degrees are what independent chances give. A right
 * generator fails a test of these once in ten thousand seeds; bounds are quantiles of scipy.stats 1.17.1 (chi2.ppf,
 * norm.ppf).
 */
import { expect, test } from 'vitest'
import { predefined } from '../../systems/predefined.ts'
import type { Recipe } from '../../systems/recipe.ts'
import type { Population, System } from '../../systems/system.ts'

interface Pairs {
  /** In the plane, source by source. */
  readonly distances: Float64Array
  readonly chances: Float64Array
  readonly isConnected: Uint8Array
  readonly targets: number
}

/** The chances of a recipe by its formula, written anew, and what became of them. */
function pairsOf(system: System, from: string, to: string): Pairs {
  const [pre, post] = [system.population(from), system.population(to)]
  const distances = distancesOf(pre, post)
  const { kernel, sigma, inDegree, cutoff = 0 } = connectivityOf(system)
  const degree = inDegree[`${from}->${to}`] ?? inDegree.default ?? 0
  const kernels = distances.map((d) =>
    Math.exp(kernel === 'gaussian' ? -(d * d) / (2 * sigma * sigma) : -d / sigma),
  )
  const amplitude = (degree * post.count) / kernels.reduce((sum, each) => sum + each, 0)
  const chances = kernels.map((each) => {
    const chance = amplitude * each
    return chance < cutoff ? 0 : Math.min(1, chance)
  })
  const isConnected = new Uint8Array(distances.length)
  for (const { pre: a, post: b, i, j } of system.projections) {
    if (a !== from || b !== to) continue
    i.forEach((source, k) => {
      isConnected[source * post.count + (j[k] ?? 0)] = 1
    })
  }
  return { distances, chances, isConnected, targets: post.count }
}

function connectivityOf({ recipe }: System): Recipe['connectivity'] {
  if (recipe) return recipe.connectivity
  throw new Error('The system has no recipe.')
}

/** A cell is infinitely far from itself. */
function distancesOf(pre: Population, post: Population): Float64Array {
  const [a, b] = [pre.coordinates ?? [], post.coordinates ?? []]
  return Float64Array.from({ length: pre.count * post.count }, (_, pair) => {
    const [i, j] = [3 * Math.floor(pair / post.count), 3 * (pair % post.count)]
    if (pre === post && i === j) return Number.POSITIVE_INFINITY
    return Math.hypot((a[i] ?? 0) - (b[j] ?? 0), (a[i + 1] ?? 0) - (b[j + 1] ?? 0))
  })
}

/** Connections that are there, their expectation and their variance, in groups of pairs. */
function counted(
  { chances, isConnected }: Pairs,
  groups: number,
  groupOf: (pair: number) => number,
) {
  const [there, expected, variance] = [0, 1, 2].map(() => new Float64Array(groups))
  chances.forEach((chance, pair) => {
    const group = groupOf(pair)
    const add = (sums: Float64Array | undefined, value: number) => {
      if (sums) sums[group] = (sums[group] ?? 0) + value
    }
    add(there, isConnected[pair] ?? 0)
    add(expected, chance)
    add(variance, chance * (1 - chance))
  })
  return Array.from({ length: groups }, (_, k) => {
    return { excess: (there?.[k] ?? 0) - (expected?.[k] ?? 0), variance: variance?.[k] ?? 0 }
  }).filter((group) => group.variance > 1e-3)
}

const chiSquare = (groups: readonly { excess: number; variance: number }[]): number =>
  groups.reduce((sum, { excess, variance }) => sum + (excess * excess) / variance, 0)

/** chi2.ppf(1 - 1e-4, n) for up to twelve groups. */
const bounds = [
  0, 15.14, 18.42, 21.11, 23.51, 25.74, 27.86, 29.88, 31.83, 33.72, 35.56, 37.37, 39.13,
]

const pathways = [
  ['EI2', 'EXC', 'INH'],
  ['EI3', 'EXC', 'EXC'],
  ['EI3', 'EXC', 'INH'],
  ['EI3', 'INH', 'EXC'],
  ['EI3', 'INH', 'INH'],
  ['E3I', 'EXC', 'INH'],
  ['E3I', 'INH', 'EXC'],
  ['EI_b', 'EXC', 'EXC'],
  ['S3', 'EXC', 'EXC'],
  ['S3', 'INH', 'EXC'],
] as const

test.each(pathways)(
  '%s has connections from %s to %s as far as its kernel says',
  (name, pre, post) => {
    const pairs = pairsOf(predefined(name), pre, post)
    const sample = pairs.distances.filter(
      (_, pair) => pair % 41 === 0 && (pairs.chances[pair] ?? 0) > 0,
    )
    const edges = sample.sort().filter((_, k) => k % Math.ceil(sample.length / 12) === 0)

    const groups = counted(pairs, edges.length + 1, (pair) => {
      const above = edges.findIndex((edge) => edge > (pairs.distances[pair] ?? 0))
      return above < 0 ? edges.length : above
    })

    expect(groups.length).toBeGreaterThan(1)
    expect(chiSquare(groups)).toBeLessThan(bounds[Math.min(12, groups.length)] ?? 0)
  },
)

test.each(pathways)(
  '%s has in-degrees from %s to %s that scatter as by chance',
  (name, pre, post) => {
    const pairs = pairsOf(predefined(name), pre, post)

    const cells = counted(pairs, pairs.targets, (pair) => pair % pairs.targets)

    const scatter = (chiSquare(cells) - cells.length) / Math.sqrt(2 * cells.length)
    expect(cells.length).toBeGreaterThan(10)
    expect(Math.abs(scatter)).toBeLessThan(3.89)
  },
)

test.each([
  ['E', 'EXC', 'EXC', 20],
  ['E5I', 'EXC', 'EXC', 20],
  ['E5I', 'EXC', 'INH', 4],
  ['E5I', 'INH', 'EXC', 40],
  ['EI', 'EXC', 'INH', 4],
  ['EI', 'INH', 'EXC', 40],
])('%s has the in-degree from %s to %s that its recipe asks for: %d', (name, pre, post, degree) => {
  const system = predefined(name)
  const { count } = system.population(post)

  const total = system.projections.reduce(
    (sum, each) => sum + (each.pre === pre && each.post === post ? each.i.length : 0),
    0,
  )

  // Independent chances scatter less than Poisson's law does: 3.89 of its standard deviations are one in ten thousand.
  expect(Math.abs(total - degree * count)).toBeLessThan(3.89 * Math.sqrt(degree * count))
})
