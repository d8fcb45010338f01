/** Repeats a schedule with several steps of each population on the card at a time, where its delays allow it. */
import type { DeviceArray } from '../device.ts'
import { append, doing, type Doing, isFinite } from '../repeat-acts.ts'
import type {
  Act,
  Aim,
  Deliver,
  Dense,
  Inspect,
  Play,
  Repeated,
  Schedule,
  Walk,
} from '../schedule.ts'
import type { Gpu } from './gpu.ts'
import { type Arrivals, type CellPart, mostBits, PopulationSteps } from './population-steps.ts'
import { TrackedKernel } from './tracked-kernel.ts'

interface Group {
  readonly step: Dense
  readonly steps: PopulationSteps
  /** Inboxes, and where the slot of a step begins. */
  readonly inboxes: readonly {
    readonly ring: DeviceArray
    readonly slot: (step: number) => number
  }[]
}

interface Plan {
  /** Steps of an epoch at most. */
  readonly most: number
  readonly groups: readonly Group[]
  /** On the processor, before the cells: recordings, and what is played. */
  readonly before: readonly Act[]
  /** What arrives. */
  readonly arrivals: readonly Doing[]
  readonly inspected: readonly Inspect[]
}

/** Pipelines of so many lengths are made, beside single steps. */
const mostLengths = 4

/** Undefined where steps must be done one by one. */
export function openEpochs(
  schedule: Schedule,
  { gpu, stepByStep }: { readonly gpu: Gpu; readonly stepByStep: Repeated },
): Epochs | undefined {
  const plan = planFor(schedule, gpu)
  return plan && new Epochs(schedule, plan, stepByStep)
}

export class Epochs implements Repeated {
  private readonly schedule: Schedule
  private readonly plan: Plan
  private readonly stepByStep: Repeated
  private readonly before: readonly {
    readonly every: number
    readonly act: Act
    readonly run: Doing
  }[]
  private readonly lengths = new Set<number>()

  constructor(schedule: Schedule, plan: Plan, stepByStep: Repeated) {
    this.schedule = schedule
    this.plan = plan
    this.stepByStep = stepByStep
    this.before = plan.before.map((act) => {
      return { every: 'every' in act ? act.every : act.clock, act, run: doing(act) }
    })
    this.lengths.add(plan.most)
  }

  async run(first: number, last: number): Promise<number> {
    for (let tick = first; tick < last; ) {
      const steps = this.stepsFrom(tick, last)
      if (steps < 2) {
        tick = await this.stepByStep.run(tick, tick + 1)
      } else {
        await this.epoch(tick, steps)
        tick += steps
      }
      if (this.mustStop()) return tick
    }
    return last
  }

  /** Lets go of what belongs to this schedule alone. */
  close(): void {
    for (const { steps } of this.plan.groups) steps.close()
  }

  /** Until something of the processor is due, or an end of a log comes near. */
  private stepsFrom(tick: number, last: number): number {
    const dues = this.before.map(({ act, every }) =>
      act.kind === 'play' ? nextPage(act, tick) : (Math.floor(tick / every) + 1) * every,
    )
    const room = this.schedule.logs.map(
      ({ words, cursor, room: each }) => Math.floor((words.length - (cursor[0] ?? 0)) / each) - 1,
    )
    const steps = Math.min(this.plan.most, last - tick, ...dues.map((due) => due - tick), ...room)
    if (this.lengths.has(steps)) return steps
    if (steps < 2 || this.lengths.size >= mostLengths) return 1
    this.lengths.add(steps)
    return steps
  }

  private async epoch(tick: number, steps: number): Promise<void> {
    const { groups, arrivals, inspected } = this.plan
    for (const { run } of this.before) run(tick)
    const arrived = new Map<DeviceArray, Float32Array[]>()
    for (let step = tick; step < tick + steps; step++) {
      for (const arrive of arrivals) arrive(step)
      for (const group of groups) takeSlots(group, step, arrived)
    }
    for (const { step, steps: population } of groups) {
      const bits = await population.run(tick, { steps, arrivals: arrived as Arrivals })
      population.events.forEach((event, k) => {
        const log = step.logs[k]
        const fired = bits.get(event)
        if (!log || !fired) return
        for (let n = 0; n < steps; n++) append(log, tick + n, listOf(fired, steps - 1 - n))
      })
    }
    for (const { every, array, first, last, flag } of inspected) {
      const isDue = Math.ceil(tick / every) * every < tick + steps
      if (isDue && !isFinite(array, first, last)) flag[0] = 1
    }
  }

  private mustStop(): boolean {
    return (
      this.schedule.logs.some(
        ({ words, cursor, room }) => (cursor[0] ?? 0) + room > words.length,
      ) || this.plan.inspected.some(({ flag }) => flag[0] !== 0)
    )
  }
}

/** What is due in a step leaves its inbox. */
function takeSlots(
  { inboxes, steps }: Group,
  step: number,
  into: Map<DeviceArray, Float32Array[]>,
) {
  for (const { ring, slot } of inboxes) {
    const start = slot(step)
    const due = Float32Array.from(ring.subarray(start, start + steps.count))
    ring.fill(0, start, start + steps.count)
    into.set(ring, [...(into.get(ring) ?? []), due])
  }
}

/** Those whose bit with this number is set. */
function listOf(bits: Float32Array, number: number): Int32Array {
  const elements: number[] = []
  for (let i = 0; i < bits.length; i++) if (((bits[i] ?? 0) >> number) & 1) elements.push(i)
  return Int32Array.from(elements)
}

/** The tick of the next page that is not due yet. */
function nextPage({ place, ticks }: Play, tick: number): number {
  const [next = 0, count = 0] = place
  for (let k = next; k < count; k++) if ((ticks[k] ?? 0) > tick) return ticks[k] ?? 0
  return Number.POSITIVE_INFINITY
}

/** Undefined where steps must be done one by one. */
function planFor({ acts }: Schedule, gpu: Gpu): Plan | undefined {
  const start = acts.findIndex((act) => act.kind === 'dense' && act.logs.length > 0)
  const before = acts.slice(0, start)
  const after = acts.slice(start)
  if (start < 0 || !before.every(isBefore) || !after.every(isAfter)) return undefined
  const groups = groupsOf(after, gpu)
  if (!groups) return undefined
  const delivers = after.filter((act) => act.kind === 'deliver')
  const rings = new Set(groups.flatMap(({ inboxes }) => inboxes.map(({ ring }) => ring)))
  const cells = after.filter((act) => act.kind === 'dense' || act.kind === 'walk')
  const changing = new Set(cells.flatMap(({ kernel }) => tracked(kernel)?.written ?? []))
  if (!delivers.every((act) => isUnmoved(act, rings, changing))) return undefined
  const most = Math.min(mostBits, ...delivers.flatMap(({ delays }) => delays))
  if (most < 2) return undefined
  const arrivals = after
    .filter((act) => act.kind === 'lap' || act.kind === 'deliver' || isAimOf(act, delivers))
    .map(doing)
  return {
    most,
    groups,
    before,
    arrivals,
    inspected: after.filter((act) => act.kind === 'inspect'),
  }
}

const tracked = (kernel: unknown): TrackedKernel | undefined =>
  kernel instanceof TrackedKernel ? kernel : undefined

const isBefore = (act: Act): boolean =>
  act.clock === 1 &&
  (act.kind === 'sample' || act.kind === 'play' || (act.kind === 'dense' && act.every > 1))

function isAfter(act: Act): boolean {
  if (act.clock !== 1) return false
  switch (act.kind) {
    case 'dense':
      return act.every === 1 && act.first === 0 && tracked(act.kernel)?.kernel.domain === 'cells'
    case 'deliver':
    case 'walk':
      return tracked(act.kernel) !== undefined
    case 'aim':
    case 'lap':
    case 'inspect':
      return true
    default:
      return false
  }
}

const isAimOf = (act: Act, delivers: readonly Deliver[]): boolean =>
  act.kind === 'aim' && delivers.some(({ kernel }) => kernel === act.kernel)

/** Whether it adds to inboxes alone, and reads nothing that changes meanwhile. */
function isUnmoved(
  { kernel }: Deliver,
  rings: ReadonlySet<DeviceArray>,
  changing: ReadonlySet<DeviceArray>,
): boolean {
  const own = tracked(kernel)
  if (!own) return false
  const isRead = ([, array]: readonly [string, DeviceArray]): boolean => !rings.has(array)
  return (
    own.written.every((array) => rings.has(array)) &&
    own.arrays.filter(isRead).every(([, array]) => !changing.has(array))
  )
}

/** Acts on the same cells, each group with the step first. */
function groupsOf(acts: readonly Act[], gpu: Gpu): readonly Group[] | undefined {
  const drafts: { step: Dense; parts: CellPart[]; arrays: Set<DeviceArray> }[] = []
  for (const act of acts) {
    if (act.kind !== 'dense' && act.kind !== 'walk') continue
    const kernel = tracked(act.kernel)
    if (!kernel) return undefined
    const arrays = kernel.arrays.map(([, array]) => array)
    const isStep = act.kind === 'dense' && act.logs.length > 0
    if (isStep) drafts.push({ step: act, parts: [{ kernel }], arrays: new Set(arrays) })
    const draft = drafts.find(({ arrays: known }) => arrays.some((array) => known.has(array)))
    if (!draft) return undefined
    if (!isStep) draft.parts.push({ kernel, ...eventOf(act, draft.step) })
  }
  const groups = drafts.map(({ step, parts }) => groupOf(step, parts, { acts, gpu }))
  return groups.every((group) => group !== undefined) ? groups : undefined
}

function eventOf(act: Dense | Walk, { kernel, logs }: Dense): { readonly event?: string } {
  if (act.kind === 'dense') return {}
  const event = kernel.events[logs.indexOf(act.log)]
  return event === undefined ? {} : { event }
}

function groupOf(
  step: Dense,
  parts: readonly CellPart[],
  { acts, gpu }: { readonly acts: readonly Act[]; readonly gpu: Gpu },
): Group | undefined {
  const steps = PopulationSteps.of(gpu, parts, step.last)
  if (!steps) return undefined
  const inboxes = parts.flatMap(({ kernel }) =>
    kernel.sums.map(([buffer, ring]) => {
      const aim = acts.find((act): act is Aim => {
        return act.kind === 'aim' && act.kernel === kernel && act.buffer === buffer
      })
      const slot = (tick: number): number => (aim ? (tick % aim.slots) * aim.stride : 0)
      return { ring, slot }
    }),
  )
  return { step, steps, inboxes }
}
