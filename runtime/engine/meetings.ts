/** When workers must wait for each other, so that nobody reads what another has not written or has written too far. */
import type { Kernel } from '../../compiler/ir/kernel.ts'
import type { Act } from '../device/schedule.ts'
import type { Network } from './compose.ts'
import { leastOf } from './delivery.ts'

export interface Meetings {
  readonly atStart: readonly Act[]
  readonly afterConnections: readonly Act[]
  readonly beforeDelivery: readonly Act[]
  readonly afterDelivery: readonly Act[]
}

const touches = (extent: 'source' | 'target', { buffers }: Kernel): boolean =>
  buffers.some((buffer) => buffer.extent === extent)

export const touchesSource = (kernel: Kernel): boolean => touches('source', kernel)

/** Whether a kernel changes cells that may belong to another worker. */
export const writesSource = ({ buffers }: Kernel): boolean =>
  buffers.some(({ extent, access }) => extent === 'source' && access === 'write')

/**
 * Events of the last steps are all that workers share, unless connections read their source cells. The shortest
 * delay is then a number of steps that everybody can take alone.
 */
export function meetings(network: Network): Meetings {
  const none: readonly Act[] = []
  if (network.workers === 1) {
    return { atStart: none, afterConnections: none, beforeDelivery: none, afterDelivery: none }
  }
  const tick: readonly Act[] = [{ kind: 'meet', every: 1, clock: 1 }]
  const { readsCells, readsSources } = sharing(network)
  const alone = stepsAlone(network)
  const everyStep = alone === 0 || readsCells || readsSources
  return {
    atStart: everyStep ? (readsCells ? tick : none) : [{ kind: 'meet', every: alone, clock: 1 }],
    afterConnections: readsCells ? tick : none,
    beforeDelivery: everyStep ? tick : none,
    afterDelivery: readsSources ? tick : none,
  }
}

function sharing({ projections }: Network) {
  const before = projections.flatMap(({ compiled: { kernels } }) => [
    kernels.summed?.kernel,
    kernels.advance,
  ])
  const during = projections.flatMap(({ compiled: { kernels } }) =>
    kernels.pathways.map((p) => p.kernel),
  )
  const isCoupled = (kernel: Kernel | undefined): boolean =>
    kernel !== undefined && (touchesSource(kernel) || touches('target', kernel))
  return { readsCells: before.some(isCoupled), readsSources: during.some(touchesSource) }
}

/** Ticks that every worker can take before it must know what the others did. */
export function stepsAlone({ paths }: Pick<Network, 'paths'>): number {
  const between = paths.filter(({ pathway }) => pathway.side === 'pre')
  const ticks = between.map((path) => leastOf(path) * path.clock)
  return Math.min(64, ...ticks)
}
