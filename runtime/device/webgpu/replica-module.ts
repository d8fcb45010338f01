/** The module of many small networks: one entry point takes a workgroup through all steps of its replica. */
import type { Schedule } from '../schedule.ts'
import type { Memory } from './memory.ts'
import type { NowLayout } from './now-layout.ts'
import type { Share } from './fits-a-workgroup.ts'
import { areIndependent, type PartOfDispatch } from './part-of-dispatch.ts'
import { listsOfRows } from './lists-of-rows.ts'
import type { Rasters } from './rasters.ts'
import { ReplicaShape } from './replica-shape.ts'
import { indented, type Lines } from './shape.ts'
import { type StepsModule, writeSteps } from './steps-module.ts'

export interface ReplicaOptions {
  readonly memory: Memory
  readonly rasters: Rasters
  readonly replicas: number
  readonly share: Share
}

export const entries = {
  steps: 'run_steps',
  count: 'count_events',
  place: 'place_lists',
  fill: 'fill_lists',
} as const

export function writeReplica(schedule: Schedule, options: ReplicaOptions): StepsModule {
  const { memory, rasters, share, replicas } = options
  const shape = new ReplicaShape({ memory, rasters, replicas, lanes: share.lanes })
  const way = { memory, shape, events: 'bits', isTable: true } as const
  const { text, parts, kernels, now } = writeSteps(schedule, way)
  const flags = schedule.acts.flatMap((act) => (act.kind === 'inspect' ? [act.flag] : []))
  const code = [
    text,
    runSteps(parts, { now, share, replicas }),
    listsOfRows(rasters, memory, [...new Set(flags)]),
  ].join('\n')
  return { code, kernels, now, entries: Object.values(entries) }
}

interface Around {
  readonly now: NowLayout
  readonly share: Share
  readonly replicas: number
}

/** Where several replicas are in a workgroup, those of the last one may be fewer: all come to the barriers. */
function runSteps(parts: readonly PartOfDispatch[], { now, share, replicas }: Around): string {
  const { lanes, perWorkgroup } = share
  const phases = phasesOf(parts).flatMap((phase) => phaseLines(phase, now))
  return [
    `@compute @workgroup_size(${lanes * perWorkgroup})`,
    `fn ${entries.steps}(`,
    '  @builtin(workgroup_id) group: vec3<u32>,',
    '  @builtin(num_workgroups) groups: vec3<u32>,',
    '  @builtin(local_invocation_index) thread: u32,',
    ') {',
    `  let lane = thread % ${lanes}u;`,
    `  let replica = (group.x + group.y * groups.x) * ${perWorkgroup}u + thread / ${lanes}u;`,
    `  let is_there = replica < ${replicas}u;`,
    '  for (var row = 0u; row < ticks.count; row++) {',
    ...phases.map((line) => `    ${line}`),
    '  }',
    '}\n',
  ].join('\n')
}

/**
 * Parts between two barriers: what one of them touches none of the others changes, or only for the same element, and
 * that is always done by the same thread.
 */
function phasesOf(parts: readonly PartOfDispatch[]): readonly (readonly PartOfDispatch[])[] {
  const phases: PartOfDispatch[][] = []
  for (const part of parts) {
    const last = phases.at(-1)
    if (last?.every((other) => mayShareAPhase(other, part))) last.push(part)
    else phases.push([part])
  }
  return phases
}

const mayShareAPhase = (a: PartOfDispatch, b: PartOfDispatch): boolean =>
  (a.alone !== undefined && a.alone === b.alone) || areIndependent(a.touched, b.touched)

/** A barrier stands before a phase: all threads are there or none, since all see the same tick. */
function phaseLines(phase: readonly PartOfDispatch[], now: NowLayout): Lines {
  const conditions = new Set(phase.map((part) => now.conditionOf(part)))
  const [only] = conditions.size === 1 ? conditions : []
  const calls = phase.flatMap((part) => {
    const call = `${part.name}(replica, lane, row);`
    const condition = only ? undefined : now.conditionOf(part)
    return condition ? [`if (${condition}) {`, `  ${call}`, '}'] : [call]
  })
  const lines = ['storageBarrier();', 'if (is_there) {', ...indented(calls), '}']
  return only ? [`if (${only}) {`, ...indented(lines), '}'] : lines
}
