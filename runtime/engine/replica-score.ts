/** What is played to the cells of one network, played to those of all replicas, or of one of them. */
import type { Score } from './player.ts'

export interface Audience {
  /** Cells in one replica, and in all. */
  readonly perReplica: number
  readonly count: number
  /** All unless told. */
  readonly replica?: number
}

export function scoreFor(score: Score, { perReplica, count, replica }: Audience): Score {
  const one = new Float64Array(perReplica)
  return {
    add: (tick, rows, at) => {
      if (replica !== undefined) return score.add(tick, rows, at + replica * perReplica)
      one.fill(0)
      score.add(tick, one, 0)
      for (let i = 0; i < count; i++) rows[at + i] = rows[at + i]! + one[i % perReplica]!
    },
    changeAfter: (tick) => score.changeAfter(tick),
  }
}
