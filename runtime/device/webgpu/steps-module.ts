/**
 * Writes the acts of a schedule as one WGSL module: an entry point for each, which calls the functions of kernels.
 *
 * What differs from step to step stands in `now`, a row of words for each tick: the tick, the step of every clock,
 * what kernels want to know of a step, and which row a player is at. The host writes the rows of many ticks at once.
 */
import { writeFunctions } from '../../../compiler/emit/wgsl/emit.ts'
import { InternalError } from '../../../compiler/ir/internal-error.ts'
import type { BoundKernel } from '../device.ts'
import type { Act, Aim, Inspect, Play, Schedule } from '../schedule.ts'
import { WebgpuKernel } from './bound-kernel.ts'
import type { Memory } from './memory.ts'
import { NowLayout } from './now-layout.ts'
import { type Entry, type Surroundings, writeAct } from './write-act.ts'

/** One dispatch, in the ticks in which it is due. */
export interface Step {
  readonly entry: string
  readonly workgroups: readonly [number, number]
  /** In ticks that are a multiple of this; or when the player has something new. */
  readonly every: number
  readonly play?: Play
}

export interface StepsModule {
  readonly code: string
  readonly steps: readonly Step[]
  readonly kernels: readonly WebgpuKernel[]
  readonly now: NowLayout
}

export function writeSteps({ acts }: Schedule, memory: Memory): StepsModule {
  const kernels = kernelsIn(acts)
  const functions = [...new Set(kernels.map(({ kernel }) => kernel))]
  const { text, names } = writeFunctions(functions, 'the steps of a network', ['sum_at'])
  const nameOf = (bound: WebgpuKernel): string => names[functions.indexOf(bound.kernel)] ?? ''
  const now = new NowLayout(acts, kernels, nameOf)
  const frames = kernels.map((bound, k) => `  k${k}: ${nameOf(bound)}_at,`)
  const surroundings: Surroundings = {
    memory,
    now,
    nameOf,
    frameOf: (bound) => `frames.k${kernels.indexOf(bound)}`,
  }
  const entries = entriesOf(acts, surroundings)
  const code = [
    text,
    `struct Frames {\n${frames.length > 0 ? frames.join('\n') : '  none: u32,'}\n}\n`,
    '@group(0) @binding(3) var<storage, read> frames: Frames;\n',
    now.text(),
    listing,
    ...entries.map((entry) => entry.code),
  ].join('\n')
  return { code, kernels, now, steps: entries.map(({ code: _, ...step }) => step) }
}

/** Where the list of a step is, and where the next one will be. */
const listing = `\
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

export function asOurs(kernel: BoundKernel): WebgpuKernel {
  if (kernel instanceof WebgpuKernel) return kernel
  throw new InternalError('webgpu', 'a kernel is not ours')
}

function kernelsIn(acts: readonly Act[]): readonly WebgpuKernel[] {
  return [...new Set(acts.flatMap((act) => ('kernel' in act ? [asOurs(act.kernel)] : [])))]
}

/** Aims become a part of what uses the kernel next; looks for values that are not finite are one. */
function entriesOf(acts: readonly Act[], surroundings: Surroundings): readonly Entry[] {
  const aims = new Map<BoundKernel, Map<string, Aim>>()
  const entries: Entry[] = []
  let inspected: Inspect[] = []
  const flush = (): void => {
    const [first] = inspected
    if (first)
      entries.push(
        ...writeAct(first, { ...surroundings, aims: [], inspected, nth: entries.length }),
      )
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
    entries.push(
      ...writeAct(act, { ...surroundings, aims: own, inspected: [], nth: entries.length }),
    )
  }
  flush()
  return entries
}

const isAlike = (a: Inspect, b: Inspect): boolean =>
  a.first === b.first && a.last === b.last && a.every === b.every && a.flag === b.flag
