/** How the cells of a population are shared out among workers. */

/** Cells first … last − 1 and everything that lands on them. */
export interface Part {
  readonly first: number
  readonly last: number
}

/** Borders at cache lines, and where vectors of any precision begin. */
const grain = 16

/** Contiguous, as even as the grain allows; small populations leave some workers nothing. */
export function partsOf(count: number, workers: number): readonly Part[] {
  const grains = Math.ceil(count / grain)
  const border = (k: number): number => Math.min(count, Math.round((grains * k) / workers) * grain)
  return Array.from({ length: workers }, (_, k) => ({ first: border(k), last: border(k + 1) }))
}
