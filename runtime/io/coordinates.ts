/** Where cells are, or parts of cells: one row each, in µm. */
import { UsageError } from '../../compiler/usage-error.ts'

export interface Coordinates {
  /** The cell of each row; cells of several sections have several rows. */
  readonly gids: Int32Array
  /** x, y and z of each row, one row after another. */
  readonly xyz: Float64Array
  readonly sections?: readonly string[] | undefined
}

/** As in files: gid, x, y, z. */
export type CoordinateRow = readonly number[]

export type CoordinatesLike = Coordinates | readonly CoordinateRow[]

/** Where a section is, seen from the place of its cell. */
export interface SectionPlace {
  readonly section: string
  readonly at: readonly [number, number, number]
}

/** Rows read before, by the array they were given in, so that they are the same object again. */
const known = new WeakMap<object, Coordinates>()

export function coordinatesOf(like: CoordinatesLike): Coordinates {
  if (!isRows(like)) {
    if (like.xyz.length === 3 * like.gids.length) return like
    throw new UsageError(
      `${like.gids.length} gids need ${3 * like.gids.length} coordinates; there are ${like.xyz.length}.`,
    )
  }
  const read = known.get(like) ?? coordinatesOfRows(like)
  known.set(like, read)
  return read
}

const isRows = (like: CoordinatesLike): like is readonly CoordinateRow[] => Array.isArray(like)

function coordinatesOfRows(rows: readonly CoordinateRow[]): Coordinates {
  rows.forEach(mustBePlace)
  return {
    gids: Int32Array.from(rows, ([gid = 0]) => gid),
    xyz: Float64Array.from(rows.flatMap((row) => row.slice(1))),
  }
}

export function mustBePlace(row: CoordinateRow, k: number): void {
  if (row.length === 4 && Number.isInteger(row[0]) && row.every(Number.isFinite)) return
  throw new UsageError(`Row ${k} is [${row.join(', ')}]; it must be [id, x, y, z], in µm.`)
}

/** All cells of populations with places, in the order of their gids as populations give them. */
export function coordinatesOfPopulations(
  populations: readonly {
    readonly name: string
    readonly offset: number
    readonly count: number
    /** Of each cell, where they are not the numbers from the offset on. */
    readonly gids?: Int32Array
    readonly coordinates?: Float64Array
  }[],
): Coordinates {
  const gids = populations.flatMap(({ offset, count, gids: own }) =>
    Array.from({ length: count }, (_, k) => own?.[k] ?? offset + k),
  )
  const xyz = new Float64Array(3 * gids.length)
  let at = 0
  for (const { name, count, coordinates } of populations) {
    if (coordinates?.length !== 3 * count) {
      throw new UsageError(`The cells of ${name} have no places; ${count} cells need x, y and z.`)
    }
    xyz.set(coordinates, at)
    at += 3 * count
  }
  return { gids: Int32Array.from(gids), xyz }
}

/** Each cell becomes several rows, one for each section, one cell after another. */
export function withSections(
  { gids, xyz }: Coordinates,
  places: readonly SectionPlace[],
): Coordinates {
  const rows = Array.from(gids, (_, k) => k)
  return {
    gids: Int32Array.from(rows.flatMap((k) => places.map(() => gids[k] ?? 0))),
    xyz: Float64Array.from(
      rows.flatMap((k) =>
        places.flatMap(({ at }) => at.map((shift, axis) => shift + (xyz[3 * k + axis] ?? 0))),
      ),
    ),
    sections: rows.flatMap(() => places.map(({ section }) => section)),
  }
}
