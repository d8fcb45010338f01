/** Which cells of a system are meant: so many, a share, a patch, some of each population, or those of a name. */
import { UsageError } from '../../compiler/usage-error.ts'
import { isArrayLike, shown } from '../numbers-from.ts'
import { Random } from '../random.ts'
import type { Population, System } from '../system.ts'
import { unknownName } from '../validate.ts'
import { type Bounds, boundsOfShare, cellsWithin, nearestCells } from './patch.ts'

/** A whole number is a count, one between 0 and 1 a share, an array gids. */
export type Amount = number | ArrayLike<number>

/** An amount of all, one for each population, or the name of a stored selection. */
export type Choice = Amount | string | Readonly<Record<string, Amount>>

export interface SelectOptions {
  /** Only cells of these. */
  readonly populations?: readonly string[]
  /** The first ones, any by chance, or those in the middle. */
  readonly method?: 'first' | 'random' | 'patch'
  readonly seed?: number
  /** The corners of the patch; cells are chosen by it alone. */
  readonly bounds?: Bounds
}

const methods = ['first', 'random', 'patch']

/** Gids, ascending. */
export function chooseCells(
  system: System,
  choice: Choice | undefined,
  options: SelectOptions = {},
): Int32Array {
  const { method = 'first', bounds, populations: names } = options
  if (!methods.includes(method)) {
    throw new UsageError(`method is ${unknownName(method, 'way to select', methods)}`)
  }
  if (bounds !== undefined && method !== 'patch') {
    throw new UsageError(`bounds are those of a patch; say { method: 'patch', bounds }.`)
  }
  if (typeof choice === 'string') return stored(system, choice, options)
  const populations = names?.map((name) => system.population(name)) ?? system.populations
  if (typeof choice === 'object' && isArrayLike(choice)) return explicit(populations, choice)
  if (typeof choice === 'object' && choice !== null) return ofEach(system, choice, options)
  if (choice === undefined && !bounds) return ascending(populations.map(gidsOf))
  if (choice !== undefined) mustBeAmount('The selection', choice)
  if (method === 'patch') return patch(system, populations, { share: choice, bounds })
  return ascending(
    populations.map((each) =>
      some(each, { ...options, amount: countIn(each, populations, choice) }),
    ),
  )
}

/** Whole numbers are shared out in proportion, halves rounded to even; shares are taken of each. */
function countIn({ count }: Population, populations: readonly Population[], amount = 0): number {
  if (!Number.isInteger(amount)) return Math.max(1, Math.min(count, roundedToEven(amount * count)))
  const total = populations.reduce((sum, each) => sum + each.count, 0)
  return total === 0 ? 0 : Math.min(count, roundedToEven((amount * count) / total))
}

function roundedToEven(x: number): number {
  const below = Math.floor(x)
  const rest = x - below
  if (rest !== 0.5) return Math.round(x)
  return below % 2 === 0 ? below : below + 1
}

function stored(system: System, name: string, options: SelectOptions): Int32Array {
  const strange = (['method', 'bounds', 'populations'] as const).find((each) => options[each])
  if (strange) {
    throw new UsageError(`The selection ${name} is stored with the system; ${strange} has no say.`)
  }
  const gids = system.selections.get(name)
  if (gids) return gids
  const known = [...system.selections.keys()]
  throw new UsageError(`Asked for ${unknownName(name, `selection of ${system.name}`, known)}`)
}

function ofEach(
  system: System,
  choice: Readonly<Record<string, Amount>>,
  { method, seed }: SelectOptions,
): Int32Array {
  const chosen = Object.entries(choice).map(([name, amount]) => {
    const population = system.population(name)
    if (isArrayLike(amount)) return explicit([population], amount)
    mustBeAmount(name, amount)
    if (method === 'patch') {
      throw new UsageError(
        `A patch holds all cells in it; ${name}: ${amount} is an amount of one population.`,
      )
    }
    const many = Number.isInteger(amount) ? amount : countIn(population, [population], amount)
    return some(population, {
      ...(method && { method }),
      ...(seed !== undefined && { seed }),
      amount: many,
    })
  })
  return ascending(chosen)
}

function mustBeAmount(place: string, amount: unknown): void {
  const isCount = Number.isInteger(amount) && Number(amount) >= 0
  if (isCount || (typeof amount === 'number' && amount > 0 && amount < 1)) return
  throw new UsageError(
    `${place} is ${shown(amount)}; it must be a whole number of cells, or a share between 0 and 1.`,
  )
}

function patch(
  { populations: all }: System,
  populations: readonly Population[],
  { share, bounds }: { readonly share: number | undefined; readonly bounds: Bounds | undefined },
): Int32Array {
  if (bounds) {
    mustBeBounds(bounds)
    if (share === undefined) return cellsWithin(populations, bounds).sort()
    throw new UsageError(`bounds say which cells are in the patch; ${share} says it again.`)
  }
  if (share !== undefined && !Number.isInteger(share)) {
    return cellsWithin(populations, boundsOfShare(all, share)).sort()
  }
  return nearestCells(all, populations, share ?? 0)
}

function mustBeBounds(bounds: unknown): void {
  const corners: unknown[] = Array.isArray(bounds) ? bounds : []
  const isPoint = (corner: unknown): boolean =>
    Array.isArray(corner) && corner.length === 2 && corner.every((x) => Number.isFinite(x))
  if (corners.length === 2 && corners.every(isPoint)) return
  throw new UsageError(
    `bounds is ${JSON.stringify(bounds)}; it must be two corners in um, such as [[0, 0], [200, 100]].`,
  )
}

function some(
  population: Population,
  { amount, method = 'first', seed = 123 }: SelectOptions & { readonly amount: number },
): Int32Array {
  const gids = gidsOf(population)
  if (method === 'first') return gids.slice(0, amount)
  const random = new Random(seed, `selection of ${population.name}`)
  return random.choose(amount, population.count).map((k) => gids[k] ?? 0)
}

function explicit(populations: readonly Population[], given: ArrayLike<number>): Int32Array {
  const known = new Set(populations.flatMap((each) => [...gidsOf(each)]))
  const wrong = Array.from(given).findIndex((gid) => !known.has(gid))
  if (wrong >= 0) {
    const names = populations.map(({ name }) => name).join(', ')
    throw new UsageError(`gids[${wrong}] is ${shown(given[wrong])}, which is no cell of ${names}.`)
  }
  return Int32Array.from(new Set(Array.from(given))).sort()
}

/** The gid of each cell of a population. */
export const gidsOf = ({ gids, offset, count }: Population): Int32Array =>
  gids ?? Int32Array.from({ length: count }, (_, k) => offset + k)

const ascending = (parts: readonly Int32Array[]): Int32Array =>
  Int32Array.from(parts.flatMap((part) => [...part])).sort()
