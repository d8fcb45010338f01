/** Who spiked when: a row for each cell, a colour for each population. */
import type { Block } from './block.ts'
import { panel, sideMargins } from './panel.ts'
import { tag } from './svg.ts'
import { countLabel } from './scale.ts'
import { seriesOf } from './theme.ts'
import { timeAxis, type Window } from './time-axis.ts'

export interface Cells {
  readonly name: string
  /** The gid of the first cell. */
  readonly offset: number
  readonly count: number
}

export interface Spikes {
  readonly ids: ArrayLike<number>
  /** In ms from the beginning of the window. */
  readonly times: ArrayLike<number>
}

export interface RasterOptions extends Window {
  readonly width: number
  readonly populations: readonly Cells[]
  readonly spikes: Spikes
  readonly silent?: boolean
}

/** A population and the rows of pixels that it has. */
interface Band {
  readonly cells: Cells
  readonly top: number
  readonly height: number
}

const gap = 6
const smallestBand = 18

export function spikeRaster(options: RasterOptions): Block {
  const { width, populations, spikes, silent = false } = options
  const tall = heightFor(populations)
  const bands = bandsOf(populations, tall)
  const cells = populations.reduce((sum, { count }) => sum + count, 0)
  const marks = bands.map((band) => markBand(band, options))
  const every = Math.max(1, ...marks.map(({ stride }) => stride))
  const few = every > 1 ? `; a row is one of ${every} cells` : ''
  const note = `${countLabel(spikes.ids.length)} spikes of ${countLabel(cells)} cells${few}`
  return panel({
    width,
    height: tall + 26 + (silent ? 8 : 40),
    title: 'Spikes by cell',
    note,
    x: { ...timeAxis(options), silent },
    y: {
      domain: [tall, 0],
      names: bands.map(({ cells: { name }, top, height }, k) => {
        return { at: top + height / 2, text: name, series: k }
      }),
    },
    marks: () => marks.map((band, k) => drawBand(band, k)).join(''),
  })
}

/** Rows stay visible as long as there are few; more cells than pixels share them. */
function heightFor(populations: readonly Cells[]): number {
  const cells = populations.reduce((sum, { count }) => sum + count, 0)
  const least = populations.length * (smallestBand + gap)
  return Math.max(least, Math.min(280, Math.max(90, cells * 4)))
}

function bandsOf(populations: readonly Cells[], height: number): readonly Band[] {
  const room = height - gap * Math.max(0, populations.length - 1)
  const cells = populations.reduce((sum, { count }) => sum + count, 0)
  const small = populations.filter(({ count }) => (room * count) / cells < smallestBand)
  const left = room - small.length * smallestBand
  const shared = cells - small.reduce((sum, { count }) => sum + count, 0)
  let top = 0
  return populations.map((each) => {
    const own = small.includes(each) ? smallestBand : (left * each.count) / shared
    const band = { cells: each, top, height: own }
    top += own + gap
    return band
  })
}

const pixelsPerMark = 0.5
const markWidth = 1.5
/** Where less of the paper than this is covered, marks are larger. */
const sparse = 0.03
/** Where more of the paper than this is covered, rows show one cell each instead of all. */
const crowded = 0.25

/** Where the marks of a band are: row times columns plus column, ascending. */
interface MarkedBand extends Grid {
  readonly places: Float64Array
  /** A row shows one cell of so many; 1 where it shows all of its cells. */
  readonly stride: number
}

function markBand(band: Band, options: RasterOptions): MarkedBand {
  const { cells, height } = band
  const rows = Math.max(1, Math.min(cells.count, Math.floor(height)))
  const all = { ...gridOf(band, rows, options), stride: 1 }
  const places = placesOf(cells, all, options)
  const cover = (places.length * markWidth) / pixelsPerMark / (rows * all.columns)
  if (rows === cells.count || cover < crowded) return { ...all, places }
  const stride = Math.ceil((2 * cells.count) / height)
  const some = { ...gridOf(band, Math.ceil(cells.count / stride), options), stride }
  return { ...some, places: placesOf(cells, some, options) }
}

function gridOf({ height, top }: Band, rows: number, { width }: RasterOptions): Grid {
  const pitch = height / rows
  const columns = Math.ceil((width - sideMargins) / pixelsPerMark)
  return { rows, columns, pitch, top: top + pitch / 2 }
}

/** Spikes that would cover each other are drawn once. */
function placesOf(
  { offset, count }: Cells,
  { rows, columns, stride }: Grid & { readonly stride: number },
  { spikes, duration }: RasterOptions,
): Float64Array {
  const taken = new Set<number>()
  for (let k = 0; k < spikes.ids.length; k++) {
    const cell = (spikes.ids[k] ?? -1) - offset
    if (cell < 0 || cell >= count || cell % stride !== 0) continue
    const column = Math.floor(((spikes.times[k] ?? 0) / duration) * columns)
    if (column < 0 || column >= columns) continue
    const row = stride > 1 ? cell / stride : Math.floor((cell * rows) / count)
    taken.add(row * columns + column)
  }
  return Float64Array.from(taken).sort()
}

/** One path of short dashes. */
function drawBand({ places, ...grid }: MarkedBand, series: number): string {
  const isSparse = places.length * markWidth < sparse * grid.rows * grid.columns * pixelsPerMark
  return tag('path', {
    class: `s${seriesOf(series)}`,
    d: dashes(places, grid, isSparse ? 2 * markWidth : markWidth),
    fill: 'none',
    'stroke-width': Math.max(isSparse ? 3 : 1.6, Math.min(grid.pitch * 0.82, 14)),
  })
}

interface Grid {
  readonly rows: number
  readonly columns: number
  readonly top: number
  readonly pitch: number
}

/** Neighbours in a row become one dash; within a row the pen moves by differences. */
function dashes(places: Float64Array, { columns, top, pitch }: Grid, width: number): string {
  let path = ''
  let [row, pen] = [-1, 0]
  for (let k = 0; k < places.length; ) {
    const first = places[k] ?? 0
    let next = k + 1
    while (next < places.length && places[next] === first + next - k) next += 1
    const own = Math.floor(first / columns)
    const left = (first % columns) * pixelsPerMark
    const long = (next - k - 1) * pixelsPerMark + width
    const isNew = own !== row
    path += isNew
      ? `M${tenth(left)} ${tenth(top + own * pitch)}h${tenth(long)}`
      : `m${tenth(left - pen)} 0h${tenth(long)}`
    ;[row, pen] = [own, left + long]
    k = next
  }
  return path
}

const tenth = (x: number): string => String(Math.round(x * 10) / 10)
