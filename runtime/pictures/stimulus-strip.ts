/** What was applied over time: a line for each channel that did something. */
import type { Block } from './block.ts'
import { type Frame, panel } from './panel.ts'
import { line, stepsPath } from './paths.ts'
import { padded, roomFor } from './scale.ts'
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
  const different = together(active)
  const shown = different.slice(0, mostLines)
  const values = shown.flatMap(({ points }) => points.map(([, value]) => value))
  const more = different.length > mostLines ? `; ${mostLines} of ${different.length} lines` : ''
  return panel({
    width,
    height: silent ? 98 : 130,
    title: unit === '' ? title : `${title} (${unit})`,
    note: plain ? '' : noteOn(active.length, columns.length) + more,
    x: { ...timeAxis(options), silent },
    y: { domain: padded(roomFor([0, ...values], 4)), ticks: 4 },
    legend: plain ? [] : shown.map(({ name }, k) => ({ text: name, series: firstSeries + k })),
    marks: (frame) =>
      shown.map((column, k) => drawn(column, firstSeries + k, { ...options, frame })).join(''),
  })
}

const ownSeries = 3

/** Columns that do the same have one line and all their names. */
function together(columns: readonly StimulusColumn[]): readonly StimulusColumn[] {
  const groups = new Map<string, StimulusColumn>()
  for (const column of columns) {
    const key = JSON.stringify(column.points)
    const known = groups.get(key)
    const name = known ? `${known.name}, ${column.name}` : column.name
    groups.set(key, { points: column.points, name })
  }
  return [...groups.values()]
}

function drawn(
  { points }: StimulusColumn,
  series: number,
  { t0, duration, frame }: StripOptions & { readonly frame: Frame },
): string {
  const last = points.at(-1)?.[1] ?? 0
  const moved = points.map(([t, value]) => [t0 + t, value] as const)
  const path = stepsPath([[t0, 0], ...moved, [t0 + duration, last]], frame)
  return line(path, { series, width: 1.5 })
}

function noteOn(active: number, all: number): string {
  if (active === 0) return 'nothing was applied'
  return active < all ? `${active} of ${all} active` : ''
}
