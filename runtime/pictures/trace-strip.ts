/** One quantity of one cell over time, with dashes where it spiked. */
import type { Block } from './block.ts'
import { type Frame, panel } from './panel.ts'
import { line, samplesPath } from './paths.ts'
import { type Interval, roomFor } from './scale.ts'
import { short } from './svg.ts'
import { timeAxis, type Window } from './time-axis.ts'

export interface StripOfTrace extends Window {
  readonly width: number
  readonly title: string
  readonly note?: string
  readonly values: ArrayLike<number>
  /** ms from sample to sample. */
  readonly step: number
  /** In ms from the beginning of the window. */
  readonly spikes?: ArrayLike<number>
  /** What fits the values, unless told. */
  readonly domain?: Interval
  readonly series: number
  readonly silent?: boolean
}

const innerHeight = 62
/** Of the domain, for the dashes above it. */
const headroom = 0.18

export function traceStrip(options: StripOfTrace): Block {
  const { width, title, note = '', values, series, silent = false, t0 } = options
  const [low, high] = options.domain ?? roomFor(Array.from(values), 4)
  return panel({
    width,
    height: innerHeight + 26 + (silent ? 8 : 40),
    title,
    note,
    x: { ...timeAxis(options), silent },
    y: { domain: [low, high + (high - low) * headroom], ticks: 4 },
    marks: (frame) =>
      line(samplesPath({ values, from: t0, step: options.step }, frame), { series, width: 1.4 }) +
      line(dashes(options, frame), { series, width: 1.6 }),
  })
}

/** A reset hides how high the voltage would have been. */
function dashes({ spikes = [], t0 }: StripOfTrace, { x }: Frame): string {
  return Array.from(spikes, (t) => `M${short(x.at(t0 + t))} 1v7`).join('')
}
