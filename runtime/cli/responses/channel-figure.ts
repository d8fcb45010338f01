/** The picture of an ion channel. */
import { beside, type Block, stack } from '../../pictures/block.ts'
import { type CurvesOptions, curvePanel } from '../../pictures/curve-panel.ts'
import { pageWidth } from '../../pictures/page.ts'
import { label } from '../../pictures/scale.ts'
import { withUnit, writtenUnit } from '../../pictures/with-unit.ts'
import type { ChannelCurve, ChannelResponse } from './channel-response.ts'

const gap = 16
const width = (pageWidth - gap) / 2

export function channelFigure(response: ChannelResponse): Block {
  const { timeConstants, current, held } = response
  const gates = gatesOf(response)
  const names = gates.map(({ name }) => name)
  const note = held
    .map(({ name, value, unit }) => `${name} ${label(value)} ${writtenUnit(unit)}`)
    .join(', ')
  const wanted = [
    {
      shown: gates,
      title: 'Steady state',
      note: note === '' ? '' : `at ${note}`,
      including: [0, 1],
    },
    { shown: timeConstants, title: 'Time constant (ms)', including: [0] },
    {
      shown: current ? [current] : [],
      title: withUnit('Steady current', current?.unit ?? '1'),
      including: [0],
    },
  ].filter(({ shown }) => shown.length > 0)
  const blocks = wanted.map(({ shown, ...look }) => curves(response, { shown, names }, look))
  const rows = blocks.flatMap((_, k) => (k % 2 === 0 ? [beside(blocks.slice(k, k + 2), gap)] : []))
  return stack(rows, gap)
}

/** `h`, and not `h_inf` beside it, which is the same when it has settled. */
const gatesOf = ({ steady }: ChannelResponse): readonly ChannelCurve[] =>
  steady.filter(({ name }) => !steady.some((each) => name === `${each.name}_inf`))

type Look = Pick<CurvesOptions, 'title' | 'note' | 'including'>

interface Shown {
  readonly shown: readonly ChannelCurve[]
  /** A gate has the colour of its place among these, in all panels. */
  readonly names: readonly string[]
}

function curves({ sweep }: ChannelResponse, { shown, names }: Shown, look: Look): Block {
  const isLog = sweep.name !== 'v'
  return curvePanel({
    ...look,
    width,
    height: 260,
    x: { label: `${isLog ? 'log10 of ' : ''}${withUnit(sweep.name, sweep.unit)}`, ticks: 6 },
    curves: shown.map(({ name, values }) => ({
      ...(name === 'I' ? {} : { name }),
      series: Math.max(0, names.indexOf(name)),
      points: Array.from(values, (value, k) => [sweep.values[k] ?? 0, value] as const),
    })),
  })
}
