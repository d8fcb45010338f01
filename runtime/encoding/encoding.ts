/** What an encoding is: how numbers from outside become what reaches the cells. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Box, IO } from '../io/io.ts'
import type { CoordinatesLike } from '../io/coordinates.ts'
import type { PopulationRange } from '../run.ts'
import type { Policy } from '../stimulus/policy.ts'
import type { SpikeTrains } from '../stimulus/spike-trains.ts'
import type { Stimulus } from '../stimulus/stimulus.ts'
import type { DescribedValues } from '../stimulus/stimulus-options.ts'

/** What an encoding asks of an Env. Each asks for a part of it, so a stand-in needs only that part. */
export interface EncodingEnv {
  readonly io: IO
  readonly populations: readonly PopulationRange[]
  /** Where stimuli act. */
  stimulusCoordinates(): CoordinatesLike
}

/** What `env.run` takes as its stimulus. */
export type Encoded =
  | Stimulus
  | Policy
  | SpikeTrains
  | DescribedValues
  | readonly (Stimulus | Policy | SpikeTrains)[]

/** Undefined where there is nothing to be sent. */
export type MaybeEncoded = Encoded | null | undefined

export interface Encoding<Inputs = unknown> {
  /** For a run of so many ms. */
  encode(env: EncodingEnv, duration: number, inputs: Inputs): MaybeEncoded | Promise<MaybeEncoded>
  /** What inputs look like to a learner: numbers within bounds, or a space of another kind. */
  inputSpace?(env: Pick<EncodingEnv, 'io'>): Box | InputSpace
}

/** As the spaces of learners are. */
export interface InputSpace {
  sample(seed?: number): unknown
  contains(value: unknown): boolean
  flatten(value: never): Float64Array
}

/** An encoding in a caller's own words. */
export type EncodingFunction<Inputs = unknown> = Encoding<Inputs>['encode']

/**
 * What the inputs become, whichever kind of encoding it is.
 *
 * @example
 * const env = await make('EI1')
 * const pulse = (_env, _duration, amplitude) => new BiphasicPulsePolicy({ nChannels: 1, channels: [0], amplitude })
 * const policy = await encodeWith(pulse, { env, duration: 100, inputs: 3 })
 * policy.fields.amplitude // → 3
 */
export async function encodeWith<Inputs>(
  encoding: Encoding<Inputs> | EncodingFunction<Inputs>,
  { env, duration, inputs }: Encode<Inputs>,
): Promise<MaybeEncoded> {
  if (typeof encoding === 'function') return encoding(env, duration, inputs)
  if (typeof encoding === 'object' && encoding !== null && 'encode' in encoding) {
    return encoding.encode(env, duration, inputs)
  }
  throw new UsageError(
    `The encoding is ${String(encoding)}; it must have encode(env, duration, inputs), or be such a function.`,
  )
}

export interface Encode<Inputs> {
  readonly env: EncodingEnv
  /** ms. */
  readonly duration: number
  readonly inputs: Inputs
}
