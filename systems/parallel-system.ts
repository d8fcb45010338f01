/** Cells that nothing connects, side by side: what single-cell experiments run on. */
import { UsageError } from '../compiler/usage-error.ts'
import { boxAround, padded } from './bounding-box.ts'
import { isArrayLike, shown } from './numbers-from.ts'
import { type Population, System, type SystemParts } from './system.ts'
import { mustBeNames, numberOfCells } from './validate.ts'

/** So many cells (all EXC), or so many of each population. */
export type Counts = number | Readonly<Record<string, number>>

/** um between neighbours along x; or x, y, z of each cell; or gid, x, y, z; or a function of the count that gives rows. */
export type Placement =
  | number
  | readonly ArrayLike<number>[]
  | ((count: number) => readonly ArrayLike<number>[])

export interface ParallelOptions {
  readonly coordinates?: Placement
  readonly name?: string
}

/** um around the cells, so that a single one has a box that can be seen. */
const margin = 100

export class ParallelSystem extends System {
  /** `new ParallelSystem({ EXC: 3, INH: 5 }, { coordinates: 50 })`: eight cells, 50 um from one to the next. */
  constructor(counts: Counts = 1, options: ParallelOptions = {}) {
    super(partsOf(counts, options))
  }
}

function partsOf(counts: Counts, options: ParallelOptions): SystemParts {
  const { coordinates = 0, name = 'ParallelSystem' } = options
  const ranges = rangesOf(counts)
  const total = ranges.reduce((sum, { count }) => sum + count, 0)
  if (total === 0)
    throw new UsageError('A system of parallel cells has one cell at least; this has none.')
  const rows = rowsOf(coordinates, total)
  const gids = rows.every((row) => row.length === 4) ? gidsFrom(rows) : undefined
  const places = Float64Array.from(rows.flatMap((row) => Array.from(row).slice(-3)))
  const populations = ranges.map((range): Population => {
    const { count, offset } = range
    return {
      ...range,
      coordinates: places.slice(3 * offset, 3 * (offset + count)),
      ...(gids ? { gids: gids.slice(offset, offset + count) } : {}),
    }
  })
  return { name, populations, projections: [], extent: padded(boxAround(populations), margin) }
}

function rangesOf(counts: unknown): readonly Population[] {
  if (typeof counts === 'number') {
    return [{ name: 'EXC', count: numberOfCells('The number of cells', counts), offset: 0 }]
  }
  if (typeof counts !== 'object' || counts === null || Array.isArray(counts)) {
    throw new UsageError(
      `The number of cells is ${shown(counts)}; it must be a whole number, or one for each population, such as { EXC: 80, INH: 20 }.`,
    )
  }
  const given = Object.entries(counts as Record<string, unknown>)
  mustBeNames(
    'The number of cells',
    given.map(([name]) => name),
  )
  let offset = 0
  return given.map(([name, value]): Population => {
    const count = numberOfCells(`The number of cells of ${name}`, value)
    offset += count
    return { name, count, offset: offset - count }
  })
}

function rowsOf(placement: Placement, count: number): readonly ArrayLike<number>[] {
  if (typeof placement === 'function') return checkedRows(placement(count), count)
  if (typeof placement !== 'number') return checkedRows(placement, count)
  if (Number.isFinite(placement)) {
    return Array.from({ length: count }, (_, k) => [k * placement, 0, 0])
  }
  throw new UsageError(`coordinates is ${placement}; a distance between cells is a number of um.`)
}

function checkedRows(rows: unknown, count: number): readonly ArrayLike<number>[] {
  const right = 'one row for each cell: x, y, z in um, or gid, x, y, z'
  if (!Array.isArray(rows))
    throw new UsageError(`coordinates is ${shown(rows)}; it must be ${right}.`)
  if (rows.length !== count) {
    throw new UsageError(`coordinates has ${rows.length} rows; there are ${count} cells.`)
  }
  const width = isArrayLike(rows[0]) ? rows[0].length : 0
  const wrong = rows.findIndex(
    (row) =>
      !isArrayLike(row) ||
      row.length !== width ||
      (width !== 3 && width !== 4) ||
      !Array.from(row).every((x) => Number.isFinite(x)),
  )
  if (wrong < 0) return rows
  const row = isArrayLike(rows[wrong])
    ? `[${Array.from(rows[wrong]).join(', ')}]`
    : shown(rows[wrong])
  throw new UsageError(`coordinates[${wrong}] is ${row}; it must be ${right}, all of them alike.`)
}

function gidsFrom(rows: readonly ArrayLike<number>[]): Int32Array {
  const known = new Set<number>()
  rows.forEach((row, k) => {
    const gid = row[0] ?? -1
    if (!Number.isInteger(gid) || gid < 0 || gid >= 2 ** 31) {
      throw new UsageError(
        `coordinates[${k}] has the gid ${gid}; a gid is a whole number, 0 or more.`,
      )
    }
    if (known.has(gid)) {
      throw new UsageError(
        `coordinates[${k}] has the gid ${gid} of an earlier row; each cell has its own.`,
      )
    }
    known.add(gid)
  })
  return Int32Array.from(known)
}
