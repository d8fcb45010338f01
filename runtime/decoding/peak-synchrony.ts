/** How many cells fire at once at most. */
import type { Run } from '../run.ts'
import { countsOfRun } from './count-spikes.ts'
import { SpikeDecoding } from './decoding.ts'
import { readOptions, timeAbove0 } from './read-options.ts'

export interface PeakSynchronyOptions {
  readonly duration: number
  /** ms. */
  readonly binSize?: number
}

export interface Synchrony {
  /** Spikes in the fullest bin for each cell that fired; above 1 where cells fire twice in it. */
  readonly maxSynchronousPeak: number
  readonly maxBinCount: number
  readonly nActiveUnits: number
}

/**
 * @example
 * const env = await make('EI1')
 * const { maxBinCount } = await env.call({ decoding: new PeakSynchrony({ duration: 100 }) })
 * maxBinCount >= 0 // → true
 */
export class PeakSynchrony extends SpikeDecoding<Required<PeakSynchronyOptions>, Synchrony> {
  constructor(options: PeakSynchronyOptions) {
    const fields = { duration: timeAbove0(), binSize: timeAbove0(2) }
    super(readOptions('PeakSynchrony', fields, options))
  }

  decode(run: Run): Synchrony {
    const counts = countsOfRun(run, this.options.binSize)
    const maxBinCount = counts.reduce((most, count) => Math.max(most, count), 0)
    const nActiveUnits = new Set(run.events().ids).size
    const maxSynchronousPeak = nActiveUnits > 0 ? maxBinCount / nActiveUnits : 0
    return { maxSynchronousPeak, maxBinCount, nActiveUnits }
  }
}
