/** The cells of a system in other places; delays stay what they are. */
import { UsageError } from '../compiler/usage-error.ts'
import type { Point } from './bounding-box.ts'
import type { Population, System, SystemParts } from './system.ts'

export function movedParts(
  system: System,
  move: (place: Point) => Point,
  names: readonly string[] = system.populations.map(({ name }) => name),
): SystemParts {
  const chosen = new Set(names.map((name) => system.population(name)))
  const populations = system.populations.map((each) =>
    chosen.has(each) ? moved(each, move) : each,
  )
  const { extent: _, recipe: __, ...parts } = system
  return { ...parts, populations }
}

function moved(population: Population, move: (place: Point) => Point): Population {
  const { name, count, coordinates: old = new Float64Array(3 * count) } = population
  const coordinates = new Float64Array(3 * count)
  for (let k = 0; k < count; k++) {
    const place = move([old[3 * k] ?? 0, old[3 * k + 1] ?? 0, old[3 * k + 2] ?? 0])
    if (place.length !== 3 || !place.every(Number.isFinite)) {
      throw new UsageError(
        `Cell ${k} of ${name} was moved to ${JSON.stringify(place)}; a place is x, y, z in um.`,
      )
    }
    coordinates.set(place, 3 * k)
  }
  return { ...population, coordinates }
}
