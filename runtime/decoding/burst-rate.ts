/** How often a whole culture bursts. */
import type { Run } from '../run.ts'
import { countsOfRun } from './count-spikes.ts'
import { SpikeDecoding } from './decoding.ts'
import { fraction, numberFrom0, readOptions, timeAbove0 } from './read-options.ts'
import { deviationsPerMedianDeviation, medianDeviationOf, medianOf } from './statistics.ts'

export interface BurstRateOptions {
  readonly duration: number
  /** ms. */
  readonly binSize?: number
  /** How many deviations above the median a burst begins. */
  readonly madK?: number
  /** A burst has at least the spikes of this fraction of the cells that fire … */
  readonly minFloorFraction?: number
  /** … and at least so many. */
  readonly minFloor?: number
}

export interface Bursts {
  readonly burstRateHz: number
  readonly nBursts: number
  /** Spikes in a bin. */
  readonly threshold: number
}

/**
 * A burst is a run of bins at or above the threshold; one that is under way when the window begins
 * counts too.
 *
 * @example
 * const env = await make('EI1')
 * const { burstRateHz, nBursts } = await env.call({ decoding: new BurstRate({ duration: 200 }) })
 * burstRateHz === nBursts / 0.2 // → true
 */
export class BurstRate extends SpikeDecoding<Required<BurstRateOptions>, Bursts> {
  constructor(options: BurstRateOptions) {
    const fields = {
      duration: timeAbove0(),
      binSize: timeAbove0(50),
      madK: numberFrom0(5),
      minFloorFraction: fraction(0.15),
      minFloor: numberFrom0(3),
    }
    super(readOptions('BurstRate', fields, options))
  }

  decode(run: Run): Bursts {
    const { binSize, madK, minFloorFraction, minFloor } = this.options
    const counts = countsOfRun(run, binSize)
    const spread = deviationsPerMedianDeviation * (medianDeviationOf(counts) || 1)
    const nActive = new Set(run.events().ids).size
    const floor = Math.max(minFloor, minFloorFraction * nActive)
    const threshold = Math.max(medianOf(counts) + madK * spread, floor)
    const isHigh = (count: number | undefined): boolean => count !== undefined && count >= threshold
    const begins = counts.filter((count, k) => isHigh(count) && !isHigh(counts[k - 1]))
    return {
      burstRateHz: begins.length / (run.duration / 1000),
      nBursts: begins.length,
      threshold,
    }
  }
}
