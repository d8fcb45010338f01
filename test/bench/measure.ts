/** Medians of repeated measurements, taken in turns so that noise hits every contender alike. */

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Times each contender `rounds` times, one after the other in every round; medians in ms. */
export async function inTurns(
  contenders: readonly (() => unknown)[],
  rounds: number,
): Promise<readonly number[]> {
  const times: number[][] = contenders.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [k, run] of contenders.entries()) {
      const start = performance.now()
      await run()
      if (round > 0) times[k]?.push(performance.now() - start)
    }
  }
  return times.map(median)
}
