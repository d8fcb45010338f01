/** What a run is given as its stimulus → what is played, and where. */
import { UsageError } from '../../compiler/index.ts'
import { scoreFor } from '../engine/replica-score.ts'
import { isPolicy, mustFit, type Policy } from '../stimulus/policy.ts'
import type { Values } from '../stimulus/read-values.ts'
import { SpikeTrains } from '../stimulus/spike-trains.ts'
import { Stimulus } from '../stimulus/stimulus.ts'
import type { DescribedValues } from '../stimulus/stimulus-options.ts'
import { type Part, partsFor, partsForSpikes } from './scores.ts'
import type { Session } from './session.ts'

type Single = Stimulus | Policy | SpikeTrains | DescribedValues | Values

/** Values for cells, a policy for the electrodes, spikes to be played, or several stimuli at once. */
export type StimulusLike = Single | readonly (Stimulus | Policy | SpikeTrains)[]

export interface Situation {
  readonly duration: number
  /** What a policy's commands do to the cells. */
  readonly throughIO: (policy: Policy) => Stimulus
}

/** A stimulus for all replicas, or for one. */
export interface Addressed {
  readonly stimulus: Stimulus | SpikeTrains
  readonly replica: number | undefined
}

/** Stimuli and trains, whatever they were given as. */
export function addressed(
  like: StimulusLike | undefined,
  replica: number | undefined,
  situation: Situation,
): readonly Addressed[] {
  if (like === undefined || like === null) return []
  if (!isList(like)) return [{ stimulus: stimulusFrom(like, situation), replica }]
  return like.map((single) => ({ stimulus: stimulusFrom(single, situation), replica }))
}

function stimulusFrom(single: Single, { duration, throughIO }: Situation): Stimulus | SpikeTrains {
  if (single instanceof Stimulus || single instanceof SpikeTrains) return single
  if (typeof single !== 'object' || single === null) {
    throw new UsageError(
      `stimulus is ${String(single)}; it must be a Stimulus, a policy, SpikeTrains, or rows of values.`,
    )
  }
  if (!isPolicy(single)) return Stimulus.from(single)
  mustFit(single, duration)
  return throughIO(single)
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

/** Starts to play; nothing does where one of the stimuli is wrong. */
export function startPlaying(session: Session, stimuli: readonly Addressed[]): void {
  const { simulation } = session
  const start = simulation.tick
  const all = stimuli.map((each) => partsOf(session, each, start))
  for (const parts of all) {
    for (const { member, port, score } of parts) simulation.player(member, port).begin(score, start)
  }
}

function partsOf(
  session: Session,
  { stimulus, replica }: Addressed,
  start: number,
): readonly Part[] {
  const parts =
    stimulus instanceof SpikeTrains
      ? partsForSpikes(session, stimulus, start)
      : partsFor(session, stimulus, start)
  const { replicas = 1 } = session.linked.plan
  return replicas === 1 ? parts : parts.map((part) => inReplicas(part, replica))
}

function inReplicas(part: Part, replica: number | undefined): Part {
  const { count, perReplica } = part.member.population
  const audience = { perReplica, count, ...(replica === undefined ? {} : { replica }) }
  return { ...part, score: scoreFor(part.score, audience) }
}
