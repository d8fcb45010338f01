/** What a stimulus is made from. */
import type { WindowSource } from './deferred-waveform.ts'
import type { Values } from './read-values.ts'

export interface ColumnOptions {
  /** ms from row to row. */
  readonly dt?: number
  /** Columns of a flat array, which holds row after row; one unless told. */
  readonly width?: number
  /** The cell of each column; without them columns are cells in their order. */
  readonly gids?: ArrayLike<number> | undefined
  /** The section of each column, where cells have several. */
  readonly sections?: readonly string[] | undefined
  /** What the values are given in; the mode's own unit unless told. */
  readonly unit?: string
  /** Whatever else is known, such as `wavelengthNm`. */
  readonly meta?: Readonly<Record<string, unknown>>
}

export interface StimulusOptions extends ColumnOptions {
  /** How it acts; `extracellular` unless told. */
  readonly mode?: string
  /** Instead of a mode: the name after `from` of the ports it is for. */
  readonly port?: string
}

export interface DeferredOptions extends StimulusOptions {
  readonly source: WindowSource
  readonly gids: ArrayLike<number>
  /** Ends after so many ms; Infinity where it goes on for ever. */
  readonly extent: number
  readonly windowBytes?: number
}

/** A table with what there is to say about it. */
export interface DescribedValues extends StimulusOptions {
  readonly values: Values
}

export type Column = readonly [gid: number, section: string | undefined, series: Float64Array]
