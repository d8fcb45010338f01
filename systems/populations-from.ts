/** Populations from a user's counts and coordinates, one after another in one row of gids. */
import { UsageError } from '../compiler/usage-error.ts'
import { firstOutside, isArrayLike, shown } from './numbers-from.ts'
import type { Population } from './system.ts'
import { mustBeFields, mustBeNames, numberOfCells } from './validate.ts'

export interface PopulationDescription {
  readonly count: number
  /** x, y, z of each cell in um. */
  readonly coordinates?: ArrayLike<number>
}

export function populationsFrom(
  given: Readonly<Record<string, PopulationDescription>>,
): readonly Population[] {
  mustBeFields('populations', given)
  mustBeNames('populations', Object.keys(given))
  let offset = 0
  return Object.entries(given).map(([name, description]): Population => {
    const place = `populations.${name}`
    mustBeFields(place, description)
    const count = numberOfCells(`${place}.count`, description.count)
    const coordinates = positions(`${place}.coordinates`, count, description.coordinates)
    offset += count
    return { name, count, offset: offset - count, ...(coordinates ? { coordinates } : {}) }
  })
}

function positions(place: string, count: number, values: unknown): Float64Array | undefined {
  if (values === undefined) return undefined
  if (!isArrayLike(values)) {
    throw new UsageError(`${place} is ${shown(values)}; it must be an array: x, y, z of each cell.`)
  }
  if (values.length !== 3 * count) {
    throw new UsageError(
      `${place} has ${values.length} numbers; x, y and z of ${count} cells are ${3 * count}.`,
    )
  }
  const wrong = firstOutside(values, -Number.MAX_VALUE)
  if (wrong >= 0) {
    const value = shown(values[wrong])
    throw new UsageError(`${place}[${wrong}] is ${value}; it must be a finite number of um.`)
  }
  return values instanceof Float64Array ? values : Float64Array.from(values)
}
