/** A waveform whose rows lie in memory. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Table } from './read-values.ts'
import type { Waveform } from './waveform.ts'

/** A view of so many values takes longer than the values. */
const few = 32

export function denseWaveform({ values, rows, width }: Table, dt: number): Waveform {
  mustBeStep(dt)
  const isLikeBefore = (row: number): boolean => {
    for (let k = row * width; k < (row + 1) * width; k++) {
      if (values[k] !== values[k - width]) return false
    }
    return true
  }
  // The last stretch that was looked for: long ones are asked for again and again.
  let [from, until] = [0, 0]
  return {
    dt,
    rows,
    width,
    render(first, count, into) {
      const [start, length] = [first * width, count * width]
      if (length > few) into.set(values.subarray(start, start + length))
      else for (let k = 0; k < length; k++) into[k] = values[start + k] ?? 0
    },
    changeAfter(row) {
      if (row >= from && row < until) return until
      from = row
      until = row + 1
      while (until < rows && isLikeBefore(until)) until++
      return until
    },
  }
}

export function mustBeStep(dt: number): void {
  if (Number.isFinite(dt) && dt > 0) return
  throw new UsageError(`dt is ${dt}; it must be a time in ms above 0, such as 0.1.`)
}
