/** A waveform that is computed window by window, when it is asked for. */
import { UsageError } from '../../compiler/usage-error.ts'
import { mustBeStep } from './dense-waveform.ts'
import { readValues, type Values } from './read-values.ts'
import type { Waveform } from './waveform.ts'

/** Rows from `start` to `stop`, in ms, half open. */
export type WindowSource = (start: number, stop: number) => Values

export interface WindowOptions {
  readonly source: WindowSource
  /** Values in a row. */
  readonly width: number
  readonly dt: number
  /** Ends after so many ms; Infinity where it goes on for ever. */
  readonly extent: number
  /** No more than this is kept at a time. */
  readonly windowBytes?: number
}

/** Fits the second level of cache, and makes a call of the source worth while. */
const usualWindow = 2 ** 20

/** Windows follow one another without gaps, and the last may be shorter; each is kept until the next. */
export function deferredWaveform(options: WindowOptions): Waveform {
  const { source, width, dt, extent, windowBytes = usualWindow } = options
  mustBeStep(dt)
  if (!(extent >= 0)) throw new UsageError(`extent is ${extent}; it must be a time in ms.`)
  const rows = Math.round(extent / dt)
  const perWindow = Math.max(1, Math.floor(windowBytes / (8 * Math.max(1, width))))
  let held = -1
  let window: ArrayLike<number> & { subarray(a: number, b: number): ArrayLike<number> } =
    new Float64Array(0)
  const load = (index: number): void => {
    const first = index * perWindow
    const count = Math.min(rows, first + perWindow) - first
    window = rendered(source, { first, count, width, dt })
    held = index
  }
  return {
    dt,
    rows,
    width,
    render(first, count, into) {
      for (let row = first; row < first + count; ) {
        const index = Math.floor(row / perWindow)
        if (index !== held) load(index)
        const from = row - index * perWindow
        const taken = Math.min(perWindow - from, first + count - row)
        into.set(window.subarray(from * width, (from + taken) * width), (row - first) * width)
        row += taken
      }
    },
    changeAfter: (row) => row + 1,
  }
}

interface Wanted {
  readonly first: number
  readonly count: number
  readonly width: number
  readonly dt: number
}

function rendered(
  source: WindowSource,
  { first, count, width, dt }: Wanted,
): Float64Array | Float32Array {
  const [start, stop] = [first * dt, (first + count) * dt]
  const table = readValues(source(start, stop), width)
  if (table.rows === count) return table.values
  throw new UsageError(
    `The source gave ${table.rows} rows of ${width} from ${start} to ${stop} ms; with dt ${dt} ms it must give ${count}.`,
  )
}
