/** A voltage as small as a word: a line without axes, with dashes above it where the cell spiked. */
import { escaped } from './svg.ts'

export interface SparklineOptions {
  /** What it shows, for those who cannot see it. */
  readonly title: string
  readonly values: ArrayLike<number>
  /** In samples from the beginning, of so many. */
  readonly spikes: readonly number[]
  readonly samples: number
}

/** Half pixels, so that coordinates are whole numbers and a different last bit changes nothing. */
const width = 240
const height = 64
const crown = 12

type Point = readonly [x: number, y: number]

export function sparkline({ title, values, spikes, samples }: SparklineOptions): string {
  const trace = simplified(outline(values))
  const marks = [...new Set(spikes.map((at) => Math.round((at * width) / samples)))]
  const crowned = marks.map((x) => `M${x} 1v7`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width / 2}" height="${height / 2}" viewBox="0 0 ${width} ${height}"><title>${escaped(title)}</title><style>path{fill:none;stroke:#0068b3;stroke-width:2.4;stroke-linejoin:round}.s{stroke:#d1530a;stroke-width:2}@media (prefers-color-scheme:dark){path{stroke:#5cb6f5}.s{stroke:#ff9a56}}</style>${trace.length === 0 ? '' : `<path d="${relative(trace)}"/>`}${crowned === '' ? '' : `<path class="s" d="${crowned}"/>`}</svg>\n`
}

/** For each column its extremes, in the order in which they come. */
export function outline(values: ArrayLike<number>): readonly Point[] {
  const numbers = Array.from(values).filter(Number.isFinite)
  const low = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  if (low > high) return []
  const scale = high > low ? (height - crown - 4) / (high - low) : 0
  const place = (value: number): number => Math.round(height - 2 - (value - low) * scale)
  return Array.from({ length: width }, (_, x): readonly Point[] => {
    const first = Math.floor((x * values.length) / width)
    const last = Math.max(first + 1, Math.floor(((x + 1) * values.length) / width))
    const own = Array.from({ length: last - first }, (_, k) => values[first + k] ?? low).map(
      (value) => (Number.isFinite(value) ? value : low),
    )
    const [bottom, top] = [Math.min(...own), Math.max(...own)]
    const isUp = own.indexOf(bottom) <= own.indexOf(top)
    const ends = isUp ? [bottom, top] : [top, bottom]
    return [...new Set(ends.map(place))].map((y): Point => [x, y])
  }).flat()
}

/** Without points on the way from one to the next (Douglas and Peucker 1973). */
function simplified(points: readonly Point[], tolerance = 1): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 3) return points
  const away = points.map((point) => distance(point, first, last))
  const most = away.reduce((best, each, k) => (each > (away[best] ?? 0) ? k : best), 0)
  if ((away[most] ?? 0) <= tolerance) return [first, last]
  const before = simplified(points.slice(0, most + 1), tolerance)
  return [...before.slice(0, -1), ...simplified(points.slice(most), tolerance)]
}

function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (length === 0) return Math.hypot(x - x1, y - y1)
  return Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
}

function relative(points: readonly Point[]): string {
  let [x, y] = [0, 0]
  return points
    .map(([toX, toY], k) => {
      const step = `${toX - x} ${toY - y}`.replace(' -', '-')
      ;[x, y] = [toX, toY]
      return k === 0 ? `M${toX} ${toY}` : `l${step}`
    })
    .join('')
    .replaceAll(/(?<=\d)l(?=-)/g, '')
    .replaceAll(/(?<=l[\d -]*\d)l(?=\d)/g, ' ')
}
