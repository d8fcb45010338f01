/** A pole on a cart that is to be kept upright: the task of Barto, Sutton & Anderson (1983), as CartPole-v1 has it. */
import { UsageError } from '../../compiler/usage-error.ts'
import { Box } from './box.ts'
import { Discrete } from './discrete.ts'
import { anySeed } from './space.ts'
import type { Beginning, Outcome, ResetOptions, Task } from './task.ts'

/** Place of the cart in m, its velocity, angle of the pole in rad, its angular velocity. */
export type CartPoleState = readonly [x: number, v: number, angle: number, spin: number]

export interface CartPoleReset extends ResetOptions {
  /** Instead of one at random. */
  readonly state?: CartPoleState
}

const gravity = 9.8
const massOfPole = 0.1
const mass = 1 + massOfPole
/** Half of the pole, in m. */
const length = 0.5
/** N. */
const force = 10
/** s. */
const step = 0.02
const farthest = 2.4
const steepest = (12 / 360) * 2 * Math.PI
/** Each number of the state begins within this distance from 0. */
const beginning = 0.05

const bounds = [2 * farthest, Number.POSITIVE_INFINITY, 2 * steepest, Number.POSITIVE_INFINITY]

/**
 * @example
 * const task = new CartPole()
 * task.reset({ seed: 1 })
 * const { reward, terminated } = task.step(1)
 * reward // → 1
 * terminated // → false
 */
export class CartPole implements Task<ArrayLike<number>, number> {
  readonly id = 'CartPole-v1'
  readonly actionSpace = new Discrete(2)
  readonly observationSpace = new Box(
    bounds.map((bound) => -bound),
    bounds,
  )
  /** Steps until it is broken off. */
  readonly maxSteps: number
  #state: CartPoleState | undefined
  #steps = 0

  constructor({ maxSteps = 500 }: { readonly maxSteps?: number } = {}) {
    this.maxSteps = maxSteps
  }

  /** Undefined before reset and after the end. */
  get state(): CartPoleState | undefined {
    return this.#state
  }

  reset({ seed, state }: CartPoleReset = {}): Beginning<Float64Array> {
    const space = new Box(-beginning, beginning, [4])
    const [x = 0, v = 0, angle = 0, spin = 0] = state ?? space.sample(seed ?? anySeed())
    this.#state = [x, v, angle, spin]
    this.#steps = 0
    return { observation: Float64Array.from(this.#state), info: {} }
  }

  /** 0 pushes to the left, 1 to the right; each step that is survived or lost is worth 1. */
  step(action: number): Outcome<Float64Array> {
    if (!this.#state) throw new UsageError('CartPole has no state; call reset() before step().')
    if (!this.actionSpace.contains(action)) {
      throw new UsageError(`The action is ${action}; it must be 0 or 1.`)
    }
    const state = after(this.#state, action === 1 ? force : -force)
    const [x, , angle] = state
    const terminated = Math.abs(x) > farthest || Math.abs(angle) > steepest
    this.#steps += 1
    const truncated = this.#steps >= this.maxSteps
    this.#state = terminated || truncated ? undefined : state
    return { observation: Float64Array.from(state), reward: 1, terminated, truncated, info: {} }
  }

  content(): unknown {
    return { id: this.id, maxSteps: this.maxSteps }
  }
}

/** Euler, with the accelerations of Florian (2007), who corrected those of the original. */
function after([x, v, angle, spin]: CartPoleState, push: number): CartPoleState {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const moment = massOfPole * length
  const without = (push + moment * spin ** 2 * sin) / mass
  const turn = (gravity * sin - cos * without) / (length * (4 / 3 - (massOfPole * cos ** 2) / mass))
  const acceleration = without - (moment * turn * cos) / mass
  return [x + step * v, v + step * acceleration, angle + step * spin, spin + step * turn]
}
