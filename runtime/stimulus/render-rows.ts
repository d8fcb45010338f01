/** Rows of a waveform in memory, where they fit. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Waveform } from './waveform.ts'

/** As much as one array may take. */
export const mostBytes = 5 * 2 ** 30

export function renderRows(waveform: Waveform, first: number, count: number): Float64Array {
  const bytes = 8 * count * waveform.width
  if (!(bytes <= mostBytes)) {
    throw new UsageError(
      `${count} rows of ${waveform.width} values take ${(bytes / 2 ** 30).toFixed(1)} GiB; ` +
        'leave them unrendered: give a policy or a deferred stimulus to the run, or read windows.',
    )
  }
  const into = new Float64Array(count * waveform.width)
  if (count > 0) waveform.render(first, count, into)
  return into
}

/** The rows of a block, each a view of it. */
export const rowsOf = (block: Float64Array, width: number): readonly Float64Array[] =>
  Array.from({ length: width > 0 ? block.length / width : 0 }, (_, k) =>
    block.subarray(k * width, (k + 1) * width),
  )
