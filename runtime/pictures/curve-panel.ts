/** Lines through points, with axes that have room for all of them. */
import type { Block } from './block.ts'
import { type Axis, type Frame, panel, type PanelOptions } from './panel.ts'
import { line, pointsPath } from './paths.ts'
import { type Interval, padded, roomFor } from './scale.ts'
import { short, tag } from './svg.ts'
import { seriesOf } from './theme.ts'

export type Point = readonly [x: number, y: number]

export interface Curve {
  /** Stands in the legend. */
  readonly name?: string
  readonly points: readonly Point[]
  readonly series: number
  readonly dash?: string
  /** A dot at each point, and no line. */
  readonly dots?: boolean
  readonly width?: number
}

export interface CurvesOptions extends Omit<PanelOptions, 'x' | 'y' | 'marks' | 'legend'> {
  /** Without a domain, one that fits. */
  readonly x: Partial<Axis>
  readonly y?: Partial<Axis>
  /** Values that y must show, such as 0. */
  readonly including?: readonly number[]
  readonly curves: readonly Curve[]
}

export function curvePanel({
  x,
  y = {},
  including = [],
  curves,
  ...options
}: CurvesOptions): Block {
  const points = curves.flatMap((curve) => curve.points.filter(isFinitePoint))
  const ends = x.domain ?? tight(points.map(([at]) => at))
  const xs = curves.some(({ dots }) => dots) && !x.domain ? padded(ends) : ends
  const ys =
    y.domain ?? padded(roomFor([...points.map(([, value]) => value), ...including], y.ticks))
  const named = curves.filter(({ name }) => name !== undefined)
  return panel({
    ...options,
    x: { ...x, domain: xs },
    y: { ...y, domain: ys },
    legend: named.map(({ name = '', series }) => ({ text: name, series })),
    marks: (frame) => curves.map((curve) => drawn(curve, frame)).join(''),
  })
}

const isFinitePoint = ([x, y]: Point): boolean => Number.isFinite(x) && Number.isFinite(y)

/** From the first value to the last. */
function tight(values: readonly number[]): Interval {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  return low < high ? [low, high] : roomFor(values)
}

function drawn({ points, series, dash, dots = false, width = 2 }: Curve, frame: Frame): string {
  if (!dots) return line(pointsPath(points, frame), { series, width, ...(dash ? { dash } : {}) })
  const d = points
    .filter(isFinitePoint)
    .map(([x, y]) => `M${short(frame.x.at(x))} ${short(frame.y.at(y))}h0`)
  return tag('path', {
    class: `s${seriesOf(series)}`,
    d: d.join(''),
    'stroke-width': 5,
    'stroke-linecap': 'round',
    fill: 'none',
  })
}
