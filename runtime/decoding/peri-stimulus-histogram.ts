/** When populations fire around a stimulus, over all its repetitions. */
import type { Run } from '../run.ts'
import { type CellsEnv, type Members, populationGids } from './cells-of.ts'
import { countsIn } from './count-spikes.ts'
import { SpikeDecoding } from './decoding.ts'
import { numbers, orNull, readOptions, texts, timeAbove0, timeFrom0 } from './read-options.ts'

export interface PeriStimulusHistogramOptions {
  readonly duration: number
  /** When stimuli begin, in ms. */
  readonly onsets: readonly number[]
  readonly preMs?: number
  readonly postMs?: number
  readonly binSize?: number
  /** Which populations; all unless told. */
  readonly populations?: readonly string[] | null
}

export interface PeriStimulus {
  /** ms from the onset; one more than there are bins. */
  readonly edges: Float64Array
  readonly nTrials: number
  readonly nUnits: Readonly<Record<string, number>>
  /** Spikes of a population in each bin, for each trial. */
  readonly counts: Readonly<Record<string, Float64Array>>
  /** ms from the onset, trial after trial. */
  readonly spikeTimes: Readonly<Record<string, Float64Array>>
  readonly spikeIds: Readonly<Record<string, Int32Array>>
}

/** ms around the onsets. */
export interface Around {
  readonly onsets: readonly number[]
  readonly pre: number
  readonly post: number
  readonly binSize: number
}

export function peristimulus(run: Run, groups: readonly Members[], around: Around): PeriStimulus {
  const { onsets, pre, post, binSize } = around
  const count = Math.max(1, Math.ceil((pre + post) / binSize - 1e-9))
  const bins = { from: -pre, to: -pre + count * binSize, count }
  const spikes = groups.map(({ gids }) => spikesAround(run, new Set(gids), around))
  const table = <T>(of: (k: number) => T): Readonly<Record<string, T>> =>
    Object.fromEntries(groups.map(({ name }, k) => [name, of(k)]))
  const timesOf = (k: number): Float64Array => Float64Array.from(spikes[k] ?? [], ({ t }) => t)
  return {
    edges: Float64Array.from({ length: count + 1 }, (_, k) => k * binSize - pre),
    nTrials: onsets.length,
    nUnits: table((k) => groups[k]?.gids.length ?? 0),
    counts: table((k) => countsIn(timesOf(k), bins).map((n) => n / Math.max(1, onsets.length))),
    spikeTimes: table(timesOf),
    spikeIds: table((k) => Int32Array.from(spikes[k] ?? [], ({ id }) => id)),
  }
}

interface Spike {
  readonly id: number
  readonly t: number
}

function spikesAround(
  run: Run,
  wanted: ReadonlySet<number>,
  { onsets, pre, post }: Around,
): readonly Spike[] {
  const { ids, times } = run.events()
  const spikes: Spike[] = []
  for (const onset of onsets) {
    for (let k = 0; k < times.length; k++) {
      const [id, t] = [ids[k] ?? -1, (times[k] ?? 0) - onset]
      if (t >= -pre && t < post && wanted.has(id)) spikes.push({ id, t })
    }
  }
  return spikes
}

/**
 * @example
 * const env = await make('EI1')
 * const { counts, edges } = await env.call({
 *   decoding: new PeriStimulusHistogram({ duration: 200, onsets: [100], preMs: 20, postMs: 30 }),
 * })
 * edges.length // → 11
 * Object.keys(counts) // → ['EXC', 'INH']
 */
export class PeriStimulusHistogram extends SpikeDecoding<
  Required<PeriStimulusHistogramOptions>,
  PeriStimulus
> {
  constructor(options: PeriStimulusHistogramOptions) {
    const fields = {
      duration: timeAbove0(),
      onsets: numbers(),
      preMs: timeFrom0(50),
      postMs: timeAbove0(150),
      binSize: timeAbove0(5),
      populations: orNull(texts()),
    }
    super(readOptions('PeriStimulusHistogram', fields, options))
  }

  decode(run: Run, env: CellsEnv): PeriStimulus {
    const { onsets, preMs: pre, postMs: post, binSize, populations } = this.options
    return peristimulus(run, populationGids(env, populations), { onsets, pre, post, binSize })
  }
}
