/** Where the electrodes of a system are: a grid below its area. */
import type { AreaRecipe, ElectrodeRecipe } from './recipe.ts'

/** What a multi-electrode array is made from. */
export interface ElectrodeArray {
  /** id, x, y, z of each electrode, in um. */
  readonly electrodeCoordinates: readonly (readonly number[])[]
  /** How far stimulation is meant to reach, in um. */
  readonly inputRadius: number
  /** Cells are recorded as far as this, in um. */
  readonly outputRadius: number
  readonly volumeConductor?: Readonly<Record<string, number>>
}

export function electrodesOf(recipe: ElectrodeRecipe, area: AreaRecipe): ElectrodeArray {
  const { pitch, z, inputRadius, outputRadius, offset } = recipe
  const [[left, right], [bottom, top]] = sidesOf(area)
  const columns = recipe.columns ?? fitting(right - left, pitch)
  const rows = recipe.rows ?? fitting(top - bottom, pitch)
  const x = offset ?? (left + right - (columns - 1) * pitch) / 2
  const y = offset ?? (bottom + top - (rows - 1) * pitch) / 2
  const electrodeCoordinates = Array.from({ length: columns * rows }, (_, id) => {
    return [id, x + pitch * (id % columns), y + pitch * Math.floor(id / columns), z]
  })
  return { electrodeCoordinates, inputRadius, outputRadius }
}

/** The largest power of two of electrodes along a width. */
function fitting(width: number, pitch: number): number {
  const most = Math.floor(width / pitch + 1e-9) + 1
  let count = 1
  while (2 * count <= most) count *= 2
  return count
}

type Side = readonly [number, number]

function sidesOf({ shape, width = 0, height = 0, radius = 0 }: AreaRecipe): readonly [Side, Side] {
  if (shape === 'disk') {
    return [
      [-radius, radius],
      [-radius, radius],
    ]
  }
  return [
    [0, width],
    [0, height],
  ]
}
