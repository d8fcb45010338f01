/** Avalanches: how activity spreads between two silences (Beggs & Plenz 2003). */
import type { Run } from '../run.ts'
import { countsIn, wholeBins } from './count-spikes.ts'
import { SpikeDecoding } from './decoding.ts'
import { powerLaw } from './power-law.ts'
import { readOptions, timeAbove0 } from './read-options.ts'
import { meanOf } from './statistics.ts'

export interface AvalancheAnalysisOptions {
  readonly duration: number
  /** ms. */
  readonly binWidth?: number
}

export interface Avalanches {
  readonly nAvalanches: number
  /** Spikes. */
  readonly meanSize: number
  /** Bins. */
  readonly meanDuration: number
  /** Spikes that follow a spike in the next bin: below 1 activity dies out, above 1 it grows. */
  readonly branchingRatio: number
  /** 0 where there are too few avalanches to fit. */
  readonly sizePowerLawExponent: number
  readonly sizePowerLawR2: number
}

/** With no more avalanches than this nothing is fitted. */
const fewAvalanches = 10

/**
 * An avalanche is a run of bins with spikes in all of them.
 *
 * @example
 * const env = await make('EI1')
 * const { branchingRatio } = await env.call({ decoding: new AvalancheAnalysis({ duration: 200 }) })
 * branchingRatio >= 0 // → true
 */
export class AvalancheAnalysis extends SpikeDecoding<
  Required<AvalancheAnalysisOptions>,
  Avalanches
> {
  constructor(options: AvalancheAnalysisOptions) {
    const fields = { duration: timeAbove0(), binWidth: timeAbove0(4) }
    super(readOptions('AvalancheAnalysis', fields, options))
  }

  decode(run: Run): Avalanches {
    const avalanches = avalanchesIn(this.countsFromFirstToLast(run.events().times))
    const sizes = avalanches.map((bins) => bins.reduce((sum, count) => sum + count, 0))
    const branching = avalanches.flatMap((bins) =>
      bins.slice(1).map((count, k) => count / (bins[k] ?? 1)),
    )
    const hasSizes = sizes.length > fewAvalanches && sizes.some((size) => size > 1)
    const { exponent, r2 } = hasSizes ? powerLaw(sizes) : { exponent: 0, r2: 0 }
    return {
      nAvalanches: avalanches.length,
      meanSize: meanOf(sizes),
      meanDuration: meanOf(avalanches.map((bins) => bins.length)),
      branchingRatio: meanOf(branching),
      sizePowerLawExponent: exponent,
      sizePowerLawR2: r2,
    }
  }

  private countsFromFirstToLast(times: Float64Array): Float64Array {
    const from = times.reduce((least, t) => Math.min(least, t), Number.POSITIVE_INFINITY)
    const to = times.reduce((most, t) => Math.max(most, t), Number.NEGATIVE_INFINITY)
    if (!(to > from)) return Float64Array.of(times.length)
    return countsIn(times, { from, to, count: wholeBins(to - from, this.options.binWidth) + 1 })
  }
}

/** Counts between two empty bins, as long as there are any. */
function avalanchesIn(counts: Float64Array): readonly (readonly number[])[] {
  const avalanches: number[][] = []
  let isQuiet = true
  for (const count of counts) {
    if (count > 0 && isQuiet) avalanches.push([])
    if (count > 0) avalanches.at(-1)?.push(count)
    isQuiet = count === 0
  }
  return avalanches
}
