/** The picture of an ion channel. */
import { beside, type Block, stack } from '../../pictures/block.ts'
import { type CurvesOptions, curvePanel } from '../../pictures/curve-panel.ts'
import { pageWidth } from '../../pictures/page.ts'
import { withUnit, writtenUnit } from '../../pictures/with-unit.ts'
import type { ChannelCurve, ChannelResponse } from './channel-response.ts'

const gap = 16

export function channelFigure(response: ChannelResponse): Block {
  const { steady, timeConstants, current } = response
  const width = (pageWidth - gap) / 2
  const isGate = steady.filter(({ name }) => !steady.some((each) => each.name === `${name}_inf`))
  const blocks = [
    ...(isGate.length > 0
      ? [curves(response, isGate, { width, title: 'Steady state', including: [0, 1] })]
      : []),
    ...(timeConstants.length > 0
      ? [curves(response, timeConstants, { width, title: 'Time constant (ms)', including: [0] })]
      : []),
    ...(current
      ? [
          curves(response, [current], {
            width,
            title: `Steady current (${writtenUnit(current.unit)})`,
            including: [0],
          }),
        ]
      : []),
  ]
  const rows = blocks.flatMap((_, k) => (k % 2 === 0 ? [beside(blocks.slice(k, k + 2), gap)] : []))
  return blocks.length === 1 && blocks[0] ? blocks[0] : stack(rows, gap)
}

type Look = Pick<CurvesOptions, 'width' | 'title' | 'including'>

function curves({ sweep }: ChannelResponse, shown: readonly ChannelCurve[], look: Look): Block {
  const isLog = sweep.name !== 'v'
  return curvePanel({
    ...look,
    height: 260,
    including: look.including ?? [],
    x: { label: `${isLog ? 'log10 of ' : ''}${withUnit(sweep.name, sweep.unit)}`, ticks: 6 },
    curves: shown.map(({ name, values }, series) => ({
      ...(shown.length > 1 || name !== 'I' ? { name } : {}),
      series,
      points: Array.from(values, (value, k) => [sweep.values[k] ?? 0, value] as const),
    })),
  })
}
