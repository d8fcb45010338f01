/** Whether a task keeps its word: what it hands over is what it promises, and a seed decides everything. */
import { UsageError } from '../../compiler/usage-error.ts'
import { contentOf } from '../decoding/content.ts'
import { Box } from './box.ts'
import type { Space } from './space.ts'
import type { Maybe, Outcome, Task } from './task.ts'

export interface CheckOptions {
  readonly seed?: number
  /** So many actions at random are tried. */
  readonly steps?: number
}

/**
 * Throws all that is wrong, in sentences. The task must not have been reset before.
 *
 * @example
 * await checkEnv(new CartPole())
 */
export async function checkEnv(task: Task, options: CheckOptions = {}): Promise<void> {
  const complaints = await complaintsAbout(task, options)
  if (complaints.length === 0) return
  throw new UsageError(`${task.id ?? 'The task'}: ${complaints.join(' ')}`)
}

/** What is wrong with a task, one sentence each; nothing where all is well. */
export async function complaintsAbout(
  task: Task,
  { seed = 0, steps = 50 }: CheckOptions = {},
): Promise<readonly string[]> {
  const ofSpaces = spaceComplaints(task)
  if (ofSpaces.length > 0) return ofSpaces
  const early = await stepsBeforeReset(task, seed)
  const unseeded = beginningComplaints(task, await task.reset(), 'reset()')
  const first = await play(task, { seed, steps })
  const second = await play(task, { seed, steps })
  const differing = first.seen.findIndex((each, k) => each !== second.seen[k])
  const chance =
    differing < 0 && first.seen.length === second.seen.length
      ? []
      : [
          `The same seed and actions gave ${placeOf(differing)} another time; a seed must decide it.`,
        ]
  return [...new Set([...early, ...unseeded, ...first.complaints, ...chance])]
}

const placeOf = (k: number): string =>
  k === 0 ? 'another beginning' : `another outcome of step ${Math.abs(k)}`

function spaceComplaints({ actionSpace, observationSpace }: Task): readonly string[] {
  const isSpace = (space: unknown): space is Space<unknown> =>
    typeof space === 'object' && space !== null && 'sample' in space && 'contains' in space
  const missing = Object.entries({ actionSpace, observationSpace })
    .filter(([, space]) => !isSpace(space))
    .map(([name]) => `${name} is missing; it must be a space, such as new Box(0, 1, [4]).`)
  if (missing.length > 0) return missing
  return Object.entries({ actionSpace, observationSpace })
    .filter(([, space]) => !space.contains(space.sample(0)))
    .map(([name, space]) => `${name} does not contain its own sample: ${space}.`)
}

async function stepsBeforeReset(task: Task, seed: number): Promise<readonly string[]> {
  const outcome = await tried(() => task.step(task.actionSpace.sample(seed)))
  if (outcome instanceof Error) return []
  return ['step() works before reset(); it must refuse while there is nothing to go on from.']
}

interface Played {
  readonly complaints: readonly string[]
  /** What was handed over, as text. */
  readonly seen: readonly string[]
}

async function play(task: Task, { seed, steps }: Required<CheckOptions>): Promise<Played> {
  const beginning = await task.reset({ seed })
  const complaints = [...beginningComplaints(task, beginning, 'reset({ seed })')]
  const seen = [contentOf(beginning?.observation)]
  let last: unknown = beginning?.observation
  for (let k = 0; k < steps; k++) {
    const outcome = await tried(() => task.step(task.actionSpace.sample(seed + k)))
    if (outcome instanceof Error) {
      complaints.push(`step() fails after reset(): ${outcome.message}`)
      break
    }
    complaints.push(...outcomeComplaints(task, outcome, last))
    seen.push(contentOf([outcome?.observation, outcome?.reward, outcome?.terminated]))
    last = outcome?.observation
    if (!outcome || outcome.terminated || outcome.truncated) break
  }
  return { complaints, seen }
}

async function tried<Value>(call: () => Maybe<Value>): Promise<Value | Error> {
  try {
    return await call()
  } catch (error) {
    return error instanceof Error ? error : new UsageError(String(error))
  }
}

function beginningComplaints(task: Task, beginning: unknown, call: string): readonly string[] {
  if (typeof beginning !== 'object' || beginning === null || !('observation' in beginning)) {
    return [`${call} hands over ${typeof beginning}; it must be { observation, info }.`]
  }
  return [
    ...observationComplaints(task, beginning.observation, call),
    ...('info' in beginning ? [] : [`${call} hands over no info; it may be empty.`]),
  ]
}

function observationComplaints(
  { observationSpace: space }: Task,
  observation: unknown,
  call: string,
): readonly string[] {
  if (space.contains(observation)) return []
  const reason = space instanceof Box ? `: ${space.misfit(observation)}` : ''
  return [`The observation of ${call} is outside of ${space}${reason}.`]
}

function outcomeComplaints(
  task: Task,
  outcome: Outcome<unknown> | undefined,
  last: unknown,
): readonly string[] {
  if (typeof outcome !== 'object' || outcome === null) {
    return [
      `step() hands over ${typeof outcome}; it must be { observation, reward, terminated, truncated, info }.`,
    ]
  }
  const { observation, reward, terminated, truncated } = outcome
  const isSame = typeof observation === 'object' && observation === last
  return [
    ...beginningComplaints(task, outcome, 'step()'),
    ...(Number.isFinite(reward) ? [] : [`The reward is ${reward}; it must be a finite number.`]),
    ...flagComplaints({ terminated, truncated }),
    ...(isSame ? ['step() hands over the observation it gave before; each must be its own.'] : []),
  ]
}

const flagComplaints = (flags: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(flags)
    .filter(([, value]) => typeof value !== 'boolean')
    .map(([name, value]) => `${name} is ${String(value)}; it must be true or false.`)
