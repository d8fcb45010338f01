/** The pole on the cart against gymnasium 1.4.0, CartPole-v1, from given states with given actions. */
import { expect, test } from 'vitest'
import { CartPole } from '../../../runtime/learning/cart-pole.ts'

const actions = [1, 1, 0, 1, 0, 0, 0, 1, 1, 0]

function play(state: readonly [number, number, number, number], pushes: readonly number[]) {
  const task = new CartPole()
  task.reset({ state })
  const outcomes = []
  for (const push of pushes) {
    const outcome = task.step(push)
    outcomes.push(outcome)
    if (outcome.terminated) break
  }
  return outcomes
}

test('the state moves as in gymnasium until the pole falls after 43 steps', () => {
  const outcomes = play(
    [0.01, -0.02, 0.03, 0.04],
    Array.from({ length: 200 }, (_, k) => actions[k % 10] ?? 0),
  )

  const expected = new Map([
    [1, [0.009600000000000001, 0.17467919574755525, 0.030799999999999998, -0.2430687179600081]],
    [10, [0.0330752267376914, -0.021722714704495077, 0.0023459644800120118, 0.07798192441069801]],
    [43, [0.11796792944808374, 0.20467162963598906, -0.21082906109043592, -0.9233268328318891]],
  ])
  expect(outcomes.length).toBe(43)
  for (const [step, state] of expected) {
    state.forEach((value, k) => {
      expect(outcomes[step - 1]?.observation[k]).toBeCloseTo(value, 12)
    })
  }
  expect(outcomes.at(-1)).toMatchObject({ reward: 1, terminated: true, truncated: false })
})

test('pushed to the right all the time, the pole falls after 9 steps', () => {
  const outcomes = play([0, 0, 0, 0], Array(20).fill(1))

  expect(outcomes.length).toBe(9)
  expect(outcomes.at(-1)?.observation[3]).toBeCloseTo(-2.777886494012814, 12)
})

test('a game is broken off after so many steps', () => {
  const task = new CartPole({ maxSteps: 3 })
  task.reset({ seed: 1 })

  const outcomes = [task.step(0), task.step(1), task.step(0)]

  expect(outcomes.map(({ truncated }) => truncated)).toEqual([false, false, true])
  expect(outcomes.map(({ terminated }) => terminated)).toEqual([false, false, false])
})

test('each number begins within 0.05, and a seed decides it', () => {
  const task = new CartPole()

  const { observation } = task.reset({ seed: 4 })

  expect(Math.max(...observation.map(Math.abs))).toBeLessThan(0.05)
  expect(task.reset({ seed: 4 }).observation).toEqual(observation)
  expect(task.reset({ seed: 5 }).observation).not.toEqual(observation)
})

test('what has not begun or has ended cannot be stepped', () => {
  const task = new CartPole({ maxSteps: 1 })
  const sentence = 'CartPole has no state; call reset() before step().'

  expect(() => task.step(0)).toThrow(sentence)
  task.reset({ seed: 1 })
  task.step(0)
  expect(() => task.step(0)).toThrow(sentence)
})

test('there are two actions', () => {
  const task = new CartPole()
  task.reset({ seed: 1 })

  expect(() => task.step(2)).toThrow('The action is 2; it must be 0 or 1.')
})
