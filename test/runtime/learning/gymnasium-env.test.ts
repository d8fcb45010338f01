/** Cultures that play: what an action becomes, what is handed back, and what begins anew when. */
import { expect, test } from 'vitest'
import { UsageError } from '../../../compiler/usage-error.ts'
import { sameContent } from '../../../runtime/decoding/content.ts'
import type { Decoding, DecodingEnv } from '../../../runtime/decoding/decoding.ts'
import { MeanFiringRate } from '../../../runtime/decoding/mean-firing-rate.ts'
import { Pipe } from '../../../runtime/decoding/pipe.ts'
import { RateEncoding } from '../../../runtime/encoding/rate-encoding.ts'
import { make } from '../../../runtime/index.ts'
import { boxOf, noIO } from '../../../runtime/io/io.ts'
import { Box } from '../../../runtime/learning/box.ts'
import { CartPole } from '../../../runtime/learning/cart-pole.ts'
import { checkEnv } from '../../../runtime/learning/check-env.ts'
import { Discrete } from '../../../runtime/learning/discrete.ts'
import { GymnasiumEnv, type LearningEnv } from '../../../runtime/learning/gymnasium-env.ts'
import { actionFor, GymStep } from '../../../runtime/learning/gym-step.ts'
import { MultiBinary } from '../../../runtime/learning/multi-binary.ts'
import { MultiDiscrete } from '../../../runtime/learning/multi-discrete.ts'
import { ObsAugmentation } from '../../../runtime/learning/obs-augmentation.ts'

/** A culture that hands its inputs to the decoding, and counts how often it begins anew. */
function echo() {
  const cleared: unknown[] = []
  const env = {
    io: { ...noIO, inputSpace: boxOf(1) },
    clear: (options: unknown) => cleared.push(options ?? 'clear'),
    async call({ decoding, inputs }: { decoding: Decoding<unknown, unknown>; inputs: unknown }) {
      await decoding.setup?.(env as unknown as DecodingEnv)
      return decoding.decode(inputs, env as unknown as DecodingEnv)
    },
  }
  return { env: env as unknown as LearningEnv, cleared }
}

const duration = 20

class Twice extends ObsAugmentation {
  features(_env: DecodingEnv, context: Readonly<Record<string, unknown>>) {
    return [Number(context.gymAction), 2 * Number(context.gymAction)]
  }
}

test('the action becomes the step of the task', async () => {
  const { env } = echo()
  const task = new CartPole()
  const gym = new GymnasiumEnv(env, () => null, new Pipe({ duration, stages: [new GymStep(task)] }))
  const same = new CartPole()
  const { observation } = await gym.reset({ seed: 3 })
  same.reset({ seed: 3 })

  const outcome = await gym.step(0.8)

  expect(observation).toEqual(new CartPole().reset({ seed: 3 }).observation)
  expect(outcome).toEqual(same.step(1))
  expect(gym.decoding.state).toMatchObject({ ioAction: 0.8, rawGymObs: outcome.observation })
  expect(gym.decoding.context).toMatchObject({ gymAction: 1 })
})

test('what is added to the observation is zeros at first', async () => {
  const { env } = echo()
  const stages = [new GymStep(new CartPole()), new Twice(2)]
  const gym = new GymnasiumEnv(env, () => null, new Pipe({ duration, stages }))

  const { observation } = await gym.reset({ seed: 3 })
  const outcome = await gym.step(1)

  expect(Array.from(observation).slice(4)).toEqual([0, 0])
  expect(Array.from(outcome.observation).slice(4)).toEqual([1, 2])
  expect(gym.observationSpace.contains(outcome.observation)).toBe(true)
  expect((gym.observationSpace as Box).low.subarray(4)).toEqual(Float64Array.of(0, 0))
})

test('several stages may add, each its own', async () => {
  const { env } = echo()
  const stages = [new GymStep(new CartPole()), new Twice(2), new Twice(2)]
  const gym = new GymnasiumEnv(env, () => null, new Pipe({ duration, stages }))
  await gym.reset({ seed: 3 })

  const { observation } = await gym.step(1)

  expect(Array.from(observation).slice(4)).toEqual([1, 2, 1, 2])
})

test('the culture begins anew with the task, and when the task ends', async () => {
  const { env, cleared } = echo()
  const stages = [new GymStep(new CartPole({ maxSteps: 1 }))]
  const gym = new GymnasiumEnv(env, () => null, new Pipe({ duration, stages }))

  await gym.reset({ seed: 3 })
  await gym.step(0)
  await gym.reset()
  await gym.reset({ withoutClear: true })

  expect(cleared).toEqual([{ reseed: 3 }, 'clear', {}])
})

test('what has not begun or has ended cannot be stepped', async () => {
  const { env } = echo()
  const stages = [new GymStep(new CartPole({ maxSteps: 1 }))]
  const gym = new GymnasiumEnv(env, () => null, new Pipe({ duration, stages }))
  const sentence = 'Nothing is being played; call reset() before step().'

  await expect(gym.step(0)).rejects.toThrow(sentence)
  await gym.reset()
  await gym.step(0)
  await expect(gym.step(0)).rejects.toThrow(sentence)
})

test('a pipe that plays nothing is refused', () => {
  const { env } = echo()

  const make = () => new GymnasiumEnv(env, () => null, new Pipe({ duration, stages: [() => 1] }))

  expect(make).toThrow('The decoding must be a Pipe with a GymStep among its stages')
})

test('a pipe that hands over no outcome is told', async () => {
  const { env } = echo()
  const stages = [new GymStep(new CartPole()), () => 5]
  const gym = new GymnasiumEnv(env, () => null, new Pipe({ duration, stages }))
  await gym.reset()

  await expect(gym.step(0)).rejects.toThrow(
    'The pipe handed over no outcome; stages after the GymStep must hand on what it gave them.',
  )
})

test('actions are those of the encoding, or of the electrodes', () => {
  const { env } = echo()
  const decoding = new Pipe({ duration, stages: [new GymStep(new CartPole())] })
  const encoding = { encode: () => null, inputSpace: () => boxOf(7) }
  const choice = { encode: () => null, inputSpace: () => new Discrete(3) }

  const spaces = [encoding, choice, () => null].map((each) =>
    String(new GymnasiumEnv(env, each, decoding).actionSpace),
  )

  expect(spaces).toEqual(['Box(0, 1, [7])', 'Discrete(3)', 'Box(0, 1, [1])'])
})

test.each([
  [new Discrete(3), 1.4, 1],
  [new Discrete(3), [7], 2],
  [new Discrete(3, 10), 10.6, 11],
  [new Box(0, 1, [2]), [0.5, 9], Float64Array.of(0.5, 1)],
  [new MultiDiscrete([3, 2]), [1.6, -4], Int32Array.of(2, 0)],
  [new MultiBinary(2), [0.2, 0.9], Int32Array.of(0, 1)],
])('what was decoded becomes the nearest action: %#', (actionSpace, signal, action) => {
  expect(actionFor({ actionSpace: actionSpace as never, id: 'game' }, signal)).toEqual(action)
})

test.each([
  [new Discrete(3), [1, 2], 'game needs one number for an action; what was decoded is 1, 2.'],
  [new Discrete(3), 'left', 'game needs one number for an action; what was decoded is NaN.'],
  [new Box(0, 1, [2]), [1], 'game needs 2 numbers for an action; what was decoded is 1.'],
])('what was decoded must be numbers enough: %#', (actionSpace, signal, sentence) => {
  const make = () => actionFor({ actionSpace: actionSpace as never, id: 'game' }, signal)

  expect(make).toThrow(new UsageError(sentence))
})

test('stages that play the same task are the same, however far they have come', () => {
  const played = new CartPole()
  played.reset({ seed: 1 })
  played.step(1)

  expect(sameContent(new GymStep(played), new GymStep(new CartPole()))).toBe(true)
  expect(sameContent(new Twice(2), new Twice(3))).toBe(false)
})

test('features that are not as many as announced are told', async () => {
  const { env } = echo()
  const stages = [new GymStep(new CartPole()), new Twice(3)]
  const gym = new GymnasiumEnv(env, () => null, new Pipe({ duration, stages }))
  await gym.reset()

  await expect(gym.step(0)).rejects.toThrow('Twice made 2 features; obsDim is 3.')
})

/** Electrodes of EI1 pulse as fast as the action says; a culture that fires at 10 Hz or more pushes to the right. */
async function cartPoleInVitro() {
  const env = await make('EI1', { model: 'reduced-calcium-culture' })
  const push = (rate: unknown): number => (rate as { rateHz: number }).rateHz / 20
  const stages = [new MeanFiringRate({ duration: 10 }), push, new GymStep(new CartPole())]
  return new GymnasiumEnv(env, new RateEncoding({ amplitude: 750 }), new Pipe({ stages }))
}

test('a culture of ten cells plays CartPole for twenty steps, and a seed decides the game', async () => {
  const play = async (gym: GymnasiumEnv) => {
    const seen = [(await gym.reset({ seed: 5 })).observation]
    for (let k = 0; k < 20; k++) {
      const outcome = await gym.step([k % 2])
      seen.push(outcome.observation)
      if (outcome.terminated) await gym.reset({ seed: k })
    }
    return seen
  }
  const gym = await cartPoleInVitro()

  const first = await play(gym)
  const again = await play(gym)

  expect(first.length).toBe(21)
  expect(again).toEqual(first)
  expect(first.every((observation) => gym.observationSpace.contains(observation))).toBe(true)
})

test('a culture that plays keeps the word of a task', async () => {
  await expect(checkEnv(await cartPoleInVitro(), { steps: 5 })).resolves.toBeUndefined()
})
