/** The module of many small networks: one entry point takes a workgroup through all steps of its replica. */
import type { Schedule } from '../schedule.ts'
import type { Memory } from './memory.ts'
import type { NowLayout } from './now-layout.ts'
import { areIndependent, type PartOfDispatch } from './part-of-dispatch.ts'
import { listsOfRows } from './lists-of-rows.ts'
import type { Rasters } from './rasters.ts'
import { ReplicaShape } from './replica-shape.ts'
import type { Lines } from './shape.ts'
import { type StepsModule, writeSteps } from './steps-module.ts'

export interface ReplicaOptions {
  readonly memory: Memory
  readonly rasters: Rasters
  readonly replicas: number
  readonly lanes: number
}

export const entries = {
  steps: 'run_steps',
  count: 'count_events',
  place: 'place_lists',
  fill: 'fill_lists',
} as const

export function writeReplica(schedule: Schedule, options: ReplicaOptions): StepsModule {
  const { memory, rasters, lanes, replicas } = options
  const way = { memory, shape: new ReplicaShape(options), events: 'bits', isTable: true } as const
  const { text, parts, kernels, now } = writeSteps(schedule, way)
  const flags = schedule.acts.flatMap((act) => (act.kind === 'inspect' ? [act.flag] : []))
  const code = [
    text,
    runSteps(parts, { now, lanes, replicas }),
    listsOfRows(rasters, memory, [...new Set(flags)]),
  ].join('\n')
  return { code, kernels, now, entries: Object.values(entries) }
}

interface Around {
  readonly now: NowLayout
  readonly lanes: number
  readonly replicas: number
}

function runSteps(parts: readonly PartOfDispatch[], { now, lanes, replicas }: Around): string {
  const phases = phasesOf(parts).flatMap((phase) => phaseLines(phase, now))
  return [
    `@compute @workgroup_size(${lanes})`,
    `fn ${entries.steps}(`,
    '  @builtin(workgroup_id) group: vec3<u32>,',
    '  @builtin(num_workgroups) groups: vec3<u32>,',
    '  @builtin(local_invocation_index) lane: u32,',
    ') {',
    '  let replica = group.x + group.y * groups.x;',
    `  if (replica >= ${replicas}u) {`,
    '    return;',
    '  }',
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
  const calls = phase.flatMap((part) => {
    const call = `${part.name}(replica, lane, row);`
    const condition = conditionOf(part, now)
    return condition ? [`if (${condition}) {`, `  ${call}`, '}'] : [call]
  })
  const conditions = [...new Set(phase.map((part) => conditionOf(part, now)))]
  const [only] = conditions
  if (conditions.length > 1 || !only) return ['storageBarrier();', ...calls]
  const bare = phase.map((part) => `  ${part.name}(replica, lane, row);`)
  return [`if (${only}) {`, '  storageBarrier();', ...bare, '}']
}

function conditionOf({ every, play }: PartOfDispatch, now: NowLayout): string | undefined {
  if (play) return now.isNew(play)
  return every === 1 ? undefined : `${now.tick} % ${every} == 0`
}
