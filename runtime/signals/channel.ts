/** One recorded quantity of a window: events, or values sampled at equal distances. */

/** Ids and times are a pair of columns, in the order of time. */
export interface Events {
  readonly kind: 'events'
  /** The gid of the cell of each event. */
  readonly ids: Int32Array
  /** In ms from the beginning of the window. */
  readonly times: Float64Array
}

/** One row of samples for each id. */
export interface Series {
  readonly kind: 'series'
  readonly ids: Int32Array
  /** Row after row. */
  readonly values: Float64Array
  /** Samples in a row. */
  readonly samples: number
  /** ms between samples. */
  readonly dt: number
  readonly unit?: string
  /** What each row belongs to, where rows are parts of cells. */
  readonly sections?: readonly string[]
}

export type Channel = Events | Series

/** Row k of a series: a view, not a copy. */
export const rowOf = ({ values, samples }: Series, k: number): Float64Array =>
  values.subarray(k * samples, (k + 1) * samples)

export const rowsOf = (series: Series): readonly Float64Array[] =>
  Array.from(series.ids, (_, k) => rowOf(series, k))
