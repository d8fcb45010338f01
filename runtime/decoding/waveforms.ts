/** What the spikes of each population look like. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Run } from '../run.ts'
import { type CellsEnv, populationGids } from './cells-of.ts'
import { spikesByCell } from './count-spikes.ts'
import { type DecodingEnv, WindowDecoding } from './decoding.ts'
import { numbers, orNull, readOptions, text, texts, timeAbove0, wholeFrom } from './read-options.ts'
import { spikeWaveforms, type WaveformShape, waveformShape } from './spike-waveforms.ts'

export interface WaveformsOptions {
  readonly duration: number
  /** ms before the peak of a spike. */
  readonly preMs?: number
  /** ms after it. */
  readonly postMs?: number
  /** Where cells have sections: which of them. */
  readonly section?: string
  /** Which populations; all unless told. */
  readonly populations?: readonly string[] | null
  /** Of a population, the first so many spikes. */
  readonly maxSpikes?: number
  /** Which cells are recorded; all unless told. */
  readonly voltageGids?: readonly number[] | null
  /** ms from sample to sample. */
  readonly voltageDt?: number
}

export interface SpikeShapes {
  readonly dt: number
  readonly preMs: number
  /** mV, one row for each spike. */
  readonly waveforms: Readonly<Record<string, readonly Float64Array[]>>
  /** Of the mean waveform; null where no spike was caught whole. */
  readonly shape: Readonly<Record<string, WaveformShape | null>>
}

/**
 * @example
 * const env = await make('EI1')
 * const { shape } = await env.call({ decoding: new Waveforms({ duration: 50, voltageDt: 0.1 }) })
 * Object.keys(shape) // → ['EXC', 'INH']
 */
export class Waveforms extends WindowDecoding<Required<WaveformsOptions>, SpikeShapes> {
  constructor(options: WaveformsOptions) {
    const fields = {
      duration: timeAbove0(),
      preMs: timeAbove0(4),
      postMs: timeAbove0(10),
      section: text('soma'),
      populations: orNull(texts()),
      maxSpikes: wholeFrom(1, 500),
      voltageGids: orNull(numbers()),
      voltageDt: timeAbove0(0.025),
    }
    super(readOptions('Waveforms', fields, options))
  }

  setup(env: Pick<DecodingEnv, 'recordSpikes' | 'recordVoltage'>): void {
    const { voltageDt: dt, voltageGids: gids } = this.options
    env.recordSpikes()
    env.recordVoltage(undefined, { dt, ...(gids ? { gids } : {}) })
  }

  decode(run: Run, env: CellsEnv): SpikeShapes {
    const { preMs, postMs, maxSpikes, populations } = this.options
    const { dt } = run.series('voltage')
    const cut = { dt, pre: preMs, post: postMs }
    const rows = this.rowsByCell(run)
    const trains = spikesByCell(run)
    const all = populationGids(env, populations).map(({ name, gids }) => {
      const cuts = gids.flatMap((gid) => {
        const row = rows.get(gid)
        return row ? spikeWaveforms(row, trains.get(gid) ?? [], cut) : []
      })
      return [name, cuts.slice(0, maxSpikes)] as const
    })
    return {
      dt,
      preMs,
      waveforms: Object.fromEntries(all),
      shape: Object.fromEntries(all.map(([name, cuts]) => [name, waveformShape(cuts, dt)])),
    }
  }

  /** The voltage of each cell, in the section wanted where there are several. */
  private rowsByCell(run: Run): ReadonlyMap<number, Float64Array> {
    const { section } = this.options
    const { ids, sections } = run.series('voltage')
    const rows = run.signal('voltage')
    if (sections && !sections.includes(section)) {
      const known = [...new Set(sections)].join(', ')
      throw new UsageError(`No voltage was recorded in ${section}; it was in ${known}.`)
    }
    const kept = Array.from(ids, (gid, k) => [gid, rows[k] ?? new Float64Array(0)] as const)
    return new Map(kept.filter((_, k) => !sections || sections[k] === section))
  }
}
