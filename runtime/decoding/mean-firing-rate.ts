/** How fast a culture fires: spikes for each cell and second. */
import type { Run } from '../run.ts'
import { type DecodingEnv, SpikeDecoding } from './decoding.ts'
import { readOptions, timeAbove0 } from './read-options.ts'

export interface MeanFiringRateOptions {
  readonly duration: number
}

export interface MeanRate {
  /** Of all cells, silent ones among them. */
  readonly rateHz: number
  /** Of those that fired. */
  readonly activeRateHz: number
  readonly totalSpikes: number
  readonly nUnits: number
  readonly nActive: number
  readonly durationS: number
}

/**
 * @example
 * const env = await make('EI1')
 * const rate = await env.call({ decoding: new MeanFiringRate({ duration: 100 }) })
 * rate.nUnits // → 10
 */
export class MeanFiringRate extends SpikeDecoding<Required<MeanFiringRateOptions>, MeanRate> {
  constructor(options: MeanFiringRateOptions) {
    super(readOptions('MeanFiringRate', { duration: timeAbove0() }, options))
  }

  decode(run: Run, env: Pick<DecodingEnv, 'gids'>): MeanRate {
    const { ids } = run.events()
    const [nUnits, nActive] = [env.gids.length, new Set(ids).size]
    const durationS = run.duration / 1000
    const rateOf = (cells: number): number => (cells > 0 ? ids.length / (cells * durationS) : 0)
    return {
      rateHz: rateOf(nUnits),
      activeRateHz: rateOf(nActive),
      totalSpikes: ids.length,
      nUnits,
      nActive,
      durationS,
    }
  }
}
