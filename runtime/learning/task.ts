/** What a learner plays: it is reset, then stepped until it ends. */
import type { Space } from './space.ts'

export type Maybe<Value> = Value | Promise<Value>

export type Details = Readonly<Record<string, unknown>>

export interface ResetOptions {
  /** The same seed gives the same beginning. */
  readonly seed?: number | undefined
}

export interface Beginning<Observation> {
  readonly observation: Observation
  /** Anything else there is to know. */
  readonly info: Details
}

export interface Outcome<Observation> extends Beginning<Observation> {
  readonly reward: number
  /** The task is over: won, or lost. */
  readonly terminated: boolean
  /** The task is broken off: out of time. */
  readonly truncated: boolean
}

/** As the environments of Gymnasium, which may also take their time. */
export interface Task<Observation = unknown, Action = unknown> {
  /** What it is called; two of the same name are the same task. */
  readonly id: string
  readonly actionSpace: Space<Action>
  readonly observationSpace: Space<Observation>
  reset(options?: ResetOptions): Maybe<Beginning<Observation>>
  step(action: Action): Maybe<Outcome<Observation>>
}
