/** The cells of a patch: those in a square, in a share of the area, or the nearest to the middle. */
import { boxAround, middleOf } from '../bounding-box.ts'
import type { Population } from '../system.ts'

/** Two corners in um: x and y of each; cells on its edges are in it. */
export type Bounds = readonly [readonly [number, number], readonly [number, number]]

interface Place {
  readonly gid: number
  readonly x: number
  readonly y: number
}

/** Gids of the cells between two corners. */
export function cellsWithin(populations: readonly Population[], bounds: Bounds): Int32Array {
  const [[left, bottom], [right, top]] = bounds
  const isInside = ({ x, y }: Place): boolean => x >= left && x <= right && y >= bottom && y <= top
  return Int32Array.from(placesOf(populations).filter(isInside), ({ gid }) => gid)
}

/** Gids of the cells in a square of so many um around the middle of all. */
export function cellsInSquare(populations: readonly Population[], side: number): Int32Array {
  const [x, y] = middleOf(boxAround(populations))
  const half = side / 2
  return cellsWithin(populations, [
    [x - half, y - half],
    [x + half, y + half],
  ])
}

/** The square root of the share is taken of width and height, about the middle. */
export function boundsOfShare(populations: readonly Population[], share: number): Bounds {
  const { least, most } = boxAround(populations)
  const [x, y] = middleOf({ least, most })
  const dx = ((most[0] - least[0]) * Math.sqrt(share)) / 2
  const dy = ((most[1] - least[1]) * Math.sqrt(share)) / 2
  return [
    [x - dx, y - dy],
    [x + dx, y + dy],
  ]
}

/** Gids of the cells nearest to the middle of a box around all; of two as near the lower one. */
export function nearestCells(
  all: readonly Population[],
  populations: readonly Population[],
  count: number,
): Int32Array {
  const [x, y] = middleOf(boxAround(all))
  const square = (place: Place): number => (place.x - x) ** 2 + (place.y - y) ** 2
  const sorted = placesOf(populations).sort((a, b) => square(a) - square(b) || a.gid - b.gid)
  return Int32Array.from(sorted.slice(0, count), ({ gid }) => gid).sort()
}

/** Cells without a place are at the origin. */
const placesOf = (populations: readonly Population[]): Place[] =>
  populations.flatMap(({ count, offset, gids, coordinates = [] }) =>
    Array.from({ length: count }, (_, k) => {
      const gid = gids?.[k] ?? offset + k
      return { gid, x: coordinates[3 * k] ?? 0, y: coordinates[3 * k + 1] ?? 0 }
    }),
  )
