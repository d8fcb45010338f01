/** The picture of a plasticity: its window of spike times, and what is left of a train. */
import { UsageError } from '../../../compiler/usage-error.ts'
import { type Block, stack } from '../../pictures/block.ts'
import { curvePanel } from '../../pictures/curve-panel.ts'
import { pageWidth } from '../../pictures/page.ts'
import type { PlasticityResponse } from './plasticity-response.ts'

export function plasticityFigure(response: PlasticityResponse): Block {
  const blocks = [...windowBlock(response), ...trainBlock(response)]
  if (blocks.length > 0) return stack(blocks, 16)
  throw new UsageError(
    'Neither a pair of spikes nor a train changes anything here: this plasticity waits for something else.',
  )
}

const smallest = 1e-12

/** Nothing where it is the same for all lags: then it is not the pair that did it. */
function windowBlock({ pairs }: PlasticityResponse): readonly Block[] {
  const changes = pairs.map(({ lag, delivered }) => [lag, 100 * (delivered - 1)] as const)
  const [, usual] = changes[0] ?? [0, 0]
  if (!changes.some(([, change]) => Math.abs(change - usual) > smallest)) return []
  return [
    curvePanel({
      width: pageWidth,
      height: 320,
      title: 'Change of the weight after one pair (%)',
      x: { label: 'post spike minus pre spike (ms)', ticks: 9 },
      including: [0],
      curves: [
        { series: 1, points: changes.filter(([lag]) => lag < 0) },
        { series: 0, points: changes.filter(([lag]) => lag > 0) },
        { series: 2, dots: true, points: changes.filter(([lag]) => lag === 0) },
      ],
    }),
  ]
}

function trainBlock({ trains }: PlasticityResponse): readonly Block[] {
  const changes = trains.some(({ delivered }) =>
    delivered.some((each) => Math.abs(each - (delivered[0] ?? 0)) > smallest),
  )
  if (!changes) return []
  const points = trains.map(({ rate, delivered }, series) => ({
    rate,
    series,
    points: delivered.map((each, k) => [k + 1, 100 * each] as const),
  }))
  return [
    curvePanel({
      width: pageWidth,
      height: 320,
      title: 'What each spike of a train delivers (% of the weight)',
      x: { label: 'spike', ticks: 12 },
      including: [0],
      curves: points.flatMap(({ rate, ...curve }) => [
        { ...curve, name: `${rate} Hz` },
        { ...curve, dots: true },
      ]),
    }),
  ]
}
