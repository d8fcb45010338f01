/** Whether replicas may use one table of connections, because nothing happens to the connections themselves. */
import type { CompiledProjection } from '../../compiler/index.ts'

export function mayBeShared({ kernels, slots }: CompiledProjection): boolean {
  const { initialize, summed, advance, pathways } = kernels
  if (initialize || summed || advance) return false
  if (slots.some(({ role }) => role === 'internal')) return false
  return pathways.every(
    ({ side, kernel, scatter }) =>
      side === 'pre' &&
      [kernel, ...(scatter ? [scatter] : [])].every(({ buffers }) =>
        buffers.every(({ access, extent }) => access === 'read' || extent === 'target'),
      ),
  )
}
