/** All connections of a small system as one matrix of signed weights. */
import { UsageError } from '../compiler/usage-error.ts'
import { typeOf } from './pathways.ts'
import { Random } from './random.ts'
import type { System } from './system.ts'
import { unknownName } from './validate.ts'

export interface MatrixOptions {
  /** By target and source as in `{ EXC_INH: 2 }`; 1 where nothing is said. */
  readonly weights?: Readonly<Record<string, number>>
  readonly seed?: number
}

/** Above this many cells a row of them, and a matrix of 64 MiB, is no way to look at a system. */
const mostCells = 4096

/**
 * Row by row, one for each source: `matrix[pre * count + post]`. Each pair has a random weight from 0 to 1, times that of
 * its populations, negative where the synapse inhibits; of two connections of a pair the later one counts.
 */
export function connectivityMatrix(system: System, options: MatrixOptions = {}): Float32Array {
  const { weights = {}, seed = 123 } = options
  const { count, populations, projections, name } = system
  if (count > mostCells) {
    throw new UsageError(
      `The matrix of ${name} would have ${count} rows of ${count}; it is for systems of up to ${mostCells} cells.`,
    )
  }
  const known = populations.flatMap((post) => populations.map((pre) => `${post.name}_${pre.name}`))
  const strange = Object.keys(weights).find((key) => !known.includes(key))
  if (strange !== undefined)
    throw new UsageError(`weights has ${unknownName(strange, 'pathway', known)}`)
  const firsts = firstPlaces(system)
  const matrix = new Float32Array(count * count)
  for (const projection of projections) {
    const { pre, post, i, j } = projection
    const sign = typeOf(projection) === 'inhibitory' ? -1 : 1
    const scale = sign * (weights[`${post}_${pre}`] ?? 1)
    const random = new Random(seed, `weights of ${pre}->${post}`)
    for (let k = 0; k < i.length; k++) {
      const [source, target] = [i[k] ?? 0, j[k] ?? 0]
      const row = (firsts.get(pre) ?? 0) + source
      const column = (firsts.get(post) ?? 0) + target
      matrix[row * count + column] = scale * random.uniformAt(source, target)
    }
  }
  return matrix
}

/** Where the cells of each population begin when all stand in one row. */
function firstPlaces({ populations }: System): ReadonlyMap<string, number> {
  let next = 0
  return new Map(
    populations.map(({ name, count }) => {
      next += count
      return [name, next - count] as const
    }),
  )
}
