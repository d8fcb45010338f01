/** Spikes in bins and by cell: what most decodings begin with. */
import type { Run } from '../run.ts'

/** Equal bins from `from` to `to`; the last is closed on both sides. */
export interface Bins {
  readonly from: number
  readonly to: number
  readonly count: number
}

/** How many times fall in each bin; those outside are in none. */
export function countsIn(times: ArrayLike<number>, { from, to, count }: Bins): Float64Array {
  const counts = new Float64Array(count)
  const width = (to - from) / count
  const edge = (k: number): number => (k === count ? to : from + k * width)
  for (let k = 0; k < times.length; k++) {
    const t = times[k] ?? Number.NaN
    if (!(t >= from && t <= to)) continue
    let bin = Math.min(count - 1, Math.floor((t - from) / width))
    if (t < edge(bin)) bin -= 1
    else if (bin < count - 1 && t >= edge(bin + 1)) bin += 1
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts
}

/** Counts of a whole window in bins of about `size` ms, and at least so many of them. */
export const countsOfRun = (run: Run, size: number, least = 1): Float64Array =>
  countsIn(run.events().times, { from: 0, to: run.duration, count: binsOf(run, size, least) })

export const binsOf = ({ duration }: Pick<Run, 'duration'>, size: number, least = 1): number =>
  Math.max(least, wholeBins(duration, size))

/** How many bins fit; 0.3 / 0.1 is 3 although floating point has it as 2.999…96. */
export const wholeBins = (time: number, size: number): number => {
  const nearest = Math.round(time / size)
  return Math.abs(time / size - nearest) < 1e-9 * Math.max(1, nearest)
    ? nearest
    : Math.floor(time / size)
}

/** Spike times of each cell that fired, in the order of time; cells in the order of their gids. */
export function spikesByCell(run: Run): ReadonlyMap<number, readonly number[]> {
  const { ids, times } = run.events()
  const trains = new Map<number, number[]>()
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) trains.set(id, [])
  ids.forEach((id, k) => {
    trains.get(id)?.push(times[k] ?? 0)
  })
  for (const train of trains.values()) train.sort((a, b) => a - b)
  return trains
}

/** All spikes in the order of time. */
export function sortedSpikes(run: Run): { ids: Int32Array; times: Float64Array } {
  const { ids, times } = run.events()
  const order = Array.from(ids, (_, k) => k).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0))
  return {
    ids: Int32Array.from(order, (k) => ids[k] ?? 0),
    times: Float64Array.from(order, (k) => times[k] ?? 0),
  }
}
