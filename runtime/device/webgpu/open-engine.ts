/** Chooses the engine of a schedule: replicas where a network fits a workgroup, the grid otherwise. */
import { UsageError } from '../../../compiler/usage-error.ts'
import type { Schedule } from '../schedule.ts'
import type { Engine, Workplace } from './engine.ts'
import { boundsOf, fitsAWorkgroup } from './fits-a-workgroup.ts'
import { Grid } from './grid.ts'
import { ReplicaEngine } from './replica.ts'

/** In Node, `LIVN_WEBGPU` may ask for one of them. */
const wish = (): string | undefined =>
  typeof process === 'undefined' ? undefined : process.env?.LIVN_WEBGPU

export async function openEngine(schedule: Schedule, place: Workplace): Promise<Engine> {
  const isSmall = wish() !== 'grid' && fitsAWorkgroup(schedule, boundsOf(place.device))
  if (!isSmall) return Grid.open(schedule, place)
  try {
    return await ReplicaEngine.open(schedule, place)
  } catch (error) {
    // What a driver makes of one large kernel is not to be foretold; the grid asks for less.
    if (error instanceof UsageError) return Grid.open(schedule, place)
    throw error
  }
}
