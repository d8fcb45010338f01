/** Whether the networks of a schedule are small enough for a workgroup each. */
import { occurrencesOf } from '../kernel-parts.ts'
import type { Act, Schedule } from '../schedule.ts'
import { ours } from './write-kernel-act.ts'

/** Cells of one network: a few for each thread of a workgroup. Larger ones are better shared out over the whole card. */
export const mostCells = 1024

/** Threads of a workgroup, as every card has them. */
const mostLanes = 256

/** What a card says of itself: the limits of a device, and how many threads go in step. */
export interface Bounds {
  readonly limits: Pick<
    GPUSupportedLimits,
    'maxComputeInvocationsPerWorkgroup' | 'maxComputeWorkgroupSizeX'
  >
  /** Threads that a card runs in step, whether they have work or not. */
  readonly inStep: number
  /** Threads are run one after another, so more of them only wait more for each other. */
  readonly isSoftware: boolean
}

/** How the threads of a workgroup are shared out. */
export interface Share {
  /** Threads of each replica. */
  readonly lanes: number
  readonly perWorkgroup: number
}

export function fitsAWorkgroup(schedule: Schedule, bounds: Bounds): boolean {
  const { acts, replicas = 1 } = schedule
  if (threadsOf(bounds) < bounds.inStep) return false
  const { all, largest } = cellsPerReplica(schedule)
  return all <= mostCells && largest <= mostCells && acts.every((act) => isShareable(act, replicas))
}

const threadsOf = ({ limits, inStep, isSoftware }: Bounds): number =>
  Math.min(
    isSoftware ? inStep : mostLanes,
    limits.maxComputeInvocationsPerWorkgroup,
    limits.maxComputeWorkgroupSizeX,
  )

/**
 * As many threads as the largest population has cells, up to what a card has. Where that is less than a card runs in
 * step, several replicas are in a workgroup.
 */
export function shareFor(schedule: Schedule, bounds: Bounds): Share {
  const { largest } = cellsPerReplica(schedule)
  const wanted = 2 ** Math.ceil(Math.log2(Math.max(1, largest)))
  const lanes = Math.min(wanted, threadsOf(bounds))
  return { lanes, perWorkgroup: Math.max(1, Math.floor(bounds.inStep / lanes)) }
}

/** Of a device; most cards run 32 threads in step. */
export const boundsOf = ({ limits, adapterInfo }: GPUDevice, isSoftware: boolean): Bounds => ({
  limits,
  inStep: adapterInfo?.subgroupMaxSize || (isSoftware ? 4 : 32),
  isSoftware,
})

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
  const largest = Math.max(0, ...cells, ...byFlag.values())
  return { all: all / replicas, largest: largest / replicas }
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
      return act.elements ? areDistinct(act.elements) : isWhole(act, replicas)
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

/** A cell knows one place among those that are sampled. */
export const areDistinct = (elements: Int32Array): boolean =>
  new Set(elements).size === elements.length
