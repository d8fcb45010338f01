/** How active each population is over time, in spikes per second and cell. */
import type { Block } from './block.ts'
import { type Frame, panel } from './panel.ts'
import { area, line, samplesPath } from './paths.ts'
import { label, roomFor } from './scale.ts'
import { smoothRate } from './smooth-rate.ts'
import type { RasterOptions } from './spike-raster.ts'
import { timeAxis } from './time-axis.ts'

/** In ms: the usual one, less where the window is short, and more where it is long. */
function sigmaFor(duration: number): number {
  const sigma = Math.max(Math.min(20, duration / 25), duration / 250)
  return Number(sigma.toPrecision(1))
}

/** The raster names more. */
const mostNames = 4
const bins = 800

export function populationRate(options: RasterOptions): Block {
  const { width, populations, duration, silent = false } = options
  const sigma = sigmaFor(duration)
  const rates = populations.map((cells) =>
    smoothRate(timesOf(options, cells), { duration, cells: cells.count, sigma, bins }),
  )
  const highest = rates.reduce((top, rate) => rate.reduce((a, b) => Math.max(a, b), top), 0)
  return panel({
    width,
    height: silent ? 130 : 162,
    title: 'Population rate (Hz)',
    note: `per cell, smoothed with a Gaussian of ${label(sigma)} ms`,
    x: { ...timeAxis(options), silent },
    y: { domain: highest > 0 ? roomFor([0, highest], 4) : [0, 1], ticks: 4 },
    legend:
      populations.length > mostNames
        ? []
        : populations.map(({ name }, series) => ({ text: name, series })),
    marks: (frame) => rates.map((rate, k) => curve(rate, k, { ...options, frame })).join(''),
  })
}

function curve(
  rate: Float64Array,
  series: number,
  { t0, duration, populations, frame }: RasterOptions & { readonly frame: Frame },
): string {
  const step = duration / bins
  const path = samplesPath({ values: rate, from: t0 + step / 2, step }, frame)
  const [from, to] = [frame.x.at(t0 + step / 2), frame.x.at(t0 + duration - step / 2)]
  const below = area(path, { series, from, to, floor: frame.y.at(0) })
  return (populations.length === 1 ? below : '') + line(path, { series, width: 2 })
}

function timesOf({ spikes }: RasterOptions, { offset, count }: { offset: number; count: number }) {
  const times: number[] = []
  for (let k = 0; k < spikes.ids.length; k++) {
    const cell = (spikes.ids[k] ?? -1) - offset
    if (cell >= 0 && cell < count) times.push(spikes.times[k] ?? 0)
  }
  return times
}
