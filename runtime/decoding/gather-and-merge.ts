/** The run itself, with the signals that were asked for. */
import type { Run } from '../run.ts'
import { readOptions } from './read-options.ts'
import { RecordingDecoding, recordingFields, type RecordingOptions } from './recording-options.ts'

/**
 * @example
 * const env = await make('EI1')
 * const run = await env.call({
 *   decoding: new GatherAndMerge({ duration: 50, voltages: true, voltageDt: 1 }),
 * })
 * run.voltage.length // → 10
 */
export class GatherAndMerge extends RecordingDecoding<Required<RecordingOptions>, Run> {
  constructor(options: RecordingOptions) {
    super(readOptions<RecordingOptions>('GatherAndMerge', recordingFields, options))
  }

  decode(run: Run): Run {
    return this.wanted(run)
  }
}
