/**
 * Writes the acts of a schedule as one WGSL module: a function for each, which calls those of kernels, and an entry
 * point for acts in a row that have nothing to do with each other. Dispatches are what a small network pays for.
 *
 * What differs from step to step stands in `now`, a row of words for each tick: the tick, the step of every clock,
 * what kernels want to know of a step, and which row a player is at. The host writes the rows of many ticks at once.
 */
import { writeFunctions } from '../../../compiler/emit/wgsl/emit.ts'
import type { BoundKernel } from '../device.ts'
import type { Act, Aim, Inspect, Schedule } from '../schedule.ts'
import type { WebgpuKernel } from './bound-kernel.ts'
import type { Memory } from './memory.ts'
import { NowLayout } from './now-layout.ts'
import { areIndependent, lanes, type PartOfDispatch } from './part-of-dispatch.ts'
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

/** Parts that are done at once, each by workgroups of its own. */
export interface Dispatch {
  readonly entry: string
  readonly parts: readonly PartOfDispatch[]
}

export interface StepsModule {
  readonly code: string
  readonly dispatches: readonly Dispatch[]
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
  const frameOf = (bound: WebgpuKernel): string => `frames.k${kernels.indexOf(bound)}`
  const parts = partsOf(acts, { memory, now, nameOf, frameOf })
  const dispatches = merged(parts)
  const code = [
    text,
    `struct Frames {\n${frames.length > 0 ? frames.join('\n') : '  none: u32,'}\n}\n`,
    '@group(0) @binding(3) var<storage, read> frames: Frames;\n',
    now.text(),
    lists,
    ...parts.map((part) => part.code),
    ...dispatches.map(entryPoint),
  ].join('\n')
  return { code, kernels, now, dispatches }
}

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

/** Parts in a row that are due together and touch nothing that another one changes. */
function merged(parts: readonly PartOfDispatch[]): readonly Dispatch[] {
  const groups: PartOfDispatch[][] = []
  for (const part of parts) {
    const last = groups.at(-1)
    const fits = last?.every(
      (other) =>
        other.every === part.every &&
        !other.play &&
        !part.play &&
        areIndependent(other.touched, part.touched),
    )
    if (last && fits) last.push(part)
    else groups.push([part])
  }
  return groups.map((group, k) => ({ entry: `dispatch_${k}`, parts: group }))
}

/** The third number of a workgroup says which part it works for. */
function entryPoint({ entry, parts }: Dispatch): string {
  const calls = parts.map(({ name }) => `${name}(workgroup, lane, groups.x * groups.y);`)
  const body =
    parts.length === 1
      ? calls.map((call) => `  ${call}`)
      : [
          '  switch (group.z) {',
          ...calls.map((call, k) => `    case ${k}u: {\n      ${call}\n    }`),
          '    default: {}',
          '  }',
        ]
  return [
    `@compute @workgroup_size(${lanes})`,
    `fn ${entry}(`,
    '  @builtin(workgroup_id) group: vec3<u32>,',
    '  @builtin(num_workgroups) groups: vec3<u32>,',
    '  @builtin(local_invocation_index) lane: u32,',
    ') {',
    '  let workgroup = group.x + group.y * groups.x;',
    ...body,
    '}\n',
  ].join('\n')
}
