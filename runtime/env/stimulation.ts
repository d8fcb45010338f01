/** What a run is given as its stimulus → what is played, and where. */
import { UsageError } from '../../compiler/index.ts'
import type { Member } from '../engine/member.ts'
import type { Player, Score } from '../engine/player.ts'
import { scoreFor } from '../engine/replica-score.ts'
import { isPolicy, mustFit, type Policy } from '../stimulus/policy.ts'
import type { Values } from '../stimulus/read-values.ts'
import { SpikeTrains } from '../stimulus/spike-trains.ts'
import { Stimulus } from '../stimulus/stimulus.ts'
import type { DescribedValues } from '../stimulus/stimulus-options.ts'
import { type Part, partsFor, partsForSpikes, sumOf } from './scores.ts'
import type { Session } from './session.ts'

type Single = Stimulus | Policy | SpikeTrains | DescribedValues | Values

/** Values for cells, a policy for the electrodes, spikes to be played, or several stimuli at once. */
export type StimulusLike = Single | readonly (Stimulus | Policy | SpikeTrains)[]

export interface Situation {
  readonly duration: number
  /** What a policy's commands do to the cells. */
  readonly throughIO: (policy: Policy) => Stimulus
}

/** Stimuli and trains, whatever they were given as. */
export function stimuliFrom(
  like: StimulusLike,
  { duration, throughIO }: Situation,
): readonly (Stimulus | SpikeTrains)[] {
  return (isList(like) ? like : [like]).map((single) => {
    if (single instanceof SpikeTrains || single instanceof Stimulus) return single
    if (typeof single !== 'object' || single === null) {
      throw new UsageError(
        `stimulus is ${String(single)}; it must be a Stimulus, a policy, SpikeTrains, or rows of values.`,
      )
    }
    if (!isPolicy(single)) return Stimulus.from(single)
    mustFit(single, duration)
    return throughIO(single)
  })
}

const isList = (like: StimulusLike): like is readonly (Stimulus | Policy | SpikeTrains)[] =>
  Array.isArray(like) &&
  like.length > 0 &&
  like.every(
    (each) =>
      each instanceof Stimulus ||
      each instanceof SpikeTrains ||
      (typeof each === 'object' && each !== null && isPolicy(each)),
  )

/** A stimulus for all replicas, or for one. */
export interface Addressed {
  readonly stimulus: Stimulus | SpikeTrains
  readonly replica?: number
}

/** Starts to play; nothing does where one of the stimuli is wrong. */
export function startPlaying(session: Session, stimuli: readonly Addressed[]): readonly Player[] {
  const { simulation } = session
  const start = simulation.tick
  const parts: Part[] = []
  for (const { stimulus, replica } of stimuli) {
    const own =
      stimulus instanceof SpikeTrains
        ? partsForSpikes(session, stimulus, start)
        : partsFor(session, stimulus, start)
    parts.push(...own.map((part) => inReplicas(part, replica)))
  }
  return (stimuli.length === 1 ? parts : added(parts)).map(({ member, port, score }) => {
    const player = simulation.player(member, port)
    player.begin(score, start)
    return player
  })
}

function inReplicas({ member, port, score }: Part, replica: number | undefined): Part {
  const { count, perReplica } = member.population
  if (count === perReplica) return { member, port, score }
  const audience = { perReplica, ...(replica === undefined ? {} : { replica }) }
  return { member, port, score: scoreFor(score, audience) }
}

/** What several stimuli have for one port, in one. */
function added(parts: readonly Part[]): readonly Part[] {
  const byPort = new Map<Member, Map<string, Score[]>>()
  for (const { member, port, score } of parts) {
    const ports = byPort.get(member) ?? new Map<string, Score[]>()
    byPort.set(member, ports.set(port, [...(ports.get(port) ?? []), score]))
  }
  return [...byPort].flatMap(([member, ports]) =>
    [...ports].map(([port, scores]): Part => ({ member, port, score: sumOf(scores) })),
  )
}
