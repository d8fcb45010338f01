/** What a run, a run in parts and a call are told. */
import { UsageError } from '../../compiler/index.ts'
import { shown } from '../../systems/numbers-from.ts'
import type { Decoding } from '../decoding/decoding.ts'
import type { Encoding, EncodingFunction } from '../encoding/encoding.ts'
import type { StimulusLike } from './stimulation.ts'

export interface Progress {
  /** Simulated so far in this run, in ms. */
  readonly done: number
  readonly duration: number
  readonly elapsedMs: number
}

export interface RunOptions {
  readonly stimulus?: StimulusLike | undefined
  /** One for each replica, besides what all of them get. */
  readonly stimulusPerReplica?: readonly (StimulusLike | undefined)[]
  /** Another length of step, in ms; only at the beginning. */
  readonly dt?: number
  /** Told several times a second. */
  readonly onProgress?: (progress: Progress) => void
  /** Ends the run early; what was recorded until then is kept. */
  readonly signal?: AbortSignal
}

/** A slip here would only be found after the run. */
export function mustDecode(decoding: unknown): void {
  const isThere = typeof decoding === 'object' && decoding !== null && 'decode' in decoding
  if (typeof decoding === 'number' || isThere) return
  throw new UsageError(
    `decoding is ${shown(decoding)}; it must be one such as new MeanFiringRate({ duration: 100 }), or a time in ms.`,
  )
}

export const runOptionNames: readonly (keyof RunOptions)[] = [
  'stimulus',
  'stimulusPerReplica',
  'dt',
  'onProgress',
  'signal',
]

export interface PartOptions extends RunOptions {
  /** How long a part is, in ms; without it, as long as its recordings take 32 MiB, and 10 s at most. */
  readonly part?: number
}

export interface Call<Value = unknown> {
  /** What to make of the run; a number of ms for the run as it is. */
  readonly decoding: number | Decoding<Value>
  /** Stimuli; with an encoding, whatever it takes. */
  readonly inputs?: unknown
  readonly encoding?: Encoding<never> | EncodingFunction<never>
}
