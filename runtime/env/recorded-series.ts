/** A quantity that is recorded of several populations, or of several parts of cells, as one channel. */
import type { Recorder } from '../engine/recorder.ts'
import type { Series } from '../signals/channel.ts'

export interface SeriesSource {
  readonly recorder: Recorder
  /** Of each of its rows. */
  readonly ids: Int32Array
  /** What its rows belong to, where rows are parts of cells. */
  readonly section?: string | undefined
}

export class RecordedSeries {
  readonly dt: number
  private readonly unit: string
  private readonly sources = new Map<string, SeriesSource>()
  private ids = new Int32Array(0)
  private sections: readonly string[] | undefined
  /** The row of each element, source by source. */
  private rows: readonly Int32Array[] = []

  constructor(dt: number, unit: string) {
    this.dt = dt
    this.unit = unit
  }

  source(key: string): SeriesSource | undefined {
    return this.sources.get(key)
  }

  get recorders(): readonly Recorder[] {
    return [...this.sources.values()].map(({ recorder }) => recorder)
  }

  add(key: string, source: SeriesSource): void {
    this.sources.set(key, source)
    const all = [...this.sources.values()]
    const labels = all.flatMap(({ ids, section }) => Array.from(ids, (id) => ({ id, section })))
    const hasParts = labels.some(({ section }) => section !== undefined)
    // The parts of each cell one after another; cells alone stay in the order in which they came.
    const order = Array.from(labels.keys())
    if (hasParts) order.sort((a, b) => (labels[a]?.id ?? 0) - (labels[b]?.id ?? 0) || a - b)
    this.ids = Int32Array.from(order, (k) => labels[k]?.id ?? 0)
    this.sections = hasParts ? order.map((k) => labels[k]?.section ?? '') : undefined
    const rows = new Int32Array(order.length)
    for (const [row, k] of order.entries()) rows[k] = row
    const ends = all.map((_, k) =>
      all.slice(0, k + 1).reduce((sum, { ids }) => sum + ids.length, 0),
    )
    this.rows = all.map(({ ids }, k) => rows.subarray((ends[k] ?? 0) - ids.length, ends[k]))
  }

  begin(tick: number): void {
    for (const { recorder } of this.sources.values()) recorder.begin(tick)
  }

  /** Everything from the beginning of the window to this tick. */
  take(tick: number): Series {
    const { ids, dt, unit, sections, rows } = this
    let samples = 0
    for (const { recorder } of this.sources.values()) samples = recorder.samplesAt(tick)
    const values = new Float64Array(ids.length * samples)
    let k = 0
    for (const { recorder } of this.sources.values()) {
      recorder.write(values, { tick, rows: rows[k++] ?? [] })
    }
    const series = { kind: 'series', ids, values, samples, dt, unit } as const
    return sections ? { ...series, sections } : series
  }
}
