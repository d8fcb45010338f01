/** How alike cells fire: the mean correlation of the spike counts of pairs. */
import type { Run } from '../run.ts'
import { binsOf, countsIn, spikesByCell } from './count-spikes.ts'
import { SpikeDecoding } from './decoding.ts'
import { readOptions, timeAbove0, wholeFrom } from './read-options.ts'
import { deviationOf, meanOf } from './statistics.ts'

export interface PairwiseChannelCorrelationOptions {
  readonly duration: number
  /** ms. */
  readonly binSize?: number
  /** With fewer cells whose counts vary there is no mean. */
  readonly minUnits?: number
}

export interface PairwiseCorrelation {
  readonly meanPairwiseCorrelation: number
  readonly nPairs: number
}

/**
 * The mean over pairs needs no pair: the sum of n standardized trains has a variance of n plus twice
 * the sum of all correlations.
 *
 * @example
 * const env = await make('EI1')
 * const { meanPairwiseCorrelation } = await env.call({
 *   decoding: new PairwiseChannelCorrelation({ duration: 200 }),
 * })
 * Math.abs(meanPairwiseCorrelation) <= 1 // → true
 */
export class PairwiseChannelCorrelation extends SpikeDecoding<
  Required<PairwiseChannelCorrelationOptions>,
  PairwiseCorrelation
> {
  constructor(options: PairwiseChannelCorrelationOptions) {
    const fields = {
      duration: timeAbove0(),
      binSize: timeAbove0(20),
      minUnits: wholeFrom(2, 2),
    }
    super(readOptions('PairwiseChannelCorrelation', fields, options))
  }

  decode(run: Run): PairwiseCorrelation {
    const count = binsOf(run, this.options.binSize)
    const bins = { from: 0, to: run.duration, count }
    const rows = [...spikesByCell(run).values()]
      .map((train) => countsIn(train, bins))
      .filter((counts) => deviationOf(counts) > 0)
    if (rows.length < this.options.minUnits) return { meanPairwiseCorrelation: 0, nPairs: 0 }
    const sum = new Float64Array(count)
    for (const row of rows) addStandardized(row, sum)
    const n = rows.length
    const nPairs = (n * (n - 1)) / 2
    return { meanPairwiseCorrelation: (deviationOf(sum) ** 2 - n) / 2 / nPairs, nPairs }
  }
}

function addStandardized(row: Float64Array, sum: Float64Array): void {
  const [mean, deviation] = [meanOf(row), deviationOf(row)]
  row.forEach((count, k) => {
    sum[k] = (sum[k] ?? 0) + (count - mean) / deviation
  })
}
