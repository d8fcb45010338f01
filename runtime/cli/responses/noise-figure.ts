/** The picture of a noise. */
import { beside, type Block, stack } from '../../pictures/block.ts'
import { curvePanel } from '../../pictures/curve-panel.ts'
import { histogram } from '../../pictures/histogram.ts'
import { pageWidth } from '../../pictures/page.ts'
import { label } from '../../pictures/scale.ts'
import { withUnit, writtenUnit } from '../../pictures/with-unit.ts'
import type { NoiseResponse } from './noise-response.ts'

const shown = 500
const gap = 16

export function noiseFigure(noise: NoiseResponse): Block {
  const { name, unit, dt, trace, mean, deviation } = noise
  const half = (pageWidth - gap) / 2
  const said = (value: number): string => label(Number(value.toPrecision(3)))
  return stack(
    [
      curvePanel({
        width: pageWidth,
        height: 230,
        title: withUnit(name, unit),
        note: `mean ${said(mean)}, deviation ${said(deviation)}`,
        x: { label: 'time (ms)', domain: [0, shown] },
        curves: [
          {
            series: 0,
            width: 1.2,
            points: Array.from(trace.subarray(0, shown / dt), (value, k) => [k * dt, value]),
          },
        ],
      }),
      beside([spread(noise, half), memory(noise, half)], gap),
    ],
    gap,
  )
}

const bins = 60

function spread({ name, unit, values }: NoiseResponse, width: number): Block {
  const { domain, counts } = histogram(values, bins)
  const bin = (domain[1] - domain[0]) / bins
  return curvePanel({
    width,
    height: 230,
    title: 'How often (%)',
    note: `bins of ${label(Number(bin.toPrecision(2)))} ${writtenUnit(unit)}`,
    x: { label: withUnit(name, unit), domain, ticks: 5 },
    including: [0],
    curves: [
      {
        series: 1,
        points: Array.from(counts, (count, k) => [
          domain[0] + (k + 0.5) * bin,
          (100 * count) / values.length,
        ]),
      },
    ],
  })
}

function memory({ dt, autocorrelation }: NoiseResponse, width: number): Block {
  return curvePanel({
    width,
    height: 230,
    title: 'Autocorrelation',
    x: { label: 'lag (ms)', ticks: 5 },
    including: [0, 1],
    curves: [{ series: 2, points: Array.from(autocorrelation, (value, lag) => [lag * dt, value]) }],
  })
}
