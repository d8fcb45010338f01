/** What a culture did, and where: the panels of a run, the map of its cells and electrodes, and how rates spread. */
import type { SystemParts } from '../../systems/system.ts'
import type { Run } from '../run.ts'
import { beside, type Block, stack } from './block.ts'
import { cellRates } from './cell-rates.ts'
import { electrodeMap } from './electrode-map.ts'
import { pageWidth } from './page.ts'
import { type RunFigureOptions, runFigure } from './run-figure.ts'

export interface CultureFigureOptions extends RunFigureOptions {
  readonly system?: Pick<SystemParts, 'populations' | 'projections'>
  /** id, x, y, z of each, in um. */
  readonly electrodes?: readonly (readonly number[])[]
  /** Ids of those that stimulated. */
  readonly stimulated?: Iterable<number>
}

const gap = 16

/**
 * The panels of a run, above the map of the system where it is given.
 *
 * @example
 * const env = await make('EI1')
 * const run = await env.recordSpikes().run(50)
 * const drawing = page(cultureFigure(run), { title: 'EI1', subtitle: 'by itself' })
 * drawing.startsWith('<svg') // → true
 * await env.close()
 */
export function cultureFigure(run: Run, options: CultureFigureOptions = {}): Block {
  const { system, electrodes = [], stimulated = [], width = pageWidth } = options
  const panels = runFigure(run, options)
  const half = (width - gap) / 2
  const hasPlaces = system?.populations.some(({ coordinates }) => coordinates !== undefined)
  const map =
    system && hasPlaces ? [electrodeMap({ ...system, width: half, electrodes, stimulated })] : []
  const spikes = run.channel('spikes')
  const { t0, duration, populations } = run
  const rates =
    spikes?.kind === 'events' ? [cellRates({ width: half, t0, duration, populations, spikes })] : []
  return map.length === 0 ? panels : stack([panels, beside([...map, ...rates], gap)], gap)
}
