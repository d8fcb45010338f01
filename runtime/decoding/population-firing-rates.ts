/** How fast the cells of each population fire. */
import type { Run } from '../run.ts'
import { type CellsEnv, membersOf } from './cells-of.ts'
import { SpikeDecoding } from './decoding.ts'
import { readOptions, timeAbove0 } from './read-options.ts'

export interface PopulationFiringRatesOptions {
  readonly duration: number
}

export interface PopulationRates {
  readonly ratesHz: Readonly<Record<string, number>>
}

/**
 * @example
 * const env = await make('EI1')
 * const { ratesHz } = await env.call({ decoding: new PopulationFiringRates({ duration: 100 }) })
 * Object.keys(ratesHz) // → ['EXC', 'INH']
 */
export class PopulationFiringRates extends SpikeDecoding<
  Required<PopulationFiringRatesOptions>,
  PopulationRates
> {
  constructor(options: PopulationFiringRatesOptions) {
    super(readOptions('PopulationFiringRates', { duration: timeAbove0() }, options))
  }

  decode(run: Run, env: CellsEnv): PopulationRates {
    const { ids } = run.events()
    const rates = membersOf(env).map(({ name, gids }) => {
      const members = new Set(gids)
      const spikes = ids.reduce((sum, id) => sum + (members.has(id) ? 1 : 0), 0)
      return [name, spikes / (gids.length * (run.duration / 1000))] as const
    })
    return { ratesHz: Object.fromEntries(rates) }
  }
}
