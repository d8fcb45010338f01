/** How fast each cell fires. */
import type { Run } from '../run.ts'
import { type DecodingEnv, SpikeDecoding } from './decoding.ts'
import { readOptions, timeAbove0 } from './read-options.ts'
import { spikesByCell } from './count-spikes.ts'
import { deviationOf, meanOf } from './statistics.ts'

export interface PerUnitFiringRateOptions {
  readonly duration: number
}

export interface UnitRates {
  /** Of every cell, 0 where it is silent. */
  readonly perUnitRatesHz: Readonly<Record<number, number>>
  readonly maxRateHz: number
  readonly minRateHz: number
  readonly meanRateHz: number
  /** How different they are: deviation over mean. */
  readonly rateCv: number
  readonly nUnits: number
  /** The same of the cells that fired alone. */
  readonly activeMeanRateHz: number
  readonly activeRateCv: number
}

/**
 * @example
 * const env = await make('EI1')
 * const rates = await env.call({ decoding: new PerUnitFiringRate({ duration: 100 }) })
 * Object.keys(rates.perUnitRatesHz).length // → 10
 */
export class PerUnitFiringRate extends SpikeDecoding<
  Required<PerUnitFiringRateOptions>,
  UnitRates
> {
  constructor(options: PerUnitFiringRateOptions) {
    super(readOptions('PerUnitFiringRate', { duration: timeAbove0() }, options))
  }

  decode(run: Run, env: Pick<DecodingEnv, 'gids'>): UnitRates {
    const trains = spikesByCell(run)
    const rateOf = (gid: number): number => (trains.get(gid)?.length ?? 0) / (run.duration / 1000)
    const pairs = Array.from(env.gids, (gid) => [gid, rateOf(gid)] as const)
    const rates = pairs.map(([, rate]) => rate)
    const active = rates.filter((rate) => rate > 0)
    return {
      perUnitRatesHz: Object.fromEntries(pairs),
      maxRateHz: rates.reduce((most, rate) => Math.max(most, rate), 0),
      minRateHz: rates.length > 0 ? rates.reduce((least, rate) => Math.min(least, rate)) : 0,
      meanRateHz: meanOf(rates),
      rateCv: variationOf(rates),
      nUnits: rates.length,
      activeMeanRateHz: meanOf(active),
      activeRateCv: variationOf(active),
    }
  }
}

const variationOf = (rates: readonly number[]): number =>
  meanOf(rates) > 0 ? deviationOf(rates) / meanOf(rates) : 0
