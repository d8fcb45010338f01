/** The picture of a synapse: what its target sees of one spike, and of ten. */
import { type Block, stack } from '../../pictures/block.ts'
import { curvePanel } from '../../pictures/curve-panel.ts'
import { pageWidth } from '../../pictures/page.ts'
import { timeAxis } from '../../pictures/time-axis.ts'
import { withUnit } from '../../pictures/with-unit.ts'
import type { SynapseResponse } from './synapse-response.ts'

export function synapseFigure({ signals, duration, target }: SynapseResponse): Block {
  const panels = signals.map(({ name, rows: { unit, dt, rows } }, k) => {
    const isLast = k === signals.length - 1
    const curves = rows.map((row, n) => {
      const points = Array.from(row, (value, step) => [step * dt, value] as const)
      return {
        ...(k === 0 ? { name: n === 0 ? 'one spike' : 'ten spikes, 20 ms apart' } : {}),
        series: n,
        points: points.filter(([t]) => t <= duration),
      }
    })
    return curvePanel({
      width: pageWidth,
      height: isLast ? 210 : 178,
      title: withUnit(name.replace(/^S\./, ''), unit),
      note: k === 0 ? `weight 1, onto ${target}` : '',
      x: { ...timeAxis({ t0: 0, duration }), silent: !isLast },
      curves: curves.reverse(),
    })
  })
  return stack(panels, 6)
}
