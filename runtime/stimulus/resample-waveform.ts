/** A waveform at another dt: on straight lines between its rows, or with each row held as it is. */
import { mustBeStep } from './dense-waveform.ts'
import { repeatRow, type Waveform } from './waveform.ts'

/** `linear` smooths edges; `hold` keeps pulses rectangular, and their charge where edges fall on rows. */
export type Between = 'linear' | 'hold'

export interface Grid {
  readonly dt: number
  readonly rows: number
  readonly between: Between
}

/** Row k is the value at k·dt. After the last row of the original its value holds until it ends. */
export function resampleWaveform(from: Waveform, { dt, rows, between }: Grid): Waveform {
  mustBeStep(dt)
  const { width } = from
  const last = from.rows - 1
  const placeOf = (row: number): number => Math.min(last, nearWhole((row * dt) / from.dt))
  const rowAt = (place: number): number => Math.ceil((place * from.dt) / dt - 1e-9)
  const following = new Float64Array(width)
  const write = (row: number, into: Float64Array): void => {
    const place = placeOf(row)
    const floor = Math.floor(place)
    from.render(floor, 1, into)
    const part = between === 'hold' ? 0 : place - floor
    if (part === 0) return
    from.render(floor + 1, 1, following)
    for (let k = 0; k < width; k++) {
      const value = into[k] ?? 0
      into[k] = value + part * ((following[k] ?? 0) - value)
    }
  }
  const changeAfter = (row: number): number => {
    const change = from.changeAfter(Math.floor(placeOf(row)))
    if (change > last) return rows
    // On a line to the change, values move one row before it.
    const next =
      between === 'hold' ? rowAt(change) : Math.floor(nearWhole(((change - 1) * from.dt) / dt)) + 1
    return Math.min(rows, Math.max(row + 1, next))
  }
  return {
    dt,
    rows,
    width,
    changeAfter,
    render(first, count, into) {
      for (let row = first; row < first + count; ) {
        const next = Math.min(first + count, changeAfter(row))
        const at = row - first
        write(row, into.subarray(at * width, (at + 1) * width))
        repeatRow(into, width, [at, next - row])
        row = next
      }
    },
  }
}

/** Quotients of times such as 0.3/0.1 are whole numbers, whatever the last bit says. */
export function nearWhole(x: number): number {
  const whole = Math.round(x)
  return Math.abs(x - whole) < 1e-9 * Math.max(1, Math.abs(x)) ? whole : x
}
