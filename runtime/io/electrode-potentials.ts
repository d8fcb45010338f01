/** What electrodes measure: the sum of what the membrane currents around them make of the medium. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Distances } from './distances.ts'

/** How many uA one of each is. */
const currentUnits: Readonly<Record<string, number>> = { uA: 1, nA: 1e-3, pA: 1e-6, mA: 1e3 }

/** Potential k of a channel is Σ gain × current k over all rows; a gain of 0 costs nothing. */
export function electrodePotentials(
  { channels, gids }: Distances,
  gains: Float64Array,
  { currents, unit }: { readonly currents: readonly ArrayLike<number>[]; readonly unit: string },
): readonly Float64Array[] {
  const scale = Object.hasOwn(currentUnits, unit) ? currentUnits[unit] : undefined
  if (scale === undefined) {
    const known = Object.keys(currentUnits).join(', ')
    throw new UsageError(`Membrane currents cannot be in ${unit}; give them in ${known}.`)
  }
  if (currents.length !== gids.length) {
    throw new UsageError(
      `There are ${currents.length} rows of membrane current for ${gids.length} rows of coordinates; ` +
        'each is one cell, or one section of it.',
    )
  }
  const samples = currents[0]?.length ?? 0
  return Array.from(channels, (_, place) => {
    const potential = new Float64Array(samples)
    currents.forEach((row, k) => {
      const gain = scale * (gains[place * gids.length + k] ?? 0)
      if (gain === 0) return
      for (let j = 0; j < samples; j++) potential[j] = (potential[j] ?? 0) + gain * (row[j] ?? 0)
    })
    return potential
  })
}
