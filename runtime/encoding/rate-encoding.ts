/** The larger a feature, the faster its electrode pulses. */
import { UsageError } from '../../compiler/usage-error.ts'
import {
  type Complete,
  numberAbove0,
  numbers,
  orNull,
  readOptions,
} from '../decoding/read-options.ts'
import type { Box } from '../io/io.ts'
import type { Policy } from '../stimulus/policy.ts'
import { featureSpace, onsetsFor } from './channel-features.ts'
import type { Encoding, EncodingEnv } from './encoding.ts'
import { lengthOf, type PulseOptions, pulseFields, pulseTrainPolicy } from './pulse-train-policy.ts'

export interface RateEncodingOptions extends PulseOptions {
  /** Pulses in a second where a feature is 1. */
  readonly maxRateHz?: number
  /** Places of the electrodes that features belong to; all in their order unless told. */
  readonly channels?: readonly number[] | null
}

/**
 * Pulses come at equal distances, the first after half of one, so that their number is the rate times
 * the duration, rounded.
 *
 * @example
 * const env = await make('EI1')
 * const encoding = new RateEncoding({ amplitude: 5 })
 * const policy = encoding.encode(env, 100, [0.5])
 * policy.extentMs // → 90.45
 */
export class RateEncoding implements Encoding<ArrayLike<number>> {
  readonly options: Complete<RateEncodingOptions>

  constructor(options: RateEncodingOptions = {}) {
    const fields = { ...pulseFields, maxRateHz: numberAbove0(100), channels: orNull(numbers()) }
    this.options = Object.freeze(readOptions<RateEncodingOptions>('RateEncoding', fields, options))
    const { maxRateHz } = this.options
    if (lengthOf(this.options) <= 1000 / maxRateHz) return
    throw new UsageError(
      `RateEncoding: pulses last ${lengthOf(this.options)} ms and begin every ${1000 / maxRateHz} ms ` +
        `at maxRateHz ${maxRateHz}; they must end before the next.`,
    )
  }

  inputSpace(env: Pick<EncodingEnv, 'io'>): Box {
    return featureSpace(env, this.options.channels)
  }

  encode(env: Pick<EncodingEnv, 'io'>, duration: number, features: ArrayLike<number>): Policy {
    const { channels, maxRateHz } = this.options
    const last = duration - lengthOf(this.options)
    const onsetsOf = (feature: number): readonly number[] => {
      if (feature === 0) return []
      const interval = 1000 / (feature * maxRateHz)
      const count = Math.max(0, Math.floor((last - interval / 2) / interval + 1e-9) + 1)
      return Array.from({ length: count }, (_, k) => (k + 0.5) * interval)
    }
    return pulseTrainPolicy(onsetsFor(env, channels, [features, onsetsOf]), this.options)
  }
}
