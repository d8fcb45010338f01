/** Whether a culture keeps firing at a livable rate: neither runs away nor falls silent. */
import type { Run } from '../run.ts'
import { countsOfRun } from './count-spikes.ts'
import { type DecodingEnv, SpikeDecoding } from './decoding.ts'
import { numberFrom0, readOptions, timeAbove0 } from './read-options.ts'
import { meanOf } from './statistics.ts'

export interface StabilityOptions {
  readonly duration: number
  /** The last part of the window, in ms, in which a run-away shows. */
  readonly tailWindow?: number
  /** Hz of a cell. */
  readonly maxRateHz?: number
  /** Hz of a cell. */
  readonly minRateHz?: number
  /** ms. */
  readonly binSize?: number
}

export interface StabilityVerdict {
  readonly isStable: boolean
  /** Faster than maxRateHz in the end. */
  readonly isRunaway: boolean
  /** Slower than minRateHz on the whole. */
  readonly isQuiescent: boolean
  readonly hasNan: boolean
  /** Hz of a cell. */
  readonly tailMeanHz: number
  readonly globalMeanHz: number
  /** Spikes of all cells in a second. */
  readonly tailPopulationHz: number
  readonly globalPopulationHz: number
  readonly maxRateHz: number
  readonly minRateHz: number
}

/**
 * @example
 * const env = await make('EI1')
 * const { hasNan } = await env.call({ decoding: new Stability({ duration: 200, tailWindow: 100 }) })
 * hasNan // → false
 */
export class Stability extends SpikeDecoding<Required<StabilityOptions>, StabilityVerdict> {
  constructor(options: StabilityOptions) {
    const fields = {
      duration: timeAbove0(),
      tailWindow: timeAbove0(1000),
      maxRateHz: numberFrom0(20),
      minRateHz: numberFrom0(0.05),
      binSize: timeAbove0(100),
    }
    super(readOptions('Stability', fields, options))
  }

  decode(run: Run, env: Pick<DecodingEnv, 'gids'>): StabilityVerdict {
    const { tailWindow, maxRateHz, minRateHz, binSize } = this.options
    const rates = countsOfRun(run, binSize).map((count) => count / (binSize / 1000))
    const tail = Math.max(0, Math.floor((run.duration - tailWindow) / binSize + 1e-9))
    const tailPopulationHz = meanOf(rates.subarray(tail))
    const globalPopulationHz = meanOf(rates)
    const cells = Math.max(1, env.gids.length)
    const [tailMeanHz, globalMeanHz] = [tailPopulationHz / cells, globalPopulationHz / cells]
    const hasNan = isBroken(run)
    const isRunaway = tailMeanHz > maxRateHz
    const isQuiescent = globalMeanHz < minRateHz
    return {
      isStable: !(isRunaway || isQuiescent || hasNan),
      isRunaway,
      isQuiescent,
      hasNan,
      tailMeanHz,
      globalMeanHz,
      tailPopulationHz,
      globalPopulationHz,
      maxRateHz,
      minRateHz,
    }
  }
}

/** Whether any time or value is no number. */
const isBroken = (run: Run): boolean =>
  run.events().times.some((t) => !Number.isFinite(t)) ||
  (run.voltage ?? []).some((row) => row.some((v) => !Number.isFinite(v)))
