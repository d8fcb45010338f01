/** What a run looked like: spikes, rates, voltages, whatever else was recorded, and the stimulus, on one axis of time. */
import { type Block, stack } from './block.ts'
import { cellTraces, type Traces } from './cell-traces.ts'
import { pageWidth } from './page.ts'
import { populationRate } from './population-rate.ts'
import { type Cells, spikeRaster } from './spike-raster.ts'
import { type StimulusTrace, stimulusStrip } from './stimulus-strip.ts'
import type { Run } from '../run.ts'

export interface RunFigureOptions {
  readonly width?: number
  /** What the cells were told, in the order of its drawing. */
  readonly stimuli?: readonly StimulusTrace[]
  /** At most so many cells of each quantity. */
  readonly traces?: number
}

/** The panels of a run, as far as it recorded what they show. */
export function runFigure(run: Run, options: RunFigureOptions = {}): Block {
  const { width = pageWidth, stimuli = [], traces = 4 } = options
  const { t0, duration } = run
  const populations: readonly Cells[] = run.populations
  const window = { width, t0, duration, populations }
  const events = run.channel('spikes')
  const spikes = events?.kind === 'events' ? events : undefined
  const parts: ((silent: boolean) => Block)[] = []
  for (const stimulus of stimuli) {
    parts.push((silent) => stimulusStrip({ ...window, stimulus, silent }))
  }
  if (spikes) {
    parts.push((silent) => spikeRaster({ ...window, spikes, silent }))
    parts.push((silent) => populationRate({ ...window, spikes, silent }))
  }
  for (const each of tracesOf(run)) {
    const told = spikes ? { spikes } : {}
    parts.push((silent) => cellTraces({ ...window, traces: each, ...told, most: traces, silent }))
  }
  return stack(
    parts.map((draw, k) => draw(k < parts.length - 1)),
    6,
  )
}

/** Series of cells; those of connections, `EXC_INH_AMPA.weight`, have no cell to stand for. */
function tracesOf(run: Run): readonly Traces[] {
  const { channels, populations } = run
  const isOfConnections = (name: string): boolean =>
    populations.some((each) => name.startsWith(`${each.name}_`))
  return [...channels].flatMap(([name, channel]) => {
    if (channel.kind !== 'series' || isOfConnections(name)) return []
    const { ids, dt, sections = null, unit = '' } = channel
    const quantity = name === 'voltage' ? { name: 'Voltage', unit: 'mV' } : { name, unit }
    return [{ quantity, ids, rows: run.signal(name), dt, sections }]
  })
}
