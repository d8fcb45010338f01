/** What is played to the cells of one network, played to those of all replicas, or of one of them. */
import type { Score } from './player.ts'

export interface Audience {
  /** Cells in one replica. */
  readonly perReplica: number
  /** All unless told. */
  readonly replica?: number
}

export function scoreFor(score: Score, { perReplica, replica }: Audience): Score {
  const one = new Float64Array(perReplica)
  return {
    add: (tick, row) => {
      if (replica !== undefined) {
        const start = replica * perReplica
        score.add(tick, row.subarray(start, start + perReplica))
        return
      }
      one.fill(0)
      score.add(tick, one)
      for (let i = 0; i < row.length; i++) row[i] = row[i]! + one[i % perReplica]!
    },
    changeAfter: (tick) => score.changeAfter(tick),
  }
}
