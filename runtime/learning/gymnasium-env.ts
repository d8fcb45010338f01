/** A culture as an environment to be learned in: actions stimulate it, its activity plays a task. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Decoding, DecodingEnv } from '../decoding/decoding.ts'
import { Pipe } from '../decoding/pipe.ts'
import type { Encoding, EncodingEnv, EncodingFunction, InputSpace } from '../encoding/encoding.ts'
import type { IO } from '../io/io.ts'
import { Box } from './box.ts'
import { GymStep } from './gym-step.ts'
import { flatObservation, ObsAugmentation } from './obs-augmentation.ts'
import type { Space } from './space.ts'
import type { Beginning, Details, Outcome, ResetOptions, Task } from './task.ts'

/** What is asked of the culture: to be stimulated and decoded, and to begin anew. */
export interface LearningEnv extends Omit<DecodingEnv, 'clear'>, EncodingEnv {
  call(options: {
    readonly decoding: Decoding<unknown, unknown>
    readonly inputs: unknown
    readonly encoding: AnyEncoding
  }): Promise<unknown>
  clear(options?: { readonly reseed?: boolean | number }): unknown
}

type AnyEncoding = Encoding<never> | EncodingFunction<never>

export interface GymnasiumReset extends ResetOptions {
  /** The culture goes on as it is; only the task begins anew. */
  readonly withoutClear?: boolean
}

/**
 * `Observation` is that of its task, a row of numbers where stages add to it. Each step is one `env.call`: the action is encoded, the culture runs, and a GymStep among the
 * stages of the pipe plays what was decoded.
 *
 * @example
 * const env = await make('EI1', { model: 'reduced-calcium-culture' })
 * const pipe = new Pipe({
 *   stages: [new MeanFiringRate({ duration: 20 }), (rate) => rate.rateHz / 20, new GymStep(new CartPole())],
 * })
 * const gym = new GymnasiumEnv(env, new RateEncoding({ amplitude: 750 }), pipe)
 * const { observation } = await gym.reset({ seed: 1 })
 * observation.length // → 4
 * const { reward } = await gym.step([0.5])
 * reward // → 1
 */
export class GymnasiumEnv<Observation = ArrayLike<number>> implements Task<Observation> {
  readonly env: LearningEnv
  readonly encoding: AnyEncoding
  readonly decoding: Pipe
  readonly actionSpace: Space<unknown>
  #hasBegun = false

  constructor(env: LearningEnv, encoding: AnyEncoding, decoding: Pipe) {
    if (!(decoding instanceof Pipe) || !decoding.getStage(GymStep)) {
      throw new UsageError(
        'The decoding must be a Pipe with a GymStep among its stages, such as new Pipe({ stages: [rate, new GymStep(new CartPole())] }).',
      )
    }
    this.env = env
    this.encoding = encoding
    this.decoding = decoding
    const own = typeof encoding === 'function' ? undefined : encoding.inputSpace?.(env)
    this.actionSpace = spaceFrom(own ?? env.io.inputSpace)
  }

  /** That of its task, and of the electrodes that play it. */
  get id(): string {
    return `${this.task.id} in vitro`
  }

  get task(): Task {
    const step = this.decoding.getStage(GymStep)
    if (step) return step.task
    throw new UsageError('The pipe has no GymStep any more.')
  }

  private get augmentations(): readonly ObsAugmentation[] {
    return this.decoding.stages.filter((stage) => stage instanceof ObsAugmentation)
  }

  /** That of the task; as numbers in a row, and as many more from 0 on, where stages add some. */
  get observationSpace(): Space<Observation> {
    const { observationSpace } = this.task
    const added = this.augmentations.reduce((sum, { obsDim }) => sum + obsDim, 0)
    if (added === 0) return observationSpace as Space<Observation>
    const { low, high } = observationSpace.flat
    const more = (value: number): readonly number[] => Array(added).fill(value)
    const [lowest, highest] = [more(0), more(Number.POSITIVE_INFINITY)]
    return new Box([...low, ...lowest], [...high, ...highest]) as unknown as Space<Observation>
  }

  /** The culture begins anew, with the noise of the seed where there is one, and so does the task. */
  async reset({
    seed,
    withoutClear = false,
  }: GymnasiumReset = {}): Promise<Beginning<Observation>> {
    if (!withoutClear) this.env.clear(seed === undefined ? {} : { reseed: seed })
    const beginning = await this.decoding.reset({ seed })
    if (!isBeginning(beginning)) {
      throw new UsageError('A stage before the GymStep answered reset() without an observation.')
    }
    this.#hasBegun = true
    if (this.augmentations.length === 0) return beginning as Beginning<Observation>
    const seen = flatObservation(beginning.observation, this.decoding)
    const zeros = this.augmentations.flatMap((stage) => [...stage.zeroFeatures()])
    const observation: unknown = Float64Array.from([...seen, ...zeros])
    return { ...beginning, observation: observation as Observation }
  }

  /** Stimulates with the action, runs, and says what came of it. */
  async step(action: unknown): Promise<Outcome<Observation>> {
    if (!this.#hasBegun)
      throw new UsageError('Nothing is being played; call reset() before step().')
    const { env, encoding, decoding } = this
    decoding.state.ioAction = action
    const outcome = await env.call({ decoding, inputs: action, encoding })
    if (!isOutcome(outcome)) {
      throw new UsageError(
        'The pipe handed over no outcome; stages after the GymStep must hand on what it gave them.',
      )
    }
    if (outcome.terminated || outcome.truncated) this.#hasBegun = false
    return outcome as Outcome<Observation>
  }
}

/** What an encoding says of its inputs may be a space as it is. */
const spaceFrom = (like: InputSpace | IO['inputSpace']): Space<unknown> =>
  'flatten' in like ? (like as unknown as Space<unknown>) : Box.from(like)

const hasFields = (value: unknown, ...names: readonly string[]): value is Details =>
  typeof value === 'object' && value !== null && names.every((name) => name in value)

const isBeginning = (value: unknown): value is Beginning<unknown> =>
  hasFields(value, 'observation', 'info')

const isOutcome = (value: unknown): value is Outcome<unknown> =>
  hasFields(value, 'observation', 'reward', 'terminated', 'truncated', 'info')
