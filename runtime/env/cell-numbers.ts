/** Which cell a gid is: its population, and its place in it. */
import type { PopulationRange } from '../run.ts'

export interface Place {
  /** Number of the population. */
  readonly population: number
  /** Counted within it. */
  readonly cell: number
}

export class CellNumbers {
  private readonly populations: readonly PopulationRange[]
  /** Only where cells are not numbered one after another. */
  private readonly places: ReadonlyMap<number, Place> | undefined

  constructor(populations: readonly PopulationRange[]) {
    this.populations = populations
    this.places = populations.some(({ gids }) => gids) ? placesOf(populations) : undefined
  }

  find(gid: number): Place | undefined {
    if (this.places) return this.places.get(gid)
    if (!Number.isInteger(gid)) return undefined
    const population = this.populations.findIndex(
      ({ offset, count }) => gid >= offset && gid < offset + count,
    )
    const { offset = 0 } = this.populations[population] ?? {}
    return population < 0 ? undefined : { population, cell: gid - offset }
  }
}

const placesOf = (populations: readonly PopulationRange[]): ReadonlyMap<number, Place> =>
  new Map(
    populations.flatMap((range, population) =>
      Array.from(gidsOf(range), (gid, cell) => [gid, { population, cell }] as const),
    ),
  )

/** The gid of each cell. */
export const gidsOf = ({ gids, offset, count }: PopulationRange): Int32Array =>
  gids ?? Int32Array.from({ length: count }, (_, k) => offset + k)
