/** The stage of a pipe that plays: what was decoded is the action, and what comes of it is handed on. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { DecodingEnv } from '../decoding/decoding.ts'
import type { Pipe } from '../decoding/pipe.ts'
import { Box } from './box.ts'
import { Discrete } from './discrete.ts'
import { MultiBinary } from './multi-binary.ts'
import { MultiDiscrete } from './multi-discrete.ts'
import { isList } from './space.ts'
import type { Beginning, Outcome, ResetOptions, Task } from './task.ts'

/**
 * Publishes `context.gymAction` and `state.rawGymObs`; when the task ends, the culture begins anew.
 *
 * @example
 * const task = new CartPole()
 * const pipe = new Pipe({ duration: 20, stages: [() => 0.7, new GymStep(task)] })
 * await pipe.reset({ seed: 1 })
 * const env = await make('EI1')
 * await env.call({ decoding: pipe })
 * pipe.context.gymAction // → 1
 */
export class GymStep {
  readonly task: Task

  constructor(task: Task) {
    if (typeof task?.step !== 'function') {
      throw new UsageError('A GymStep plays a task with reset and step, such as new CartPole().')
    }
    this.task = task
  }

  async decode(
    signal: unknown,
    env: Pick<DecodingEnv, 'clear'>,
    pipe: Pick<Pipe, 'context' | 'state'>,
  ): Promise<Outcome<unknown>> {
    const action = actionFor(this.task, signal)
    pipe.context.gymAction = action
    const outcome = await this.task.step(action)
    pipe.state.rawGymObs = outcome.observation
    if (outcome.terminated || outcome.truncated) env.clear()
    return outcome
  }

  async reset(options: unknown, pipe: Pick<Pipe, 'state'>): Promise<Beginning<unknown>> {
    const beginning = await this.task.reset(options as ResetOptions)
    pipe.state.rawGymObs = beginning.observation
    return beginning
  }

  /** Two that play the same task are the same, however far they have come. */
  content(): unknown {
    return this.task.id
  }
}

/** The action nearest to what was decoded: whole where it must be, within bounds. */
export function actionFor({ actionSpace, id }: Pick<Task, 'actionSpace' | 'id'>, signal: unknown) {
  const values = (isList(signal) ? Array.from(signal) : [signal]).map(Number)
  if (actionSpace instanceof Discrete) {
    const { start, n } = actionSpace
    mustBeNumbers(id, values, 1)
    return start + wholeIn(n, (values[0] ?? 0) - start)
  }
  if (actionSpace instanceof Box) {
    mustBeNumbers(id, values, actionSpace.low.length)
    return actionSpace.clip(values)
  }
  if (actionSpace instanceof MultiDiscrete || actionSpace instanceof MultiBinary) {
    const counts =
      actionSpace instanceof MultiDiscrete ? actionSpace.counts : Array(actionSpace.n).fill(2)
    mustBeNumbers(id, values, counts.length)
    return Int32Array.from(counts, (n, k) => wholeIn(n, values[k] ?? 0))
  }
  if (actionSpace.contains(signal)) return signal
  throw new UsageError(`${id} takes actions of ${actionSpace}; what was decoded is none.`)
}

const wholeIn = (n: number, value: number): number =>
  Math.min(n - 1, Math.max(0, Math.round(value)))

function mustBeNumbers(id: string, values: readonly number[], count: number): void {
  if (values.length === count && !values.some(Number.isNaN)) return
  throw new UsageError(
    `${id} needs ${count === 1 ? 'one number' : `${count} numbers`} for an action; what was decoded is ${values.join(', ') || 'nothing'}.`,
  )
}
