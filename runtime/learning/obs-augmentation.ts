/** The stage of a pipe that adds what is known of the culture to what the task lets see. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { DecodingEnv } from '../decoding/decoding.ts'
import type { Pipe } from '../decoding/pipe.ts'
import { GymStep } from './gym-step.ts'
import { isList } from './space.ts'
import type { Outcome } from './task.ts'

type Shared = Readonly<Record<string, unknown>>

/**
 * Extend it with `features`: so many numbers from 0 on, from what earlier stages wrote to the context.
 *
 * @example
 * class Spikes extends ObsAugmentation {
 *   features(_env, context) {
 *     return [context.spikes ?? 0]
 *   }
 * }
 * new Spikes(1).zeroFeatures() // → new Float64Array(1)
 */
export abstract class ObsAugmentation {
  /** How many numbers it adds. */
  readonly obsDim: number

  constructor(obsDim: number) {
    if (!Number.isInteger(obsDim) || obsDim < 1) {
      throw new UsageError(`obsDim is ${obsDim}; it must be a whole number from 1 on.`)
    }
    this.obsDim = obsDim
  }

  abstract features(
    env: DecodingEnv,
    context: Shared,
    state: Shared,
  ): ArrayLike<number> | Promise<ArrayLike<number>>

  /** What stands in their place before anything has run. */
  zeroFeatures(): Float64Array {
    return new Float64Array(this.obsDim)
  }

  async decode(signal: unknown, env: DecodingEnv, pipe: Pipe): Promise<Outcome<Float64Array>> {
    const outcome = signal as Outcome<unknown>
    const features = await this.features(env, pipe.context, pipe.state)
    if (features.length !== this.obsDim) {
      throw new UsageError(
        `${this.constructor.name} made ${features.length} features; obsDim is ${this.obsDim}.`,
      )
    }
    const observation = flatObservation(outcome.observation, pipe)
    return { ...outcome, observation: Float64Array.from([...observation, ...Array.from(features)]) }
  }
}

/** What a task lets see as numbers in a row; what was augmented before is that already. */
export function flatObservation(
  observation: unknown,
  pipe: Pick<Pipe, 'state' | 'getStage'>,
): Float64Array {
  if (observation === pipe.state.rawGymObs) {
    const step = pipe.getStage(GymStep)
    if (step) return step.task.observationSpace.flatten(observation)
  }
  if (isList(observation)) return Float64Array.from(Array.from(observation, Number))
  throw new UsageError('Only an observation can be augmented; a GymStep must come before.')
}
