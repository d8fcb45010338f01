/** Features from 0 to 1, one for each electrode that is to be driven. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Box } from '../io/io.ts'
import type { EncodingEnv } from './encoding.ts'
import type { Onsets } from './pulse-train-policy.ts'

type Device = Pick<EncodingEnv, 'io'>

/** Places of the electrodes to be driven: those named, or all. */
function channelsOf({ io }: Device, wanted: readonly number[] | null): readonly number[] {
  const all = Array.from({ length: io.numChannels }, (_, channel) => channel)
  const unknown = wanted?.find((channel) => !all.includes(channel))
  if (all.length === 0) {
    throw new UsageError(
      'There are no electrodes to encode for; give env an io, such as new MEA().',
    )
  }
  if (unknown === undefined) return wanted ?? all
  throw new UsageError(`There is no channel ${unknown}; channels are 0 to ${all.length - 1}.`)
}

export const featureSpace = (env: Device, wanted: readonly number[] | null): Box => ({
  low: 0,
  high: 1,
  shape: [channelsOf(env, wanted).length],
})

/** When pulses begin on every channel of the device; on those that are not driven there are none. */
export function onsetsFor(
  env: Device,
  wanted: readonly number[] | null,
  [features, onsetsOf]: readonly [ArrayLike<number>, (feature: number) => readonly number[]],
): Onsets {
  const channels = channelsOf(env, wanted)
  if (!Array.isArray(features) && !ArrayBuffer.isView(features)) {
    throw new UsageError(
      `The inputs are ${String(features)}; they must be a list of ${channels.length} features, one for each channel.`,
    )
  }
  if (features.length !== channels.length) {
    throw new UsageError(
      `There are ${features.length} features for ${channels.length} channels; each has one.`,
    )
  }
  Array.from(features).forEach((feature, k) => {
    if (feature >= 0 && feature <= 1) return
    throw new UsageError(`Feature ${k} is ${feature}; it must be a number from 0 to 1.`)
  })
  const onsets = Array.from({ length: env.io.numChannels }, (): readonly number[] => [])
  channels.forEach((channel, k) => {
    onsets[channel] = onsetsOf(features[k] ?? 0)
  })
  return onsets
}
