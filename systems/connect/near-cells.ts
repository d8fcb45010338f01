/** The cells around a place, and how far they are: found in columns of the area, so that most cells are never looked at. */

/** Columns across the distance that is looked at; narrower ones pass over more cells and cost more searches. */
const columnsPerReach = 6
const mostColumns = 512

export class NearCells {
  /** Cells found around the last place, and the square of the distance of each in um². */
  readonly cells: Int32Array
  readonly squares: Float64Array
  private readonly reach: number
  private readonly left: number
  private readonly width: number
  /** Where each column begins in the order of cells: column by column, from below to above. */
  private readonly starts: Int32Array
  private readonly order: Int32Array
  private readonly xs: Float64Array
  private readonly ys: Float64Array

  /** x, y, z of each cell, and how far to look in the plane, in um. */
  constructor(places: Float64Array, reach: number) {
    const count = places.length / 3
    const x = Float64Array.from({ length: count }, (_, k) => places[3 * k] ?? 0)
    const y = Float64Array.from({ length: count }, (_, k) => places[3 * k + 1] ?? 0)
    this.reach = reach
    this.left = x.reduce((least, value) => Math.min(least, value), Number.MAX_VALUE)
    const right = x.reduce((most, value) => Math.max(most, value), this.left)
    this.width = Math.max(reach / columnsPerReach, (right - this.left) / (mostColumns - 1))
    const columns = x.map((value) => Math.floor((value - this.left) / this.width))
    this.order = Int32Array.from({ length: count }, (_, k) => k).sort(
      (a, b) => (columns[a] ?? 0) - (columns[b] ?? 0) || (y[a] ?? 0) - (y[b] ?? 0) || a - b,
    )
    this.starts = startsOf(columns)
    this.xs = Float64Array.from(this.order, (cell) => x[cell] ?? 0)
    this.ys = Float64Array.from(this.order, (cell) => y[cell] ?? 0)
    this.cells = new Int32Array(count)
    this.squares = new Float64Array(count)
  }

  /** How many are found, all but one cell itself. */
  around(x: number, y: number, except: number): number {
    const { reach, left, width, starts, order, xs, ys, cells, squares } = this
    const most = reach * reach
    const last = Math.min(starts.length - 2, Math.floor((x + reach - left) / width))
    let count = 0
    for (let c = Math.max(0, Math.floor((x - reach - left) / width)); c <= last; c++) {
      const aside = Math.max(0, left + c * width - x, x - left - (c + 1) * width)
      const half = Math.sqrt(Math.max(0, most - aside * aside)) * (1 + 1e-12)
      const end = starts[c + 1] ?? 0
      for (let n = firstFrom(ys, y - half, starts[c] ?? 0, end); n < end; n++) {
        const dy = (ys[n] ?? 0) - y
        if (dy > half) break
        const dx = (xs[n] ?? 0) - x
        const square = dx * dx + dy * dy
        const cell = order[n] ?? 0
        if (square > most || cell === except) continue
        cells[count] = cell
        squares[count++] = square
      }
    }
    return count
  }
}

/** Where each column begins, and where the last one ends. */
function startsOf(columns: Float64Array): Int32Array {
  const last = columns.reduce((most, column) => Math.max(most, column), -1)
  const starts = new Int32Array(last + 2)
  for (const column of columns) starts[column + 1] = (starts[column + 1] ?? 0) + 1
  for (let c = 1; c < starts.length; c++) starts[c] = (starts[c] ?? 0) + (starts[c - 1] ?? 0)
  return starts
}

/** The first place of ascending numbers that is not below a bound. */
function firstFrom(sorted: Float64Array, bound: number, start: number, end: number): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < bound) low = middle + 1
    else high = middle
  }
  return low
}
