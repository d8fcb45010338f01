/** Where things are: cells by population, electrodes with their numbers, and some of the connections. */
import type { SystemParts } from '../../systems/system.ts'
import type { Block } from './block.ts'
import { type LegendEntry, leftMargin, panel, type Frame } from './panel.ts'
import { electrodeMarks } from './electrode-marks.ts'
import { countConnections } from './pathways.ts'
import { countLabel, type Interval } from './scale.ts'
import { sampleConnections } from './sample-connections.ts'
import { short, tag } from './svg.ts'
import { seriesOf } from './theme.ts'

export interface MapOptions extends Pick<SystemParts, 'populations' | 'projections'> {
  readonly width: number
  /** id, x, y, z of each electrode, in um. */
  readonly electrodes?: readonly (readonly number[])[]
  /** Ids of electrodes that stimulated. */
  readonly stimulated?: Iterable<number>
  readonly title?: string
}

/** More lines are a carpet. */
const mostConnections = 2500

export function electrodeMap(options: MapOptions): Block {
  const { width, populations, electrodes = [], title = 'Map' } = options
  const stimulated = new Set(options.stimulated ?? [])
  const [across, along] = extents(options)
  const inner = width - leftMargin - 12
  const aspect = sizeOf(along) / sizeOf(across)
  const tall = aspect * inner
  const legend: LegendEntry[] = populations.flatMap(({ name, count }, series) =>
    count > 0 ? [{ text: name, series }] : [],
  )
  const marked: LegendEntry[] = stimulated.size > 0 ? [{ text: 'stimulated', series: 'mark' }] : []
  return panel({
    width,
    height: tall + 26 + 40,
    title: `${title} (µm)`,
    note: electrodes.length > 1 ? `${countLabel(electrodes.length)} electrodes` : '',
    x: { domain: across, label: noteOn(options), ticks: 6 },
    y: { domain: along, ticks: Math.max(2, Math.round(6 * aspect)) },
    legend: [...legend, ...marked],
    marks: (frame) =>
      [
        ...connectionLines(options, frame),
        ...cellDots(options, frame),
        electrodeMarks(electrodes, stimulated, frame),
      ].join(''),
  })
}

function noteOn({ projections }: MapOptions): string {
  const total = countConnections({ projections })
  if (total === 0) return ''
  return total > mostConnections
    ? `${countLabel(mostConnections)} of ${countLabel(total)} connections drawn`
    : `${countLabel(total)} connections`
}

/** Around everything, with the same scale both ways, neither too flat nor too tall. */
function extents({ populations, electrodes = [] }: MapOptions): readonly [Interval, Interval] {
  const xs: number[] = electrodes.map(([, x = 0]) => x)
  const ys: number[] = electrodes.map(([, , y = 0]) => y)
  for (const { coordinates = new Float64Array() } of populations) {
    for (let k = 0; k + 2 < coordinates.length; k += 3) {
      xs.push(coordinates[k] ?? 0)
      ys.push(coordinates[k + 1] ?? 0)
    }
  }
  const [across, along] = [ends(xs), ends(ys)]
  const [width, height] = [sizeOf(across), sizeOf(along)]
  const pad = Math.max(width, height, 1) * 0.06
  return [
    around(across, Math.max(width, height / tallest) + 2 * pad),
    around(along, Math.max(height, width * flattest) + 2 * pad),
  ]
}

/** Height for each pixel of width. */
const tallest = 1.2
const flattest = 0.3

const sizeOf = ([low, high]: Interval): number => high - low

const around = ([low, high]: Interval, size: number): Interval => {
  const middle = (low + high) / 2
  return [middle - size / 2, middle + size / 2]
}

function ends(values: readonly number[]): Interval {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  return low <= high ? [low, high] : [0, 100]
}

/** One path for each population, of points with round ends. */
function cellDots({ populations }: MapOptions, { x, y, width, height }: Frame): readonly string[] {
  const cells = populations.reduce((sum, { count }) => sum + count, 0)
  const radius = Math.max(1, Math.min(5, 0.22 * Math.sqrt((width * height) / Math.max(1, cells))))
  return populations.map(({ coordinates = new Float64Array() }, series) => {
    let d = ''
    for (let k = 0; k + 2 < coordinates.length; k += 3) {
      d += `M${short(x.at(coordinates[k] ?? 0))} ${short(y.at(coordinates[k + 1] ?? 0))}h0`
    }
    return tag('path', {
      class: `s${seriesOf(series)}`,
      d,
      'stroke-width': 2 * radius,
      'stroke-linecap': 'round',
      fill: 'none',
    })
  })
}

/** Thin lines in the colour of the cells they come from, fainter where they cover more. */
function connectionLines(options: MapOptions, { x, y, width, height }: Frame): readonly string[] {
  const lines = sampleConnections(options, mostConnections).map(({ pre, from, to }) => {
    return { pre, start: [x.at(from[0]), y.at(from[1])], end: [x.at(to[0]), y.at(to[1])] } as const
  })
  const total = lines.reduce((sum, { start, end }) => {
    return sum + Math.hypot(end[0] - start[0], end[1] - start[1])
  }, 0)
  const cover = (lineWidth * total) / (width * height)
  const opacity = Math.max(0.14, Math.min(0.6, 0.3 / Math.max(cover, 1e-9)))
  return options.populations.map(({ name }, series) => {
    const d = lines.flatMap(({ pre, start, end }) =>
      pre === name
        ? [`M${short(start[0])} ${short(start[1])}L${short(end[0])} ${short(end[1])}`]
        : [],
    )
    if (d.length === 0) return ''
    return tag('path', {
      class: `s${seriesOf(series)}`,
      d: d.join(''),
      'stroke-width': lineWidth,
      'stroke-opacity': opacity,
      fill: 'none',
    })
  })
}

const lineWidth = 0.7
