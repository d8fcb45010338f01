/** A task that breaks its word is told so, in sentences. */
import { expect, test } from 'vitest'
import { Box } from '../../../runtime/learning/box.ts'
import { CartPole } from '../../../runtime/learning/cart-pole.ts'
import { checkEnv, complaintsAbout } from '../../../runtime/learning/check-env.ts'
import { Discrete } from '../../../runtime/learning/discrete.ts'
import type { Task } from '../../../runtime/learning/task.ts'

/** Counts its steps, and is all right unless told otherwise. */
function counter(changed: Partial<Record<'outcome' | 'beginning' | 'task', object>> = {}): Task {
  let steps: number | undefined
  return {
    id: 'counter',
    actionSpace: new Discrete(2),
    observationSpace: new Box(0, 100, [1]),
    reset() {
      steps = 0
      return { observation: [0], info: {}, ...changed.beginning }
    },
    step() {
      if (steps === undefined) throw new Error('reset first')
      steps += 1
      const outcome = { observation: [steps], reward: 1, terminated: false, truncated: false }
      return { ...outcome, info: {}, ...changed.outcome }
    },
    ...changed.task,
  }
}

test('a task that keeps its word passes', async () => {
  await expect(checkEnv(new CartPole())).resolves.toBeUndefined()
  expect(await complaintsAbout(counter())).toEqual([])
})

test.each([
  [
    { outcome: { observation: [1, 2] } },
    'The observation of step() is outside of Box(0, 100, [1]): it has 2 numbers, and must have 1.',
  ],
  [
    { outcome: { observation: [101] } },
    'The observation of step() is outside of Box(0, 100, [1]): number 0 is 101, and must be from 0 to 100.',
  ],
  [
    { outcome: { observation: [Number.NaN] } },
    'The observation of step() is outside of Box(0, 100, [1]): number 0 is NaN.',
  ],
  [{ outcome: { reward: Number.NaN } }, 'The reward is NaN; it must be a finite number.'],
  [{ outcome: { reward: undefined } }, 'The reward is undefined; it must be a finite number.'],
  [{ outcome: { terminated: 0 } }, 'terminated is 0; it must be true or false.'],
  [{ outcome: { truncated: undefined } }, 'truncated is undefined; it must be true or false.'],
  [
    { task: { step: () => [0, 1, false, false, {}] } },
    'step() hands over object; it must be { observation, info }.',
  ],
  [
    { task: { step: () => undefined } },
    'step() hands over undefined; it must be { observation, reward, terminated, truncated, info }.',
  ],
  [{ task: { reset: () => [0] } }, 'reset() hands over object; it must be { observation, info }.'],
  [
    { beginning: { observation: [-1] } },
    'The observation of reset() is outside of Box(0, 100, [1]): number 0 is -1, and must be from 0 to 100.',
  ],
  [
    { task: { actionSpace: undefined } },
    'actionSpace is missing; it must be a space, such as new Box(0, 1, [4]).',
  ],
  [
    {
      task: {
        step: () => ({ observation: [1], reward: 1, terminated: true, truncated: false, info: {} }),
      },
    },
    'step() works before reset(); it must refuse while there is nothing to go on from.',
  ],
])('what is wrong is said: %#', async (changed, sentence) => {
  expect(await complaintsAbout(counter(changed))).toContain(sentence)
})

test('a task that a seed does not decide is told from which step on', async () => {
  const { reset, step, ...rest } = counter()
  let games = 0
  const moody: Task = {
    ...rest,
    reset(options) {
      games += 1
      return reset(options)
    },
    async step(action) {
      return { ...(await step(action)), reward: games }
    },
  }

  expect(await complaintsAbout(moody)).toEqual([
    'The same seed and actions gave another outcome of step 1 another time; a seed must decide it.',
  ])
})

test('an observation that is written over is told', async () => {
  const shared = new Float64Array(1)

  const complaints = await complaintsAbout(
    counter({ outcome: { observation: shared }, beginning: { observation: shared } }),
  )

  expect(complaints).toEqual([
    'step() hands over the observation it gave before; each must be its own.',
  ])
})

test('a task that fails on the way is told with its own words', async () => {
  const fail = () => {
    throw new Error('no more')
  }

  expect(await complaintsAbout(counter({ task: { step: fail } }))).toEqual([
    'step() fails after reset(): no more',
  ])
})

test('all complaints come at once', async () => {
  const broken = counter({ outcome: { reward: Number.NaN, terminated: 1 } })

  await expect(checkEnv(broken)).rejects.toThrow(
    'counter: The reward is NaN; it must be a finite number. terminated is 1; it must be true or false.',
  )
})
