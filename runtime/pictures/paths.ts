/** Lines through values, as short as they can be without looking different. */
import type { Frame } from './panel.ts'
import { short, tag } from './svg.ts'
import { seriesOf } from './theme.ts'

export interface Samples {
  readonly values: ArrayLike<number>
  /** Where the first value is on the x axis. */
  readonly from: number
  /** From value to value. */
  readonly step: number
}

type Axes = Pick<Frame, 'x' | 'y'>

/** A path through samples: where many fall on one pixel, their extremes are drawn, so no spike is lost. */
export function samplesPath({ values, from, step }: Samples, { x, y }: Axes): string {
  const points = extremes(values, (k) => Math.round(x.at(from + k * step)))
  const run: string[] = []
  let pen: 'M' | 'L' = 'M'
  for (const k of points) {
    const value = values[k] ?? Number.NaN
    if (Number.isFinite(value)) {
      run.push(`${pen}${short(x.at(from + k * step))} ${short(y.at(value))}`)
      pen = 'L'
    } else pen = 'M'
  }
  return run.join('')
}

/** Of each run of values on the same pixel: the first, the lowest, the highest and the last. */
function extremes(values: ArrayLike<number>, pixelOf: (k: number) => number): readonly number[] {
  const kept: number[] = []
  for (let first = 0; first < values.length; ) {
    const pixel = pixelOf(first)
    let next = first + 1
    let [low, high] = [first, first]
    while (next < values.length && pixelOf(next) === pixel) {
      if ((values[next] ?? 0) < (values[low] ?? 0)) low = next
      if ((values[next] ?? 0) > (values[high] ?? 0)) high = next
      next += 1
    }
    kept.push(...[...new Set([first, low, high, next - 1])].sort((a, b) => a - b))
    first = next
  }
  return kept
}

/** A path through points; one that is not finite interrupts it. */
export function pointsPath(points: Iterable<readonly [number, number]>, { x, y }: Axes): string {
  const run: string[] = []
  let pen: 'M' | 'L' = 'M'
  for (const [at, value] of points) {
    if (Number.isFinite(at) && Number.isFinite(value)) {
      run.push(`${pen}${short(x.at(at))} ${short(y.at(value))}`)
      pen = 'L'
    } else pen = 'M'
  }
  return run.join('')
}

/** A path that keeps each value until the next point. */
export function stepsPath(points: Iterable<readonly [number, number]>, { x, y }: Axes): string {
  let path = ''
  for (const [at, value] of points) {
    const [left, top] = [short(x.at(at)), short(y.at(value))]
    path += path === '' ? `M${left} ${top}` : `H${left}V${top}`
  }
  return path
}

export interface Stroke {
  readonly series: number
  readonly width?: number
  readonly dash?: string
}

export function line(d: string, { series, width = 1.5, dash }: Stroke): string {
  if (d === '') return ''
  return tag('path', {
    class: `s${seriesOf(series)}`,
    d,
    fill: 'none',
    'stroke-width': width,
    'stroke-linejoin': 'round',
    'stroke-dasharray': dash,
  })
}

export interface Fill {
  readonly series: number
  /** Where the path begins and ends, and its floor, in pixels. */
  readonly from: number
  readonly to: number
  readonly floor: number
}

/** The area between a path and its floor. */
export function area(d: string, { series, from, to, floor }: Fill): string {
  if (d === '') return ''
  return tag('path', {
    class: `f${seriesOf(series)}`,
    d: `${d}L${short(to)} ${short(floor)}L${short(from)} ${short(floor)}Z`,
    'fill-opacity': 0.14,
  })
}
