/** How much the activity of a whole culture varies from bin to bin. */
import type { Run } from '../run.ts'
import { countsOfRun } from './count-spikes.ts'
import { SpikeDecoding } from './decoding.ts'
import { readOptions, timeAbove0 } from './read-options.ts'
import { deviationOf, meanOf } from './statistics.ts'

export interface PopulationRateMetricsOptions {
  readonly duration: number
  /** ms. */
  readonly binSize?: number
}

export interface RateMetrics {
  /** Spikes of all cells in a bin. */
  readonly meanCount: number
  readonly stdCount: number
  readonly coefficientOfVariation: number
  /** 1 where spikes are independent of each other; more where cells fire together. */
  readonly fanoFactor: number
  readonly binSize: number
  readonly nBins: number
}

/**
 * @example
 * const env = await make('EI1')
 * const metrics = await env.call({
 *   decoding: new PopulationRateMetrics({ duration: 100, binSize: 10 }),
 * })
 * metrics.nBins // → 10
 */
export class PopulationRateMetrics extends SpikeDecoding<
  Required<PopulationRateMetricsOptions>,
  RateMetrics
> {
  constructor(options: PopulationRateMetricsOptions) {
    const fields = { duration: timeAbove0(), binSize: timeAbove0(100) }
    super(readOptions('PopulationRateMetrics', fields, options))
  }

  decode(run: Run): RateMetrics {
    const { binSize } = this.options
    const counts = countsOfRun(run, binSize, 2)
    const [meanCount, stdCount] = [meanOf(counts), deviationOf(counts)]
    return {
      meanCount,
      stdCount,
      coefficientOfVariation: meanCount > 0 ? stdCount / meanCount : 0,
      fanoFactor: meanCount > 0 ? stdCount ** 2 / meanCount : 0,
      binSize,
      nBins: counts.length,
    }
  }
}
