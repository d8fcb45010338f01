/** Which cells of a system are meant: so many, a share, a patch, or those of a name. */
import type { Population } from './system.ts'

/** Gids of the cells in a square of so many um around the centre of all, its edges included. */
export function cellsInBox(populations: readonly Population[], side: number): Int32Array {
  const box = boundingBox(populations)
  const inside = (values: Float64Array, axis: 0 | 1): ((k: number) => boolean) => {
    const centre = (box.least[axis] + box.most[axis]) / 2
    return (k) => Math.abs((values[3 * k + axis] ?? 0) - centre) <= side / 2
  }
  return Int32Array.from(
    populations.flatMap(({ count, offset, coordinates = new Float64Array(3 * count) }) => {
      const [alongX, alongY] = [inside(coordinates, 0), inside(coordinates, 1)]
      return Array.from({ length: count }, (_, k) => k)
        .filter((k) => alongX(k) && alongY(k))
        .map((k) => offset + k)
    }),
  )
}

type Point = readonly [number, number, number]

/** The corners of all cells, in um; at the origin where there are none. */
export function boundingBox(populations: readonly Population[]): { least: Point; most: Point } {
  const least: [number, number, number] = [Infinity, Infinity, Infinity]
  const most: [number, number, number] = [-Infinity, -Infinity, -Infinity]
  for (const { coordinates = new Float64Array(0) } of populations) {
    for (let k = 0; k < coordinates.length; k++) {
      const axis = (k % 3) as 0 | 1 | 2
      const value = coordinates[k] ?? 0
      least[axis] = Math.min(least[axis], value)
      most[axis] = Math.max(most[axis], value)
    }
  }
  return least[0] <= most[0] ? { least, most } : { least: [0, 0, 0], most: [0, 0, 0] }
}
