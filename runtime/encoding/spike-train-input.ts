/** Spikes from outside, played to cells as if they had fired. */
import { UsageError } from '../../compiler/usage-error.ts'
import { type Complete, orNull, readOptions, text, timeFrom0 } from '../decoding/read-options.ts'
import { SpikeTrains } from '../stimulus/spike-trains.ts'
import type { Encoding, EncodingEnv } from './encoding.ts'

export interface SpikeTrainInputOptions {
  /** Cells are counted within this population; by their gids unless told. */
  readonly population?: string | null
  /** ms after the beginning of the run at which trains begin. */
  readonly onset?: number
}

/** Trains as they are, `{ cell: times }`, or pairs of them; times in ms. */
export type TrainsLike =
  | SpikeTrains
  | Readonly<Record<number, ArrayLike<number>>>
  | Iterable<readonly [number, ArrayLike<number>]>

/**
 * @example
 * const env = await make('EI1')
 * const encoding = new SpikeTrainInput({ population: 'INH', onset: 10 })
 * const trains = encoding.encode(env, 100, { 0: [1, 2], 1: [5] })
 * trains.toJSON() // → { 8: [11, 12], 9: [15] }
 */
export class SpikeTrainInput implements Encoding<TrainsLike> {
  readonly options: Complete<SpikeTrainInputOptions>

  constructor(options: SpikeTrainInputOptions = {}) {
    const fields = { population: orNull(text()), onset: timeFrom0(0) }
    this.options = Object.freeze(
      readOptions<SpikeTrainInputOptions>('SpikeTrainInput', fields, options),
    )
  }

  /** What would come after the run is left out. */
  encode(env: Pick<EncodingEnv, 'populations'>, duration: number, inputs: TrainsLike): SpikeTrains {
    const trains = inputs instanceof SpikeTrains ? inputs : SpikeTrains.from(inputs)
    const { ids, times } = trains.shifted(this.options.onset).between(0, duration)
    return new SpikeTrains(this.gidsOf(env, ids), times)
  }

  private gidsOf({ populations }: Pick<EncodingEnv, 'populations'>, ids: Int32Array): Int32Array {
    const { population: name } = this.options
    if (name === null) return ids
    const population = populations.find((each) => each.name === name)
    if (!population) {
      const known = populations.map((each) => each.name).join(', ') || 'none'
      throw new UsageError(`There is no population ${name}; there is ${known}.`)
    }
    const outside = ids.find((cell) => cell < 0 || cell >= population.count)
    if (outside === undefined) return ids.map((cell) => cell + population.offset)
    throw new UsageError(`${name} has ${population.count} cells; there is no cell ${outside}.`)
  }
}
