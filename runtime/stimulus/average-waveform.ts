/** A waveform in longer steps, each the mean of the rows that fall into it: charge is kept, to the last bit of a pulse. */
import { sharedRow, type Waveform } from './waveform.ts'

const rowOf = sharedRow()

/** `many` rows become one; where the last are fewer, nothing counts as zero. */
export function averageWaveform(from: Waveform, many: number): Waveform {
  if (many === 1) return from
  const { width } = from
  const average = (first: number, into: Float64Array): void => {
    if (from.changeAfter(first) >= first + many) return from.render(first, 1, into)
    const row = rowOf(width)
    into.fill(0)
    const end = Math.min(from.rows, first + many)
    for (let k = first; k < end; ) {
      const next = Math.min(end, from.changeAfter(k))
      from.render(k, 1, row)
      const share = (next - k) / many
      for (let column = 0; column < width; column++) {
        into[column] = (into[column] ?? 0) + share * (row[column] ?? 0)
      }
      k = next
    }
  }
  const rows = Math.ceil(from.rows / many)
  return {
    dt: from.dt * many,
    rows,
    width,
    render(first, count, into) {
      for (let k = 0; k < count; k++) {
        average((first + k) * many, into.subarray(k * width, (k + 1) * width))
      }
    },
    changeAfter(k) {
      const change = from.changeAfter(k * many)
      return Math.min(rows, Math.max(k + 1, Math.floor(change / many)))
    },
  }
}
