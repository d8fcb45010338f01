/** What a multi-electrode array would show: the spikes each channel hears and the potential it measures. */
import type { Run } from '../run.ts'
import type { DecodingEnv } from './decoding.ts'
import { readOptions } from './read-options.ts'
import { RecordingDecoding, recordingFields, type RecordingOptions } from './recording-options.ts'

/** `const [ids, times, voltageIds, voltages, channelIds, potentials] = …`; null where not asked for. */
export type ChannelRecordings = readonly [
  ids: ReadonlyMap<number, Int32Array> | null,
  /** ms. */
  times: ReadonlyMap<number, Float64Array> | null,
  voltageIds: Int32Array | null,
  /** mV. */
  voltages: readonly Float64Array[] | null,
  channelIds: Int32Array | null,
  /** uV. */
  potentials: readonly Float64Array[] | null,
]

/**
 * @example
 * const env = await make('EI1')
 * const [ids, times] = await env.call({ decoding: new ChannelRecording({ duration: 100 }) })
 * ids.size === env.io.numChannels // → true
 */
export class ChannelRecording extends RecordingDecoding<
  Required<RecordingOptions>,
  ChannelRecordings
> {
  constructor(options: RecordingOptions) {
    super(readOptions<RecordingOptions>('ChannelRecording', recordingFields, options))
  }

  decode(
    run: Run,
    env: Pick<DecodingEnv, 'io' | 'channelRecording' | 'potentialRecording'>,
  ): ChannelRecordings {
    const { spikeIds, spikeTimes, voltageIds, voltage, current } = this.wanted(run)
    const [ids, times] =
      spikeIds && spikeTimes ? env.channelRecording(spikeIds, spikeTimes) : [null, null]
    return [
      ids,
      times,
      voltageIds,
      voltage,
      current ? env.io.channelIds : null,
      current ? env.potentialRecording(current) : null,
    ]
  }
}
