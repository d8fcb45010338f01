/** A population in a network: with its clock, its events, what arrives at it and what is recorded of it. */
import type { EventHistory } from './event-history.ts'
import type { Inbox } from './inbox.ts'
import type { Part } from './parts.ts'
import type { Player } from './player.ts'
import type { Population } from './population.ts'
import type { Recorder } from './recorder.ts'

export interface Member {
  readonly population: Population
  /** Ticks from step to step. */
  readonly clock: number
  /** One for each worker. */
  readonly parts: readonly Part[]
  /** By event, in the order of the step kernel; one history for each worker. */
  readonly histories: ReadonlyMap<string, readonly EventHistory[]>
  readonly inbox?: Inbox
  readonly recorders: Recorder[]
  /** What comes from outside, by the array it is played into. */
  readonly players: Map<string, Player>
  /** Set where a state is not finite. */
  readonly flag: Int32Array
}

/** What evolves and could run away. */
export const statesOf = ({ compiled, state }: Population) =>
  compiled.slots.flatMap(({ name, role, type }) => {
    const array = state.arrays.get(name)
    return role === 'state' && type === 'real' && array ? [[name, array] as const] : []
  })
