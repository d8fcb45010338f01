/** What was applied over time: a line for each channel that did something. */
import type { Block } from './block.ts'
import { type Frame, panel } from './panel.ts'
import { line, type Stroke, stepsPath } from './paths.ts'
import { roomFor } from './scale.ts'
import { timeAxis, type Window } from './time-axis.ts'

export interface StimulusColumn {
  readonly name: string
  /** Time in ms from the beginning of the window, and the value from then on. */
  readonly points: readonly (readonly [t: number, value: number])[]
}

export interface StimulusTrace {
  /** Such as `Electrodes`. */
  readonly title: string
  readonly unit: string
  readonly columns: readonly StimulusColumn[]
}

export interface StripOptions extends Window {
  readonly width: number
  readonly stimulus: StimulusTrace
  readonly silent?: boolean
  /** Which colours its lines have: of their own, besides those of the first populations, unless told. */
  readonly firstSeries?: number
  /** Without a legend. */
  readonly plain?: boolean
}

/** More lines on top of each other say nothing. */
const mostLines = 6

export function stimulusStrip(options: StripOptions): Block {
  const { width, stimulus, silent = false, plain = false, firstSeries = ownSeries } = options
  const { title, unit, columns } = stimulus
  const active = columns.filter(({ points }) => points.some(([, value]) => value !== 0))
  const shown = active.slice(0, mostLines)
  const values = shown.flatMap(({ points }) => points.map(([, value]) => value))
  return panel({
    width,
    height: silent ? 98 : 130,
    title: unit === '' ? title : `${title} (${unit})`,
    note: plain ? '' : noteOn(active.length, columns.length),
    x: { ...timeAxis(options), silent },
    y: { domain: roomFor([0, ...values], 4), ticks: 4 },
    legend: plain ? [] : shown.map(({ name }, k) => ({ text: name, series: firstSeries + k })),
    marks: (frame) =>
      shown
        .map((column, k) => {
          const look = { series: firstSeries + k, width: 1.5 + 1.5 * (shown.length - 1 - k) }
          return drawn(column, look, { ...options, frame })
        })
        .join(''),
  })
}

const ownSeries = 3

/** Lines that lie on each other grow thinner towards the top, so that all of them are seen. */
function drawn(
  { points }: StimulusColumn,
  look: Stroke,
  { t0, duration, frame }: StripOptions & { readonly frame: Frame },
): string {
  const last = points.at(-1)?.[1] ?? 0
  const moved = points.map(([t, value]) => [t0 + t, value] as const)
  const path = stepsPath([[t0, 0], ...moved, [t0 + duration, last]], frame)
  return line(path, look)
}

function noteOn(active: number, all: number): string {
  if (active === 0) return 'nothing was applied'
  if (active > mostLines) return `${mostLines} of ${active} active, of ${all}`
  return active < all ? `${active} of ${all} active` : ''
}
