/** How much of a culture takes part: the cells that fired at least so often. */
import type { Run } from '../run.ts'
import { spikesByCell } from './count-spikes.ts'
import { type DecodingEnv, SpikeDecoding } from './decoding.ts'
import { readOptions, timeAbove0, wholeFrom } from './read-options.ts'

export interface ActiveFractionOptions {
  readonly duration: number
  /** Who fires less often is silent. */
  readonly minSpikes?: number
}

export interface Activity {
  readonly activeFraction: number
  readonly activeUnits: number
  readonly totalUnits: number
  /** Cells that fired too rarely, or never. */
  readonly silentUnits: readonly number[]
}

/**
 * @example
 * const env = await make('EI1')
 * const { activeUnits, silentUnits, totalUnits } = await env.call({
 *   decoding: new ActiveFraction({ duration: 100, minSpikes: 2 }),
 * })
 * activeUnits + silentUnits.length === totalUnits // → true
 */
export class ActiveFraction extends SpikeDecoding<Required<ActiveFractionOptions>, Activity> {
  constructor(options: ActiveFractionOptions) {
    const fields = { duration: timeAbove0(), minSpikes: wholeFrom(1, 1) }
    super(readOptions('ActiveFraction', fields, options))
  }

  decode(run: Run, env: Pick<DecodingEnv, 'gids'>): Activity {
    const trains = spikesByCell(run)
    const { minSpikes } = this.options
    const all = Array.from(env.gids)
    const silentUnits = all.filter((gid) => (trains.get(gid)?.length ?? 0) < minSpikes)
    const activeUnits = all.length - silentUnits.length
    const activeFraction = all.length > 0 ? activeUnits / all.length : 0
    return { activeFraction, activeUnits, totalUnits: all.length, silentUnits }
  }
}
