/** How many cells of each population take part in each bin. */
import type { Run } from '../run.ts'
import { type CellsEnv, type Members, membersOf } from './cells-of.ts'
import { SpikeDecoding } from './decoding.ts'
import { readOptions, timeAbove0 } from './read-options.ts'
import { deviationOf, meanOf } from './statistics.ts'

export interface PopulationActiveFractionOptions {
  readonly duration: number
  /** ms. */
  readonly binSize?: number
}

export interface PopulationActivity {
  readonly meanActiveFraction: Readonly<Record<string, number>>
  readonly stdActiveFraction: Readonly<Record<string, number>>
  readonly binSize: number
  readonly nBins: number
}

/**
 * @example
 * const env = await make('EI1')
 * const { nBins } = await env.call({
 *   decoding: new PopulationActiveFraction({ duration: 200, binSize: 50 }),
 * })
 * nBins // → 4
 */
export class PopulationActiveFraction extends SpikeDecoding<
  Required<PopulationActiveFractionOptions>,
  PopulationActivity
> {
  constructor(options: PopulationActiveFractionOptions) {
    const fields = { duration: timeAbove0(), binSize: timeAbove0(50) }
    super(readOptions('PopulationActiveFraction', fields, options))
  }

  decode(run: Run, env: CellsEnv): PopulationActivity {
    const { binSize } = this.options
    const nBins = Math.max(1, Math.round(run.duration / binSize))
    const fractions = membersOf(env).map(
      (members) => [members.name, this.fractionsOf(run, members, nBins)] as const,
    )
    const each = (of: (values: Float64Array) => number): Readonly<Record<string, number>> =>
      Object.fromEntries(fractions.map(([name, values]) => [name, of(values)]))
    return {
      meanActiveFraction: each(meanOf),
      stdActiveFraction: each(deviationOf),
      binSize,
      nBins,
    }
  }

  /** In each bin, each cell counts once. */
  private fractionsOf(run: Run, { gids }: Members, nBins: number): Float64Array {
    const { ids, times } = run.events()
    const members = new Set(gids)
    const active = Array.from({ length: nBins }, () => new Set<number>())
    ids.forEach((id, k) => {
      if (members.has(id)) active[Math.floor((times[k] ?? 0) / this.options.binSize)]?.add(id)
    })
    return Float64Array.from(active, (cells) => cells.size / gids.length)
  }
}
