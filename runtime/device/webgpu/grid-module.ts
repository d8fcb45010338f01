/** The module of a large network: an entry point for acts in a row that have nothing to do with each other. */
import type { Schedule } from '../schedule.ts'
import { GridShape } from './grid-shape.ts'
import type { Memory } from './memory.ts'
import { areIndependent, type PartOfDispatch } from './part-of-dispatch.ts'
import { type StepsModule, writeSteps } from './steps-module.ts'

/** Parts that are done at once, each by workgroups of its own: dispatches are what a network pays for. */
export interface Dispatch {
  readonly entry: string
  readonly parts: readonly PartOfDispatch[]
}

export interface GridModule extends StepsModule {
  readonly dispatches: readonly Dispatch[]
}

export function writeGrid(schedule: Schedule, memory: Memory): GridModule {
  const shape = new GridShape(memory)
  const way = { memory, shape, events: 'lists', isTable: false } as const
  const { text, parts, kernels, now } = writeSteps(schedule, way)
  const dispatches = merged(parts)
  const code = [text, ...dispatches.map((dispatch) => entryPoint(dispatch, shape.lanes))].join('\n')
  return { code, kernels, now, dispatches, entries: dispatches.map(({ entry }) => entry) }
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
function entryPoint({ entry, parts }: Dispatch, lanes: number): string {
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
