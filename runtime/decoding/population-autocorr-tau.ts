/** For how long the activity of a culture resembles itself. */
import type { Run } from '../run.ts'
import { countsOfRun, wholeBins } from './count-spikes.ts'
import { SpikeDecoding } from './decoding.ts'
import { autocovariance } from './fourier.ts'
import { readOptions, timeAbove0 } from './read-options.ts'
import { deviationOf } from './statistics.ts'

export interface PopulationAutocorrTauOptions {
  readonly duration: number
  /** ms. */
  readonly binSize?: number
  /** Longest time looked at, in ms. */
  readonly maxLag?: number
}

export interface AutocorrelationTime {
  /** ms; the size of a bin where there is no resemblance, or too little to tell. */
  readonly popAutocorrTau: number
  readonly binSize: number
  readonly maxLag: number
}

/** So few bins have no autocorrelation worth the name. */
const fewBins = 8

/**
 * The integral of the autocorrelation until it first reaches 0, both sides together.
 *
 * @example
 * const env = await make('EI1')
 * const { popAutocorrTau } = await env.call({
 *   decoding: new PopulationAutocorrTau({ duration: 200, binSize: 10, maxLag: 100 }),
 * })
 * popAutocorrTau >= 10 && popAutocorrTau <= 100 // → true
 */
export class PopulationAutocorrTau extends SpikeDecoding<
  Required<PopulationAutocorrTauOptions>,
  AutocorrelationTime
> {
  constructor(options: PopulationAutocorrTauOptions) {
    const fields = {
      duration: timeAbove0(),
      binSize: timeAbove0(10),
      maxLag: timeAbove0(5000),
    }
    super(readOptions('PopulationAutocorrTau', fields, options))
  }

  decode(run: Run): AutocorrelationTime {
    const { binSize, maxLag } = this.options
    const counts = countsOfRun(run, binSize, 2)
    const hasStructure = counts.length > fewBins && deviationOf(counts) > 0
    const tau = hasStructure ? this.tauOf(counts) : binSize
    return { popAutocorrTau: Math.min(Math.max(tau, binSize), maxLag), binSize, maxLag }
  }

  private tauOf(counts: Float64Array): number {
    const { binSize, maxLag } = this.options
    const covariance = autocovariance(counts)
    const lags = Math.min(counts.length - 1, wholeBins(maxLag, binSize))
    const later = covariance.subarray(1, lags + 1)
    const firstLost = later.findIndex((value) => value <= 0)
    const alike = firstLost < 0 ? later : later.subarray(0, firstLost)
    const sum = alike.reduce((total, value) => total + value, 0) / (covariance[0] ?? 1)
    return binSize * (1 + 2 * sum)
  }
}
