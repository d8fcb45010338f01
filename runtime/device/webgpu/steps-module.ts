/**
 * Writes the acts of a schedule as text: a function for each, which calls those of kernels. Who calls them is for one of
 * the engines to write: `grid-module.ts`, `epoch-module.ts`, `replica-module.ts`.
 *
 * What differs from step to step stands in a row of words for each tick: the tick, the step of every clock, what
 * kernels want to know of a step, and which row a player is at. The host writes the rows of many ticks at once.
 */
import { type EventForm, writeFunctions } from '../../../compiler/emit/wgsl/emit.ts'
import type { BoundKernel } from '../device.ts'
import type { Act, Aim, EventLog, Inspect, Schedule } from '../schedule.ts'
import type { WebgpuKernel } from './bound-kernel.ts'
import type { Memory } from './memory.ts'
import { mergeDeliveries } from './merge-deliveries.ts'
import { NowLayout } from './now-layout.ts'
import type { PartOfDispatch } from './part-of-dispatch.ts'
import type { Shape } from './shape.ts'
import { writeClear, writeInspect, writeLap, writePlay, writeSample } from './write-array-act.ts'
import {
  ours,
  type Surroundings,
  writeDeliver,
  writeDense,
  writeSettling,
  writeWalk,
  type Writing,
} from './write-kernel-act.ts'

/** A module with its entry points. */
export interface StepsModule {
  readonly code: string
  readonly entries: readonly string[]
  readonly kernels: readonly WebgpuKernel[]
  readonly now: NowLayout
}

/** Everything but the entry points. */
export interface Steps {
  readonly text: string
  readonly parts: readonly PartOfDispatch[]
  readonly kernels: readonly WebgpuKernel[]
  readonly now: NowLayout
}

interface Way {
  readonly memory: Memory
  readonly shape: Shape
  readonly events: EventForm
  /** All rows of a submission are there at once. */
  readonly isTable: boolean
}

export function writeSteps({ acts }: Schedule, { memory, shape, events, isTable }: Way): Steps {
  const kernels = kernelsIn(acts)
  const functions = [...new Set(kernels.map(({ kernel }) => kernel))]
  const title = 'the steps of a network'
  const { text, names } = writeFunctions(functions, { title, wanted: ['sum_at'], events })
  const nameOf = (bound: WebgpuKernel): string => names[functions.indexOf(bound.kernel)] ?? ''
  const now = new NowLayout(acts, kernels, { nameOf, isTable })
  const frames = kernels.map((bound, k) => `  k${k}: ${nameOf(bound)}_at,`)
  const frameOf = (bound: WebgpuKernel): string => `frames.k${kernels.indexOf(bound)}`
  const counts = cellsIn(acts)
  const cellsOf = (log: EventLog): number => counts.get(log) ?? 0
  const single = partsOf(acts, { shape, memory, now, nameOf, frameOf, cellsOf })
  const parts = shape.looksOnce ? mergeDeliveries(single, shape) : single
  const all = [
    text,
    `struct Frames {\n${frames.length > 0 ? frames.join('\n') : '  none: u32,'}\n}\n`,
    '@group(0) @binding(3) var<storage, read> frames: Frames;\n',
    now.text(),
    lists,
    ...parts.map((part) => part.code),
  ]
  return { text: all.join('\n'), parts, kernels, now }
}

const cellsIn = (acts: readonly Act[]): ReadonlyMap<EventLog, number> =>
  new Map(
    acts.flatMap((act) =>
      act.kind === 'dense' ? act.logs.map((log) => [log, act.last - act.first] as const) : [],
    ),
  )

/** Where the list of a step is, and where the next one will be. */
const lists = `\
/// Where the list of a step begins.
fn list_of(words: u32, places: u32, mask: i32, step: i32) -> u32 {
  return words + u32(wholes[places + u32(step & mask)]);
}

/// Where the list after that begins.
fn list_after(words: u32, places: u32, mask: i32, step: i32) -> u32 {
  let last = list_of(words, places, mask, step);
  return last + 1u + atomicLoad(&tallies[last]);
}
`

function kernelsIn(acts: readonly Act[]): readonly WebgpuKernel[] {
  return [...new Set(acts.flatMap((act) => ('kernel' in act ? [ours(act.kernel)] : [])))]
}

/** Aims become a part of what uses the kernel next; looks for values that are not finite are one. */
function partsOf(acts: readonly Act[], surroundings: Surroundings): readonly PartOfDispatch[] {
  const aims = new Map<BoundKernel, Map<string, Aim>>()
  const parts: PartOfDispatch[] = []
  let inspected: Inspect[] = []
  const writing = (own: readonly Aim[] = []): Writing => {
    return { ...surroundings, aims: own, name: `act_${parts.length}` }
  }
  const flush = (): void => {
    parts.push(...writeInspect(inspected, writing()))
    inspected = []
  }
  for (const act of acts) {
    if (act.kind === 'inspect') {
      const [first] = inspected
      if (first && !isAlike(first, act)) flush()
      inspected.push(act)
      continue
    }
    flush()
    if (act.kind === 'aim') {
      aims.set(act.kernel, (aims.get(act.kernel) ?? new Map<string, Aim>()).set(act.buffer, act))
      continue
    }
    const own = 'kernel' in act ? [...(aims.get(act.kernel)?.values() ?? [])] : []
    parts.push(...write(act, writing(own)))
  }
  flush()
  return parts
}

const isAlike = (a: Inspect, b: Inspect): boolean =>
  a.first === b.first && a.last === b.last && a.every === b.every && a.flag === b.flag

function write(
  act: Exclude<Act, { kind: 'aim' | 'inspect' }>,
  writing: Writing,
): readonly PartOfDispatch[] {
  switch (act.kind) {
    case 'dense':
      return [writeDense(act, writing), ...writeSettling(act, writing)]
    case 'walk':
      return [writeWalk(act, writing)]
    case 'deliver':
      return [writeDeliver(act, writing), ...writeSettling(act, writing)]
    case 'lap':
      return [writeLap(act, writing)]
    case 'clear':
      return [writeClear(act, writing)]
    case 'sample':
      return [writeSample(act, writing)]
    case 'play':
      return [writePlay(act, writing)]
    case 'meet':
      return []
    default:
      return act satisfies never
  }
}
