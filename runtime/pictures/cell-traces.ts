/** One quantity of a few cells, each on a strip of its own, with its spikes: the voltage, unless it is told what. */
import { type Block, stack } from './block.ts'
import type { Cells, Spikes } from './spike-raster.ts'
import type { Window } from './time-axis.ts'
import { traceStrip } from './trace-strip.ts'
import { withUnit } from './with-unit.ts'

export interface Traces {
  /** `Voltage (mV)` is `{ name: 'Voltage', unit: 'mV' }`. */
  readonly quantity?: { readonly name: string; readonly unit: string }
  readonly ids: ArrayLike<number>
  readonly rows: readonly ArrayLike<number>[]
  /** ms from sample to sample. */
  readonly dt: number
  /** Parts of cells, one for each row. */
  readonly sections?: readonly string[] | null
}

export interface TracesOptions extends Window {
  readonly width: number
  readonly populations: readonly Cells[]
  readonly traces: Traces
  readonly spikes?: Spikes
  /** At most so many strips. */
  readonly most?: number
  readonly silent?: boolean
}

export function cellTraces(options: TracesOptions): Block {
  const { traces, most = 4, silent = false } = options
  const chosen = chooseRows(options, most)
  const total = traces.rows.length
  const few = chosen.length < total ? `${chosen.length} of ${total} recorded` : ''
  const note = [few, options.spikes ? 'dashes above: spikes' : ''].filter((each) => each).join('; ')
  const strips = chosen.map((row, k) => {
    const isLast = k === chosen.length - 1
    return strip(options, {
      row,
      title: titleOf(options, row),
      note: k === 0 ? note : '',
      silent: silent || !isLast,
    })
  })
  return stack(strips)
}

interface Strip {
  readonly row: number
  readonly title: string
  readonly note: string
  readonly silent: boolean
}

function strip(options: TracesOptions, { row, title, note, silent }: Strip): Block {
  const { width, traces, spikes, t0, duration } = options
  return traceStrip({
    width,
    t0,
    duration,
    title,
    note,
    values: traces.rows[row] ?? [],
    step: traces.dt,
    spikes: spikes ? timesOf(spikes, traces.ids[row] ?? -1) : [],
    series: populationOf(options, row),
    silent,
  })
}

function timesOf({ ids, times }: Spikes, cell: number): readonly number[] {
  return Array.from(times).filter((_, k) => ids[k] === cell)
}

function titleOf({ traces, populations }: TracesOptions, row: number): string {
  const id = traces.ids[row] ?? -1
  const section = traces.sections?.[row]
  const own = populations.find(({ offset, count }) => id >= offset && id < offset + count)
  const cell = own ? `${own.name} ${id}` : `cell ${id}`
  const { name, unit } = traces.quantity ?? { name: 'Voltage', unit: 'mV' }
  return withUnit(`${name} of ${cell}${section ? `, ${section}` : ''}`, unit)
}

function populationOf({ traces, populations }: TracesOptions, row: number): number {
  const id = traces.ids[row] ?? -1
  const found = populations.findIndex(({ offset, count }) => id >= offset && id < offset + count)
  return Math.max(0, found)
}

/** Rows from all populations in turn: cells before their further parts, and those that spike before others. */
function chooseRows(options: TracesOptions, most: number): readonly number[] {
  const { traces, spikes } = options
  const spiking = new Set(spikes ? Array.from(spikes.ids) : [])
  const rows = traces.rows.map((_, row) => row)
  const first = new Map(rows.map((row) => [traces.ids[row], row] as const).reverse())
  const rank = (row: number): number => {
    const id = traces.ids[row] ?? -1
    return (first.get(id) === row ? 0 : 2) + (spiking.has(id) ? 0 : 1)
  }
  const byPopulation = new Map<number, number[]>()
  for (const row of rows.sort((a, b) => rank(a) - rank(b) || a - b)) {
    const own = populationOf(options, row)
    byPopulation.set(own, [...(byPopulation.get(own) ?? []), row])
  }
  const queues = [...byPopulation.entries()].sort(([a], [b]) => a - b).map(([, queue]) => queue)
  const chosen: number[] = []
  for (let turn = 0; chosen.length < most && queues.some((queue) => turn < queue.length); turn++) {
    chosen.push(...queues.flatMap((queue) => queue[turn] ?? []))
  }
  return chosen
    .slice(0, most)
    .sort((a, b) => populationOf(options, a) - populationOf(options, b) || a - b)
}
