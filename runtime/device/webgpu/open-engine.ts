/** Chooses the engine of a schedule: replicas where a network fits a workgroup, then epochs, then the grid. */
import { UsageError } from '../../../compiler/usage-error.ts'
import type { Schedule } from '../schedule.ts'
import { epochOf } from './allows-epochs.ts'
import { type Engine, longest, type Workplace } from './engine.ts'
import { wordsOfRings } from './epoch-rings.ts'
import { Epochs } from './epochs.ts'
import { boundsOf, fitsAWorkgroup } from './fits-a-workgroup.ts'
import { Grid } from './grid.ts'
import type { Memory } from './memory.ts'
import { wordsOfRasters } from './rasters.ts'
import { ReplicaEngine } from './replica.ts'

const wishes = ['replica', 'epochs', 'grid']

/** In Node, `LIVN_WEBGPU` may ask for `epochs` or `grid` where replicas, the usual choice, could do it. */
function wish(): string | undefined {
  const wanted = typeof process === 'undefined' ? undefined : process.env?.LIVN_WEBGPU
  if (!wanted || wishes.includes(wanted)) return wanted
  throw new UsageError(`LIVN_WEBGPU is ${wanted}; it may be ${wishes.join(', ')}.`)
}

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

function quickest(schedule: Schedule, { device, memory, card }: Workplace): Opening | undefined {
  const wanted = wish()
  if (wanted === 'grid') return undefined
  const free = wordsFree(device, memory)
  const { acts, replicas = 1 } = schedule
  const isSmall = wanted !== 'epochs' && fitsAWorkgroup(schedule, boundsOf(device, card.isSoftware))
  if (isSmall && wordsOfRasters(schedule, { replicas, longest }) < free) return ReplicaEngine.open
  const epoch = epochOf(schedule, memory)
  if (!epoch) return undefined
  const words = wordsOfRasters(schedule, { replicas: 1, longest }) + wordsOfRings(acts, epoch.steps)
  return words < free ? Epochs.open : undefined
}

/** Bits are counted in 32 bits, so words in 27. */
const mostWords = 2 ** 27

function wordsFree({ limits }: GPUDevice, { heaps }: Memory): number {
  const most = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize) / 4
  return Math.min(mostWords, most) - heaps.tallies.used
}
