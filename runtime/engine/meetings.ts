/** When workers must wait for each other, so that nobody reads what another has not written or has written too far. */
import type { Kernel } from '../../compiler/ir/kernel.ts'
import type { Act } from '../device/schedule.ts'
import type { Network } from './compose.ts'
import { leastOf } from './delivery.ts'

export interface Meetings {
  readonly atStart: readonly Act[]
  readonly afterSums: readonly Act[]
  readonly afterConnections: readonly Act[]
  readonly beforeDelivery: readonly Act[]
  readonly afterDelivery: readonly Act[]
}

const touchesSource = ({ buffers }: Kernel): boolean =>
  buffers.some(({ extent }) => extent === 'source')

/**
 * Events of the last steps are all that workers share, unless connections read their source cells. The shortest
 * delay is then a number of steps that everybody can take alone.
 */
export function meetings(network: Network): Meetings {
  const none: readonly Act[] = []
  if (network.workers === 1) {
    return {
      atStart: none,
      afterSums: none,
      afterConnections: none,
      beforeDelivery: none,
      afterDelivery: none,
    }
  }
  const tick: readonly Act[] = [{ kind: 'meet', every: 1, clock: 1 }]
  const { sharesConnections, hasSums, readsSources } = sharing(network)
  const alone = stepsAlone(network)
  const everyStep = alone === 0 || sharesConnections || readsSources
  const sometimes: readonly Act[] = [{ kind: 'meet', every: Math.max(1, alone), clock: 1 }]
  return {
    atStart: sharesConnections ? tick : everyStep ? none : sometimes,
    afterSums: hasSums ? tick : none,
    afterConnections: sharesConnections ? tick : none,
    beforeDelivery: everyStep ? tick : none,
    afterDelivery: readsSources ? tick : none,
  }
}

/**
 * Work on all connections is shared out by their number, but what arrives by target, so the one must be
 * over before the other begins; a recording of connections is made by one worker.
 */
function sharing({ members, projections }: Network) {
  const kernels = projections.map(({ compiled }) => compiled.kernels)
  const hasDense = kernels.some(
    ({ summed, advance }) => summed !== undefined || advance !== undefined,
  )
  const isRecorded = members.some(({ recorders }) => recorders.some((r) => r.isOfConnections))
  const during = kernels.flatMap(({ pathways }) => pathways.map(({ kernel }) => kernel))
  return {
    hasSums: kernels.some(({ summed }) => summed !== undefined),
    sharesConnections: hasDense || isRecorded,
    readsSources: during.some(touchesSource),
  }
}

/** Ticks that every worker can take before it must know what the others did. */
export function stepsAlone({ paths }: Pick<Network, 'paths'>): number {
  const between = paths.filter(({ pathway }) => pathway.side === 'pre')
  const ticks = between.map((path) => leastOf(path) * path.clock)
  return Math.min(64, ...ticks)
}
