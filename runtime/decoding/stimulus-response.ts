/** How a culture answers one stimulus. */
import type { Run } from '../run.ts'
import { type DecodingEnv, SpikeDecoding } from './decoding.ts'
import { type EvokedResponse, mustLieWithin, stimulusResponse } from './evoked-response.ts'
import { numberFrom0, readOptions, timeAbove0, timeFrom0 } from './read-options.ts'

export interface StimulusResponseOptions {
  readonly duration: number
  /** When the stimulus begins, in ms. */
  readonly onsetMs: number
  /** ms before it, against which is compared. */
  readonly preMs?: number
  /** ms after it. */
  readonly postMs?: number
  readonly binSize?: number
  /** How long after the onset an end of the response is looked for, in ms. */
  readonly tailMs?: number
  /** Deviations above the median of what was before, from which on a bin stands out. */
  readonly thresholdK?: number
}

/**
 * @example
 * const env = await make('EI1')
 * const response = await env.call({
 *   decoding: new StimulusResponse({ duration: 300, onsetMs: 200, preMs: 200, postMs: 100 }),
 * })
 * response.responseProbability >= 0 // → true
 */
export class StimulusResponse extends SpikeDecoding<
  Required<StimulusResponseOptions>,
  EvokedResponse
> {
  constructor(options: StimulusResponseOptions) {
    const fields = {
      duration: timeAbove0(),
      onsetMs: timeFrom0(),
      preMs: timeAbove0(1000),
      postMs: timeAbove0(500),
      binSize: timeAbove0(10),
      tailMs: timeAbove0(4000),
      thresholdK: numberFrom0(3),
    }
    super(readOptions('StimulusResponse', fields, options))
    const { duration, onsetMs, preMs, postMs } = this.options
    mustLieWithin({ onset: onsetMs, pre: preMs, post: postMs }, duration)
  }

  decode(run: Run, env: Pick<DecodingEnv, 'gids'>): EvokedResponse {
    const { onsetMs, preMs, postMs, tailMs, binSize, thresholdK } = this.options
    const windows = { onset: onsetMs, pre: preMs, post: postMs, tail: tailMs }
    return stimulusResponse(run, env, { ...windows, binSize, thresholdK })
  }
}
