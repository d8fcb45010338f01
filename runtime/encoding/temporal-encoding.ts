/** The larger a feature, the sooner its electrode pulses: latencies carry the value (Thorpe, Delorme & Van Rullen 2001). */
import { UsageError } from '../../compiler/usage-error.ts'
import {
  type Complete,
  numbers,
  orNull,
  readOptions,
  timeAbove0,
} from '../decoding/read-options.ts'
import type { Box } from '../io/io.ts'
import type { Policy } from '../stimulus/policy.ts'
import { featureSpace, onsetsFor } from './channel-features.ts'
import type { Encoding, EncodingEnv } from './encoding.ts'
import { lengthOf, type PulseOptions, pulseFields, pulseTrainPolicy } from './pulse-train-policy.ts'

export interface TemporalEncodingOptions extends PulseOptions {
  /** ms within which all pulses come; the whole run unless told. */
  readonly windowMs?: number | null
  /** Places of the electrodes that features belong to; all in their order unless told. */
  readonly channels?: readonly number[] | null
}

/**
 * One pulse on each channel: at once for a feature of 1, ever later for smaller ones, none for 0.
 *
 * @example
 * const env = await make('EI1')
 * const encoding = new TemporalEncoding({ windowMs: 50.45 })
 * const policy = encoding.encode(env, 100, [0.8])
 * Math.round(policy.extentMs * 100) / 100 // → 10.45
 */
export class TemporalEncoding implements Encoding<ArrayLike<number>> {
  readonly options: Complete<TemporalEncodingOptions>

  constructor(options: TemporalEncodingOptions = {}) {
    const fields = { ...pulseFields, windowMs: orNull(timeAbove0()), channels: orNull(numbers()) }
    this.options = Object.freeze(
      readOptions<TemporalEncodingOptions>('TemporalEncoding', fields, options),
    )
  }

  inputSpace(env: Pick<EncodingEnv, 'io'>): Box {
    return featureSpace(env, this.options.channels)
  }

  encode(env: Pick<EncodingEnv, 'io'>, duration: number, features: ArrayLike<number>): Policy {
    const { channels, windowMs } = this.options
    const window = windowMs ?? duration
    const latest = window - lengthOf(this.options)
    if (latest < 0 || window > duration) {
      throw new UsageError(
        `TemporalEncoding: a pulse of ${lengthOf(this.options)} ms must fit into the window of ${window} ms, ` +
          `and the window into the run of ${duration} ms.`,
      )
    }
    const onsetsOf = (feature: number): readonly number[] =>
      feature === 0 ? [] : [(1 - feature) * latest]
    return pulseTrainPolicy(onsetsFor(env, channels, [features, onsetsOf]), this.options)
  }
}
