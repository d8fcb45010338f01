/** One picture within a picture: what it shows and in which unit above, axes with round ticks around, marks inside. */
import type { Block } from './block.ts'
import { type Interval, label, linearScale, type Scale, ticksOf } from './scale.ts'
import { group, pieces, tag, words } from './svg.ts'
import { shortened, textWidth } from './text-width.ts'
import { seriesOf } from './theme.ts'

/** Where marks are drawn: from 0, 0 to width, height; what is outside is cut off. */
export interface Frame {
  readonly x: Scale
  readonly y: Scale
  readonly width: number
  readonly height: number
}

export interface Axis {
  readonly domain: Interval
  /** Stands below the axis; for y in the title of the panel. */
  readonly label?: string
  /** At most so many. */
  readonly ticks?: number
  /** Texts count in so many: 1000 where ms are told in seconds. */
  readonly unit?: number
  /** Texts at values of one's own. */
  readonly names?: readonly AxisName[]
  /** Without texts: the axis of a panel below is meant. */
  readonly silent?: boolean
}

export interface AxisName {
  readonly at: number
  readonly text: string
  /** The colour of this series. */
  readonly series?: number
}

export interface LegendEntry {
  readonly text: string
  readonly series: number | 'mark'
}

export interface PanelOptions {
  readonly width: number
  readonly height: number
  /** What is shown, and in brackets its unit. */
  readonly title: string
  /** How it was made. */
  readonly note?: string
  readonly x: Axis
  readonly y: Axis
  readonly legend?: readonly LegendEntry[]
  readonly marks: (frame: Frame) => string
}

/** The same for all panels, so that those below each other share their time. */
export const leftMargin = 62
const rightMargin = 12
export const sideMargins = leftMargin + rightMargin
const type = { title: 14, small: 12 } as const
const titleHeight = 26

export function panel(options: PanelOptions): Block {
  const { width, height, x, y, marks } = options
  const foot = x.silent ? 8 : x.label === undefined ? 22 : 40
  const frame: Frame = {
    width: width - leftMargin - rightMargin,
    height: height - titleHeight - foot,
    x: linearScale(x.domain, [0, width - leftMargin - rightMargin]),
    y: linearScale(y.domain, [height - titleHeight - foot, 0]),
  }
  const inside = tag(
    'svg',
    { width: frame.width, height: frame.height, overflow: 'hidden' },
    marks(frame),
  )
  const drawing = [
    heading(options),
    group(
      leftMargin,
      titleHeight,
      grid(frame, options),
      inside,
      xTexts(frame, x),
      yTexts(frame, y),
    ),
  ]
  return { width, height, drawing: drawing.join('\n') }
}

function heading({ title, note = '', legend = [], width }: PanelOptions): string {
  const across = width - sideMargins
  const shown = shortened(title, across, type.title)
  const after = textWidth(shown, type.title) + 10
  const entries = legendOf(legend, across - after)
  const left = width - rightMargin - entries.width
  const room = across - after - entries.width - 10
  const fits = textWidth(note, type.small) <= room || room > leastForPart
  const about = fits ? shortened(note, room, type.small) : ''
  return [
    pieces(
      [
        { text: shown, class: 'ink', 'font-size': type.title, 'font-weight': '600' },
        { text: about, class: 'dim', 'font-size': type.small, dx: 10 },
      ],
      { x: leftMargin, y: 16 },
    ),
    group(left, 0, entries.drawing),
  ].join('')
}

/** Pixels; in less of them a part of a note says nothing. */
const leastForPart = 150

/** Dots with names, as many as fit. */
function legendOf(legend: readonly LegendEntry[], room: number) {
  const drawings: string[] = []
  let x = 0
  for (const { text, series } of legend) {
    const shown = shortened(text, 150, type.small)
    const needed = 28 + textWidth(shown, type.small)
    if (x + needed > room) break
    drawings.push(
      tag('circle', {
        class: series === 'mark' ? 'mark' : `f${seriesOf(series)}`,
        cx: x + 14,
        cy: 12,
        r: 5,
      }),
      words(shown, { class: 'ink', x: x + 23, y: 16, 'font-size': type.small }),
    )
    x += needed
  }
  return { drawing: drawings.join(''), width: x }
}

/** Lines at the ticks of y, and one at the foot. */
function grid({ x, y, width, height }: Frame, options: PanelOptions): string {
  const lines = options.y.names
    ? []
    : ticksOn(options.y, 5).map(({ at }) => `M0 ${half(y.at(at))}H${width}`)
  const marks = options.x.names
    ? []
    : ticksOn(options.x, 8).map(({ at }) => `M${half(x.at(at))} ${height}v4`)
  return tag('path', {
    class: 'rule',
    d: [...lines, `M0 ${half(height)}H${width}`, ...marks].join(''),
    fill: 'none',
  })
}

function ticksOn({ domain, ticks, unit = 1, names }: Axis, most: number): readonly AxisName[] {
  if (names) return names
  const [from, to] = domain
  const values = ticksOf([from / unit, to / unit], ticks ?? most)
  return values.map((value) => ({ at: value * unit, text: label(value) }))
}

/** Thin lines are sharp between pixels. */
const half = (place: number): number => Math.round(place) + 0.5

function xTexts({ x, width, height }: Frame, axis: Axis): string {
  if (axis.silent) return ''
  const texts = ticksOn(axis, 8).map(({ at, text, series }) =>
    words(text, {
      class: series === undefined ? 'dim' : `f${seriesOf(series)}`,
      x: x.at(at),
      y: height + 17,
      'font-size': type.small,
      'text-anchor': 'middle',
    }),
  )
  const what = words(shortened(axis.label ?? '', width, type.small), {
    class: 'dim',
    x: width / 2,
    y: height + 34,
    'font-size': type.small,
    'text-anchor': 'middle',
  })
  return [...texts, what].join('')
}

function yTexts({ y }: Frame, axis: Axis): string {
  if (axis.silent) return ''
  return ticksOn(axis, 5)
    .map(({ at, text, series }) =>
      words(shortened(text, leftMargin - 10, type.small), {
        class: series === undefined ? 'dim' : `f${seriesOf(series)}`,
        x: -8,
        y: y.at(at) + 4,
        'font-size': type.small,
        'text-anchor': 'end',
        ...(series === undefined ? {} : { 'font-weight': '600' }),
      }),
    )
    .join('')
}
