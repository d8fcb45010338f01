/** How the rates of cells spread: some are silent, some busy. */
import type { Block } from './block.ts'
import { curvePanel, type Point } from './curve-panel.ts'
import { roomFor } from './scale.ts'
import type { RasterOptions } from './spike-raster.ts'

const most = 30

/** Fewer bins than cells, so that there is something to count. */
const binsFor = (cells: number): number =>
  Math.max(5, Math.min(most, Math.round(Math.sqrt(cells) * 2)))

export function cellRates({ width, populations, spikes, duration }: RasterOptions): Block {
  const counts = new Map<number, number>()
  for (let k = 0; k < spikes.ids.length; k++) {
    const id = spikes.ids[k] ?? -1
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const rates = populations.map(({ offset, count }) =>
    Array.from({ length: count }, (_, k) => (1000 * (counts.get(offset + k) ?? 0)) / duration),
  )
  const highest = rates.flat().reduce((a, b) => Math.max(a, b), 0)
  const domain = highest > 0 ? ([0, roomFor([0, highest])[1]] as const) : ([0, 1] as const)
  const silent = rates.flat().filter((rate) => rate === 0).length
  return curvePanel({
    width,
    height: 230,
    title: 'Cells by rate (%)',
    note: silent === 0 ? 'none is silent' : `${silent} silent`,
    x: { domain, label: 'rate (Hz)', ticks: 5 },
    including: [0],
    curves: rates.map((own, series) => ({
      name: populations[series]?.name ?? '',
      series,
      points: steps(own, binsFor(own.length), domain[1]),
    })),
  })
}

/** The outline of bars. */
function steps(rates: readonly number[], bins: number, top: number): readonly Point[] {
  const counts = Array.from({ length: bins }, () => 0)
  for (const rate of rates) {
    const bin = Math.min(bins - 1, Math.floor((rate / top) * bins))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const shares = counts.map((count) => (100 * count) / Math.max(1, rates.length))
  return shares.flatMap((share, k): Point[] => [
    [(k * top) / bins, share],
    [((k + 1) * top) / bins, share],
  ])
}
