/** Refuses a network whose synapses want what its cells do not have. */
import { type Program, UsageError } from '../../compiler/index.ts'

/** What connections read and write must be there at both ends. */
export function mustFit({ populations, projections }: Program): void {
  for (const { pre, post, label, kernels } of projections) {
    const ends = { pre, post }
    for (const { name } of kernels.pathways.flatMap(({ kernel }) => kernel.buffers)) {
      const [, end, variable = ''] = /^(pre|post)\.(.+)$/.exec(name) ?? []
      if (end !== 'pre' && end !== 'post') continue
      const cells = populations.find((population) => population.name === ends[end])
      if (!cells || cells.slots.some((slot) => slot.name === variable)) continue
      const known = cells.slots.filter(({ role }) => role === 'state').map((slot) => slot.name)
      throw new UsageError(
        `${label} from ${pre} to ${post} wants ${variable} of ${ends[end]}, which has ${known.join(', ') || 'no states'}.`,
      )
    }
  }
}
