/** How many steps a large network can do before anybody must be told what happened in them. */
import { occurrencesOf } from '../kernel-parts.ts'
import type { Act, Deliver, Schedule } from '../schedule.ts'
import { wordsOfRings } from './epoch-rings.ts'
import { areDistinct } from './fits-a-workgroup.ts'
import type { Memory } from './memory.ts'
import { keyOf } from './part-of-dispatch.ts'
import { ours } from './write-kernel-act.ts'

/** Steps of an epoch at most: more save nothing that would count. */
const mostSteps = 32

/** Words of all rings at most: 64 MiB. */
const mostWords = 2 ** 24

export interface Epoch {
  readonly steps: number
  /** Something arrives in the step in which it was sent: an epoch is from one delivery to the next. */
  readonly isSplit: boolean
}

/**
 * As long as the shortest delay, where every act is about one cell and touches nothing of another, or delivers to inboxes
 * and reads nothing that changes; undefined otherwise.
 */
export function epochOf({ acts }: Schedule, memory: Memory): Epoch | undefined {
  if (!acts.every(isSimple)) return undefined
  const delivers = acts.filter((act) => act.kind === 'deliver')
  const changing = new Set(acts.flatMap((act) => writtenBy(act, memory)))
  if (!delivers.every((act) => isUnmoved(act, changing))) return undefined
  const shortest = Math.min(mostSteps, ...delivers.flatMap(({ delays }) => delays))
  for (let steps = Math.max(1, shortest); steps > 0; steps--) {
    if (wordsOfRings(acts, steps) <= mostWords) return { steps, isSplit: shortest === 0 }
  }
  return undefined
}

function isSimple(act: Act): boolean {
  if (act.clock !== 1) return false
  switch (act.kind) {
    case 'dense': {
      const { kernel, collected } = ours(act.kernel)
      const once = kernel.events.every((event) => occurrencesOf(event, kernel) <= 1)
      return once && kernel.domain === 'cells' && act.first === 0 && collected.length === 0
    }
    case 'deliver': {
      const { collected, touched } = ours(act.kernel)
      return act.delays.length === 1 && collected.length === 0 && touched.written.length === 0
    }
    case 'sample':
      return act.elements === undefined || areDistinct(act.elements)
    case 'meet':
      return false
    default:
      return true
  }
}

function writtenBy(act: Act, memory: Memory): readonly string[] {
  if (act.kind === 'dense' || act.kind === 'walk') return ours(act.kernel).touched.written
  if (act.kind === 'clear') return [keyOf(memory, act.array)]
  return act.kind === 'play' ? [keyOf(memory, act.into)] : []
}

const isUnmoved = ({ kernel }: Deliver, changing: ReadonlySet<string>): boolean =>
  ours(kernel).touched.read.every((key) => !changing.has(key))
