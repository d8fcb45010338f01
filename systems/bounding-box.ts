/** Where the cells of a system are: the box around them, and its middle. */
import type { Population } from './system.ts'

export type Point = readonly [number, number, number]

/** The corner with the least and the one with the greatest coordinates, in um. */
export interface Box {
  readonly least: Point
  readonly most: Point
}

/** The box around all cells; at the origin where there are none, or none has a place. */
export function boxAround(populations: readonly Population[]): Box {
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

export const middleOf = ({ least, most }: Box): Point => [
  (least[0] + most[0]) / 2,
  (least[1] + most[1]) / 2,
  (least[2] + most[2]) / 2,
]

/** So many um more on all sides. */
export const padded = ({ least, most }: Box, margin: number): Box => ({
  least: [least[0] - margin, least[1] - margin, least[2] - margin],
  most: [most[0] + margin, most[1] + margin, most[2] + margin],
})
