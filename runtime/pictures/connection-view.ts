/** How cells are connected: how many connections end on each cell, and how long they are. */
import type { SystemParts } from '../../systems/system.ts'
import { type Block, stack } from './block.ts'
import { histogram } from './histogram.ts'
import { type Frame, panel } from './panel.ts'
import { line, pointsPath } from './paths.ts'
import { type Pathway, pathwaysOf } from './pathways.ts'
import { type Interval, label, roomFor } from './scale.ts'
import { pieces, short, tag } from './svg.ts'
import { shortened, textWidth } from './text-width.ts'
import { seriesOf } from './theme.ts'

export interface ConnectionViewOptions extends Pick<SystemParts, 'populations' | 'projections'> {
  readonly width: number
}

/** In pixels: a line of text above its bars. */
const row = { text: 18, bars: 30, gap: 8 } as const
const rowHeight = row.text + row.bars + row.gap
const mostRows = 8

export function connectionView(options: ConnectionViewOptions): Block {
  const all = pathwaysOf(options)
  const shown = [...all].sort((a, b) => b.connections - a.connections).slice(0, mostRows)
  if (shown.length === 0) return panel(nothing(options.width))
  const seriesByName = new Map(options.populations.map(({ name }, k) => [name, k]))
  const colored = shown.map((pathway) => ({
    ...pathway,
    series: seriesByName.get(pathway.pre) ?? 0,
  }))
  const lengths = lengthPanel(options.width, colored)
  return stack([degreePanel(options.width, colored, all.length), ...(lengths ? [lengths] : [])], 10)
}

const nothing = (width: number) => ({
  width,
  height: 90,
  title: 'Connections onto each cell',
  note: 'there are none',
  x: { domain: [0, 1] as const, silent: true },
  y: { domain: [0, 1] as const, silent: true },
  marks: () => '',
})

interface Colored extends Pathway {
  readonly series: number
}

function degreePanel(width: number, pathways: readonly Colored[], all: number): Block {
  const most = pathways.reduce((top, { inDegree }) => Math.max(top, highest(inDegree)), 0)
  const tall = pathways.length * rowHeight
  return panel({
    width,
    height: tall + 26 + 40,
    title: 'Connections onto each cell',
    note: pathways.length < all ? `${pathways.length} of ${all} pathways` : '',
    x: { domain: degreeDomain(most), label: 'incoming connections', ticks: 6 },
    y: { domain: [tall, 0], names: [] },
    marks: (frame) => pathways.map((each, k) => degrees(each, k * rowHeight, frame)).join(''),
  })
}

/** A bar for each number where there are few, so that it stands above its tick. */
function degreeDomain(most: number): Interval {
  const top = Math.max(1, roomFor([0, most])[1])
  return top < mostBars ? [-0.5, top + 0.5] : [0, top]
}

const mostBars = 80

const highest = (values: Int32Array): number => values.reduce((a, b) => Math.max(a, b), 0)

function degrees(
  { pre, post, synapses, inDegree, connections, series }: Colored,
  top: number,
  frame: Frame,
): string {
  const floor = top + rowHeight - row.gap
  const [from, to] = frame.x.domain
  const bins = Math.min(mostBars, Math.ceil(to - from))
  const { counts } = histogram(inDegree, bins, frame.x.domain)
  const tallest = counts.reduce((a, b) => Math.max(a, b), 1)
  const pitch = frame.width / bins
  const bars = Array.from(counts, (count, k) => {
    if (count === 0) return ''
    const height = Math.max(1, (row.bars * count) / tallest)
    return `M${short(k * pitch)} ${short(floor)}v${short(-height)}h${short(pitch * 0.86)}v${short(height)}z`
  })
  const mean = connections / Math.max(1, inDegree.length)
  const name = shortened(`${pre} → ${post}`, frame.width / 2, 12)
  const about = `mean ${label(Number(mean.toPrecision(3)))}, by ${synapses.join(', ')}`
  const room = frame.width - textWidth(name, 12) - 16
  return [
    pieces(
      [
        { text: name, class: `f${seriesOf(series)}`, 'font-weight': '600' },
        { text: shortened(about, room, 12), class: 'dim', dx: 8 },
      ],
      { x: 0, y: top + 13, 'font-size': 12 },
    ),
    tag('path', { class: `f${seriesOf(series)}`, d: bars.join('') }),
    tag('path', { class: 'rule', d: `M0 ${short(floor)}H${short(frame.width)}`, fill: 'none' }),
  ].join('')
}

const lengthBins = 40

function lengthPanel(width: number, pathways: readonly Colored[]): Block | undefined {
  const known = pathways.flatMap(({ lengths, connections, ...pathway }) =>
    lengths && connections > 0 ? [{ ...pathway, lengths }] : [],
  )
  if (known.length === 0) return undefined
  const longest = known.reduce(
    (top, { lengths }) => lengths.reduce((a, b) => Math.max(a, b), top),
    0,
  )
  const domain = [0, Math.max(1, roomFor([0, longest])[1])] as const
  const shares = known.map(({ lengths, series }) => {
    const { counts } = histogram(lengths, lengthBins, domain)
    return { series, percent: counts.map((count) => (100 * count) / lengths.length) }
  })
  const top = shares.reduce(
    (most, { percent }) => percent.reduce((a, b) => Math.max(a, b), most),
    0,
  )
  const bin = domain[1] / lengthBins
  return panel({
    width,
    height: 190,
    title: 'Connection length (%)',
    note: `bins of ${label(bin)} µm`,
    x: { domain, label: 'distance from cell to cell (µm)', ticks: 6 },
    y: { domain: roomFor([0, top], 4), ticks: 4 },
    marks: (frame) =>
      shares
        .map(({ percent, series }, k) => {
          const points = Array.from(percent, (share, n) => [(n + 0.5) * bin, share] as const)
          return line(pointsPath(points, frame), { series, width: 2, ...(dashes[k % 3] ?? {}) })
        })
        .join(''),
  })
}

/** Pathways from one population have one colour; dashes tell them apart. */
const dashes = [{}, { dash: '6 4' }, { dash: '2 3' }] as const
