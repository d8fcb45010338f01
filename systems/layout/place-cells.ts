/** Where the cells of a population are: anywhere on the area, at any height of their layer. */
import { Random } from '../random.ts'
import type { AreaRecipe, PopulationRecipe } from '../recipe.ts'

interface Placing {
  readonly seed: number
  readonly population: string
  readonly count: number
}

/** x, y, z of each cell in um, in single precision, as files keep them. */
export function placeCells(
  area: AreaRecipe,
  { layers }: PopulationRecipe,
  { seed, population, count }: Placing,
): Float64Array {
  const random = new Random(seed, `cells of ${population}`)
  const coordinates = new Float64Array(3 * count)
  const heights = heightsOf(area, layers, count)
  for (let k = 0; k < count; k++) {
    const [x, y] = area.shape === 'disk' ? onDisk(area, random) : onRectangle(area, random)
    const [low, high] = heights[k] ?? [0, 0]
    const z = low + (high - low) * random.uniform()
    coordinates.set([Math.fround(x), Math.fround(y), Math.fround(z)], 3 * k)
  }
  return coordinates
}

/** The layer of each cell: those of the first layer come first. */
function heightsOf(
  area: AreaRecipe,
  layers: PopulationRecipe['layers'],
  count: number,
): readonly (readonly [number, number])[] {
  if (layers === undefined) {
    const only = area.z ?? ([0, 10] as const)
    return Array.from({ length: count }, () => only)
  }
  return Object.entries(layers).flatMap(([layer, cells]) =>
    Array.from({ length: cells }, () => area.layers?.[layer] ?? ([0, 0] as const)),
  )
}

const onRectangle = ({ width = 0, height = 0 }: AreaRecipe, random: Random): [number, number] => [
  width * random.uniform(),
  height * random.uniform(),
]

/** Tries on the square around it: no angles, whose sines differ from engine to engine. */
function onDisk({ radius = 0, innerRadius = 0 }: AreaRecipe, random: Random): [number, number] {
  for (;;) {
    const x = radius * (2 * random.uniform() - 1)
    const y = radius * (2 * random.uniform() - 1)
    const square = x * x + y * y
    if (square <= radius * radius && square >= innerRadius * innerRadius) return [x, y]
  }
}
