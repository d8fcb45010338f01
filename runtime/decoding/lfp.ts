/** Local field potentials: what electrodes measure of membrane currents, and the power of its rhythms. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Run } from '../run.ts'
import { type DecodingEnv, WindowDecoding } from './decoding.ts'
import { everyNth, lowPass } from './low-pass.ts'
import { bandPower, welch } from './power-spectrum.ts'
import {
  anythingThat,
  numberAbove0,
  numbers,
  orNull,
  readOptions,
  timeAbove0,
  wholeFrom,
} from './read-options.ts'

/** Hz, from and to. */
export type Bands = Readonly<Record<string, readonly [number, number]>>

export interface LFPOptions {
  readonly duration: number
  /** Ids of electrodes; all unless told. */
  readonly channels?: readonly number[] | null
  /** Samples in a second at most; what is faster than half of it must be filtered out before. */
  readonly downsampleHz?: number
  /** Takes out what is faster, before samples are left out. */
  readonly lowpassHz?: number | null
  readonly lowpassOrder?: number
  /** The usual bands, or one's own. */
  readonly computeBandPower?: boolean | Bands
  /** Samples in a window of the spectrum, at most. */
  readonly nperseg?: number
  /** Samples that windows share; half of them unless told. */
  readonly noverlap?: number | null
}

export interface FieldPotentials {
  /** uV, one row for each channel. */
  readonly lfp: readonly Float32Array[]
  readonly sampleRateHz: number
  readonly nChannels: number
  readonly nSamples: number
  /** uV², of the mean of all channels; where it was asked for. */
  readonly bandPower?: Readonly<Record<string, number>>
  /** The same, of all power there is. */
  readonly relativeBandPower?: Readonly<Record<string, number>>
  readonly broadband?: number
}

const usualBands: Bands = {
  delta: [1, 4],
  theta: [4, 8],
  alpha: [8, 13],
  beta: [13, 30],
  gamma: [30, 80],
}

const areBands = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  (typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((band) => Array.isArray(band) && band[0] < band[1]))

type LFPEnv = Pick<DecodingEnv, 'io' | 'potentialRecording'>

/**
 * @example
 * const env = await make('EI1', { model: 'reduced-calcium-culture' })
 * const decoding = new LFP({ duration: 20, downsampleHz: 1000, lowpassHz: 400 })
 * const { nChannels, nSamples } = await env.call({ decoding })
 * nChannels === env.io.numChannels // → true
 * nSamples // → 20
 */
export class LFP extends WindowDecoding<Required<LFPOptions>, FieldPotentials> {
  constructor(options: LFPOptions) {
    const fields = {
      duration: timeAbove0(),
      channels: orNull(numbers()),
      downsampleHz: numberAbove0(1000),
      lowpassHz: orNull(numberAbove0()),
      lowpassOrder: wholeFrom(1, 4),
      computeBandPower: anythingThat<boolean | Bands>(
        'true, false, or bands such as { theta: [4, 8] }',
        areBands,
        false,
      ),
      nperseg: wholeFrom(2, 2048),
      noverlap: orNull(wholeFrom(0)),
    }
    super(readOptions('LFP', fields, options))
  }

  setup(env: Pick<DecodingEnv, 'recordMembraneCurrent'>): void {
    env.recordMembraneCurrent()
  }

  decode(run: Run, env: LFPEnv): FieldPotentials {
    if (!run.current) return { lfp: [], sampleRateHz: 0, nChannels: 0, nSamples: 0 }
    const { downsampleHz, lowpassHz: cutoff, lowpassOrder: order } = this.options
    const potentials = this.chosen(env.potentialRecording(run.current), env.io.channelIds)
    const rate = (1000 * (potentials[0]?.length ?? 0)) / run.duration
    const factor = Math.max(1, Math.floor(rate / downsampleHz + 1e-9))
    const rows = potentials
      .map((row) => (cutoff === null ? row : lowPass(row, { rate, cutoff, order })))
      .map((row) => everyNth(row, factor))
    const sampleRateHz = rate / factor
    return {
      lfp: rows.map((row) => Float32Array.from(row)),
      sampleRateHz,
      nChannels: rows.length,
      nSamples: rows[0]?.length ?? 0,
      ...this.powers(rows, sampleRateHz),
    }
  }

  private chosen(
    potentials: readonly Float64Array[],
    ids: ArrayLike<number>,
  ): readonly Float64Array[] {
    const all = Array.from(ids)
    return (this.options.channels ?? all).map((id) => {
      const row = potentials[all.indexOf(id)]
      if (row) return row
      throw new UsageError(`There is no channel ${id}; there is ${all.join(', ') || 'none'}.`)
    })
  }

  private powers(rows: readonly Float64Array[], rate: number): Partial<FieldPotentials> {
    const { computeBandPower, nperseg, noverlap } = this.options
    const [first] = rows
    if (computeBandPower === false || !first || first.length < 2) return {}
    const mean = first.map(
      (_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length,
    )
    const window = Math.min(nperseg, mean.length)
    const shared = noverlap ?? Math.floor(window / 2)
    const spectrum = welch(mean, { rate, nperseg: window, noverlap: shared })
    const broadband = bandPower(spectrum)
    const bands = Object.entries(computeBandPower === true ? usualBands : computeBandPower)
    const powers = bands.map(([name, band]) => [name, bandPower(spectrum, band)] as const)
    return {
      bandPower: Object.fromEntries(powers),
      relativeBandPower: Object.fromEntries(
        powers.map(([name, power]) => [name, broadband > 0 ? power / broadband : 0]),
      ),
      broadband,
    }
  }
}
