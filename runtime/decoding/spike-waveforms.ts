/** The course of the voltage around spikes, and its shape in numbers. */
import { medianOf } from './statistics.ts'

export interface Cut {
  /** ms from sample to sample. */
  readonly dt: number
  /** ms before the peak. */
  readonly pre: number
  /** ms after it. */
  readonly post: number
}

export interface WaveformShape {
  readonly thresholdMV: number
  readonly peakMV: number
  /** From threshold to peak. */
  readonly amplitudeMV: number
  /** How long it is above half of its amplitude. */
  readonly halfWidthMs: number
  /** The lowest after the peak, against the threshold: negative where it undershoots. */
  readonly ahpMV: number
  readonly nSpikes: number
}

/** ms at the beginning of a cut that tell where a spike starts from. */
const startMs = 2

/** One row for each spike whose surroundings lie within the samples, with its peak at the same place. */
export function spikeWaveforms(
  voltage: Float64Array,
  times: ArrayLike<number>,
  { dt, pre, post }: Cut,
): readonly Float64Array[] {
  const [before, after] = [Math.round(pre / dt), Math.round(post / dt)]
  const cutAround = (sample: number): Float64Array | undefined => {
    const [first, last] = [sample - before, sample + after]
    return first >= 0 && last <= voltage.length ? voltage.slice(first, last) : undefined
  }
  return Array.from(times).flatMap((t) => {
    const sample = Math.ceil(t / dt - 1e-9)
    const rough = cutAround(sample)
    if (!rough) return []
    const peak = rough.reduce((best, v, k) => (v > (rough[best] ?? 0) ? k : best), 0)
    return cutAround(sample - before + peak) ?? []
  })
}

/** Of the mean of several waveforms; null where there are none. */
export function waveformShape(
  waveforms: readonly Float64Array[],
  dt: number,
): WaveformShape | null {
  const [first] = waveforms
  if (!first) return null
  const mean = first.map(
    (_, k) => waveforms.reduce((sum, row) => sum + (row[k] ?? 0), 0) / waveforms.length,
  )
  const threshold = medianOf(mean.subarray(0, Math.max(1, Math.floor(startMs / dt + 1e-9))))
  const peak = mean.reduce((most, v) => Math.max(most, v), Number.NEGATIVE_INFINITY)
  const half = threshold + 0.5 * (peak - threshold)
  const isHigh = (v: number): boolean => v >= half
  const afterwards = mean.subarray(mean.indexOf(peak))
  return {
    thresholdMV: threshold,
    peakMV: peak,
    amplitudeMV: peak - threshold,
    halfWidthMs: (mean.findLastIndex(isHigh) - mean.findIndex(isHigh)) * dt,
    ahpMV: afterwards.reduce((least, v) => Math.min(least, v), peak) - threshold,
    nSpikes: waveforms.length,
  }
}
