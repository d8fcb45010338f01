/** How irregularly cells fire: the coefficient of variation of the intervals between their spikes. */
import type { Run } from '../run.ts'
import { spikesByCell } from './count-spikes.ts'
import { SpikeDecoding } from './decoding.ts'
import { readOptions, timeAbove0, wholeFrom } from './read-options.ts'
import { deviationOf, meanOf } from './statistics.ts'

export interface ISICVOptions {
  readonly duration: number
  /** Cells with fewer spikes say nothing about intervals. */
  readonly minSpikesPerUnit?: number
}

export interface Irregularity {
  /** 0 for a clock, 1 for a Poisson process. Mean of the cells that count. */
  readonly isiCv: number
  readonly nUnitsUsed: number
}

/**
 * @example
 * const env = await make('EI1')
 * const { isiCv } = await env.call({ decoding: new ISICV({ duration: 200 }) })
 * isiCv >= 0 // → true
 */
export class ISICV extends SpikeDecoding<Required<ISICVOptions>, Irregularity> {
  constructor(options: ISICVOptions) {
    const fields = { duration: timeAbove0(), minSpikesPerUnit: wholeFrom(2, 5) }
    super(readOptions('ISICV', fields, options))
  }

  decode(run: Run): Irregularity {
    const { minSpikesPerUnit } = this.options
    const variations = [...spikesByCell(run).values()]
      .filter((train) => train.length >= minSpikesPerUnit)
      .map((train) => train.slice(1).map((t, k) => t - (train[k] ?? 0)))
      .filter((intervals) => meanOf(intervals) > 0)
      .map((intervals) => deviationOf(intervals) / meanOf(intervals))
    return { isiCv: meanOf(variations), nUnitsUsed: variations.length }
  }
}
