/** What a stimulus evokes: spikes after its onset against spikes before it. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Run } from '../run.ts'
import { countsIn, wholeBins } from './count-spikes.ts'
import type { DecodingEnv } from './decoding.ts'
import { deviationsPerMedianDeviation, medianDeviationOf, medianOf } from './statistics.ts'

/** A pulse, and how long before and after it is looked at, in ms. */
export interface PulseWindow {
  readonly onset: number
  readonly pre: number
  readonly post: number
}

export interface ResponseOptions extends PulseWindow {
  readonly binSize: number
  /** How long after the onset an end of the response is looked for, in ms. */
  readonly tail: number
  /** Deviations above the median of what was before. */
  readonly thresholdK: number
}

export interface EvokedResponse {
  /** Hz of a cell beyond what it fired before. */
  readonly evokedRateHz: number
  /** Rate after over rate before; NaN where nothing was before. */
  readonly responseGain: number
  /** Hz of a cell in the fullest bin. */
  readonly responsePeakHz: number
  /** ms from the onset to the middle of the fullest bin; NaN where no bin stands out. */
  readonly responseLatencyMs: number
  /** ms from the first bin that stands out to the silence after it; NaN where it does not end. */
  readonly responseDurationMs: number
  /** The fraction of cells that respond. */
  readonly responseProbability: number
}

type Units = Pick<DecodingEnv, 'gids'>

/** So many quiet bins on end are the end of a response. */
const quietBins = 3

/** The windows of a pulse must lie within the run. */
export function mustLieWithin({ onset, pre, post }: PulseWindow, duration: number): void {
  if (onset - pre >= 0 && onset + post <= duration) return
  throw new UsageError(
    `A pulse at ${onset} ms is looked at from ${onset - pre} to ${onset + post} ms; ` +
      `the run is from 0 to ${duration} ms.`,
  )
}

export function stimulusResponse(run: Run, env: Units, options: ResponseOptions): EvokedResponse {
  const { onset, pre, post, binSize } = options
  mustLieWithin(options, run.duration)
  const { times } = run.events()
  const units = Math.max(1, env.gids.length)
  const rateIn = (from: number, to: number): number =>
    times.filter((t) => t >= from && t < to).length / (((to - from) / 1000) * units)
  const [before, after] = [rateIn(onset - pre, onset), rateIn(onset, onset + post)]
  const threshold = thresholdBefore(times, options)
  const counts = countsAfter(times, options, post)
  const peak = counts.reduce((most, count) => Math.max(most, count), 0)
  const latency = (counts.indexOf(peak) + 0.5) * binSize
  return {
    evokedRateHz: after - before,
    responseGain: before > 0 ? after / before : Number.NaN,
    responsePeakHz: (1000 / binSize / units) * peak,
    responseLatencyMs: peak > threshold ? latency : Number.NaN,
    responseDurationMs: durationOf(countsAfter(times, options, tailOf(run, options)), {
      threshold,
      binSize,
    }),
    responseProbability: responders(run, options).length / units,
  }
}

const tailOf = ({ duration }: Run, { onset, tail }: ResponseOptions): number =>
  Math.min(tail, duration - onset)

/** Spikes in a bin that stand out from the bins before the onset. */
function thresholdBefore(times: Float64Array, options: ResponseOptions): number {
  const { onset, pre, binSize, thresholdK } = options
  const count = wholeBins(pre, binSize)
  if (count === 0) return 0
  const counts = countsIn(times, { from: onset - count * binSize, to: onset, count })
  const spread = deviationsPerMedianDeviation * medianDeviationOf(counts)
  return medianOf(counts) + thresholdK * Math.max(spread, 1)
}

function countsAfter(
  times: Float64Array,
  { onset, binSize }: ResponseOptions,
  span: number,
): Float64Array {
  const count = Math.max(1, wholeBins(span, binSize))
  return countsIn(times, { from: onset, to: onset + count * binSize, count })
}

function durationOf(
  counts: Float64Array,
  { threshold, binSize }: { readonly threshold: number; readonly binSize: number },
): number {
  const isHigh = [...counts].map((count) => count > threshold)
  const first = isHigh.indexOf(true)
  if (first < 0) return Number.NaN
  const later = isHigh.slice(first)
  const quiet = later.findIndex((_, k) => {
    const next = later.slice(k, k + quietBins)
    return next.length === quietBins && !next.includes(true)
  })
  return quiet < 0 ? Number.NaN : quiet * binSize
}

/** Cells that fire more after the onset than before it, by more than one spike. */
export function responders(run: Run, { onset, pre, post }: PulseWindow): readonly number[] {
  const { ids, times } = run.events()
  const before = new Map<number, number>()
  const after = new Map<number, number>()
  const add = (counts: Map<number, number>, id: number): unknown =>
    counts.set(id, (counts.get(id) ?? 0) + 1)
  times.forEach((t, k) => {
    const id = ids[k] ?? -1
    if (t >= onset - pre && t < onset) add(before, id)
    if (t >= onset && t < onset + post) add(after, id)
  })
  return [...after]
    .filter(([id, count]) => count > (before.get(id) ?? 0) * (post / pre) + 1)
    .map(([id]) => id)
    .sort((a, b) => a - b)
}
