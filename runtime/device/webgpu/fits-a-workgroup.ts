/** Whether the networks of a schedule are small enough for a workgroup each. */
import { occurrencesOf } from '../kernel-parts.ts'
import type { Act, Sample, Schedule } from '../schedule.ts'
import { ours } from './write-kernel-act.ts'

/** Cells of one network: a few for each thread of a workgroup. Larger ones are better shared out over the whole card. */
export const mostCells = 1024

/** Threads of a workgroup, as every card has them. */
const mostLanes = 256
const fewestLanes = 32

export function fitsAWorkgroup(schedule: Schedule, limits: GPUSupportedLimits): boolean {
  const { acts, replicas = 1 } = schedule
  if (limits.maxComputeInvocationsPerWorkgroup < fewestLanes) return false
  const { all, largest } = cellsPerReplica(schedule)
  return all <= mostCells && largest <= mostCells && acts.every((act) => isShareable(act, replicas))
}

/** As many threads as the largest population has cells, up to what a card has. */
export function lanesFor(schedule: Schedule, limits: GPUSupportedLimits): number {
  const { maxComputeInvocationsPerWorkgroup: most, maxComputeWorkgroupSizeX: widest } = limits
  const { largest } = cellsPerReplica(schedule)
  const wanted = 2 ** Math.ceil(Math.log2(Math.max(fewestLanes, largest)))
  return Math.min(wanted, mostLanes, most, widest)
}

/** Each population has a flag if it has states, and a log if it has events. */
function cellsPerReplica({ acts, replicas = 1 }: Schedule) {
  const byFlag = new Map<object, number>()
  const byLog = new Map<object, number>()
  const cells: number[] = []
  for (const act of acts) {
    if (act.kind === 'inspect') byFlag.set(act.flag, act.last - act.first)
    if (act.kind !== 'dense' || ours(act.kernel).kernel.domain !== 'cells') continue
    cells.push(act.last - act.first)
    const [log] = act.logs
    if (log) byLog.set(log, act.last - act.first)
  }
  const sum = (counts: Iterable<number>): number => [...counts].reduce((a, b) => a + b, 0)
  const all = Math.max(sum(byFlag.values()), sum(byLog.values()))
  return { all: all / replicas, largest: Math.max(0, ...cells) / replicas }
}

/** Replica k has the k-th part of everything the act is about; an event is a bit, so it happens once in a step. */
function isShareable(act: Act, replicas: number): boolean {
  switch (act.kind) {
    case 'dense': {
      const { kernel } = ours(act.kernel)
      const once = kernel.events.every((event) => occurrencesOf(event, kernel) <= 1)
      return once && isWhole(act, replicas)
    }
    case 'sample':
      return act.elements ? areInOrder(act, replicas) : isWhole(act, replicas)
    case 'lap':
    case 'clear':
    case 'play':
    case 'inspect':
      return isWhole(act, replicas)
    case 'meet':
      return false
    default:
      return true
  }
}

const isWhole = ({ first, last }: { first: number; last: number }, replicas: number): boolean =>
  first === 0 && last % replicas === 0

/** The same number of elements of each replica, one replica after another. */
function areInOrder({ elements, from }: Sample, replicas: number): boolean {
  if (!elements || replicas === 1) return true
  const own = elements.length / replicas
  const width = from.length / replicas
  return elements.every((element, k) => Math.floor(element / width) === Math.floor(k / own))
}
