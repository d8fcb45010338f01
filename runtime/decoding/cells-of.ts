/** Which cells there are: all of them, and those of each population. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { DecodingEnv } from './decoding.ts'

export type CellsEnv = Pick<DecodingEnv, 'gids' | 'populations'>

export interface Members {
  readonly name: string
  readonly gids: readonly number[]
}

/** How many cells there are to fire. */
export const unitCount = ({ gids }: Pick<DecodingEnv, 'gids'>): number => gids.length

/** Populations that have cells, in the order of their gids. */
export function membersOf({ gids, populations }: CellsEnv): readonly Members[] {
  return populations
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ name, offset, count }) => ({
      name,
      gids: Array.from(gids).filter((gid) => gid >= offset && gid < offset + count),
    }))
    .filter((members) => members.gids.length > 0)
}

/** The cells of some populations, or of all. */
export function populationGids(
  env: CellsEnv,
  names?: readonly string[] | null,
): readonly Members[] {
  const all = membersOf(env)
  if (!names) return all
  return names.map((name) => {
    const found = all.find((members) => members.name === name)
    if (found) return found
    const known = all.map((members) => members.name).join(', ') || 'none'
    throw new UsageError(`There is no population ${name}; there is ${known}.`)
  })
}
