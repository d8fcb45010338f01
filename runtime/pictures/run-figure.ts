/** What a run looked like: spikes, rates, voltages and the stimulus, on one axis of time. */
import { type Block, stack } from './block.ts'
import { pageWidth } from './page.ts'
import { populationRate } from './population-rate.ts'
import { type Cells, spikeRaster } from './spike-raster.ts'
import { type StimulusTrace, stimulusStrip } from './stimulus-strip.ts'
import { voltageTraces } from './voltage-traces.ts'
import type { Run } from '../run.ts'

export interface RunFigureOptions {
  readonly width?: number
  /** What the cells were told, in the order of its drawing. */
  readonly stimuli?: readonly StimulusTrace[]
  /** At most so many voltages. */
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
  const { voltage: rows, voltageIds: ids, voltageDt: dt, voltageSections: sections } = run
  const parts: ((silent: boolean) => Block)[] = []
  for (const stimulus of stimuli) {
    parts.push((silent) => stimulusStrip({ ...window, stimulus, silent }))
  }
  if (spikes) {
    parts.push((silent) => spikeRaster({ ...window, spikes, silent }))
    parts.push((silent) => populationRate({ ...window, spikes, silent }))
  }
  if (rows && ids && dt !== null) {
    const voltage = { ids, rows, dt, sections }
    const told = spikes ? { spikes } : {}
    parts.push((silent) => voltageTraces({ ...window, voltage, ...told, most: traces, silent }))
  }
  return stack(
    parts.map((draw, k) => draw(k < parts.length - 1)),
    6,
  )
}
