/** Chooses the engine of a schedule: replicas where a network fits a workgroup, then epochs, then the grid. */
import { UsageError } from '../../../compiler/usage-error.ts'
import type { Schedule } from '../schedule.ts'
import { epochOf } from './allows-epochs.ts'
import type { Engine, Workplace } from './engine.ts'
import { Epochs } from './epochs.ts'
import { boundsOf, fitsAWorkgroup } from './fits-a-workgroup.ts'
import { Grid } from './grid.ts'
import { ReplicaEngine } from './replica.ts'

/** In Node, `LIVN_WEBGPU` may ask for `epochs` or `grid` where replicas could do it. */
const wish = (): string | undefined =>
  typeof process === 'undefined' ? undefined : process.env?.LIVN_WEBGPU

export async function openEngine(schedule: Schedule, place: Workplace): Promise<Engine> {
  const open = quickest(schedule, place)
  if (!open) return Grid.open(schedule, place)
  try {
    return await open(schedule, place)
  } catch (error) {
    // What a driver makes of one large kernel is not to be foretold; the grid asks for less.
    if (error instanceof UsageError) return Grid.open(schedule, place)
    throw error
  }
}

type Opening = (schedule: Schedule, place: Workplace) => Promise<Engine>

function quickest(schedule: Schedule, { device, memory }: Workplace): Opening | undefined {
  const wanted = wish()
  if (wanted === 'grid') return undefined
  if (wanted !== 'epochs' && fitsAWorkgroup(schedule, boundsOf(device))) return ReplicaEngine.open
  return epochOf(schedule, memory) ? Epochs.open : undefined
}
