/** Values over time, for cells, electrodes or fibres alike: rows that are written where they are needed. */

/**
 * Row k holds from k·dt until (k + 1)·dt, and after the last row there is nothing. Rows are never
 * kept all at once unless they were given so: whoever needs them renders them into an array of theirs.
 */
export interface Waveform {
  /** ms from one row to the next. */
  readonly dt: number
  /** How many rows there are; Infinity where it never ends. */
  readonly rows: number
  /** Values in a row. */
  readonly width: number
  /** Writes rows first … first + count − 1, all of which exist, one after another. */
  render(first: number, count: number, into: Float64Array): void
  /** The next row that may differ from this one, at most `rows`; this row is one of them. */
  changeAfter(row: number): number
}

export interface Plateau {
  readonly first: number
  readonly rows: number
  /** Written over for the next plateau. */
  readonly values: Float64Array
}

/** Who only wants to know what is there need not look at more values than these. */
export const enoughValues = 2e7

/** What a waveform is made of: stretches during which nothing changes, up to so many values. */
export function* plateaus(waveform: Waveform, most = enoughValues): Generator<Plateau> {
  const values = new Float64Array(waveform.width)
  let first = 0
  for (let seen = 0; first < waveform.rows && seen <= most; seen += waveform.width) {
    const next = waveform.changeAfter(first)
    waveform.render(first, 1, values)
    yield { first, rows: next - first, values }
    first = next
  }
}

/** The waveform whose rows are computed from the rows of another, one by one. */
export function mapRows(
  waveform: Waveform,
  width: number,
  write: (row: Float64Array, into: Float64Array) => void,
): Waveform {
  const row = new Float64Array(waveform.width)
  return {
    dt: waveform.dt,
    rows: waveform.rows,
    width,
    render(first, count, into) {
      const end = first + count
      for (let k = first; k < end; ) {
        const next = Math.min(end, waveform.changeAfter(k))
        waveform.render(k, 1, row)
        write(row, into.subarray((k - first) * width, (k - first + 1) * width))
        repeatRow(into, width, [k - first, next - k])
        k = next
      }
    },
    changeAfter: (k) => waveform.changeAfter(k),
  }
}

/** Writes a row of a block again below itself, as often as it holds. */
export function repeatRow(
  into: Float64Array,
  width: number,
  [at, rows]: readonly [number, number],
): void {
  const start = at * width
  for (let k = 1; k < rows; k++) into.copyWithin(start + k * width, start, start + width)
}

/**
 * One row of at least so many values for all calls of one place, used up there before it can be wanted again: a loop of
 * short runs would make one each.
 */
export function sharedRow(): (width: number) => Float64Array {
  let row = new Float64Array(64)
  return (width) => {
    if (row.length < width) row = new Float64Array(2 * width)
    return row
  }
}
