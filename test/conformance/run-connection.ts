/** One connection between two cells that spike when they are told: what tests of plasticity stand on. */
import { compile } from '../../compiler/index.ts'
import { openInterpreter } from '../../runtime/device/interpreter.ts'
import { ElementState } from '../../runtime/engine/element-state.ts'
import type { DeviceArray } from '../../runtime/device/device.ts'
import { modelFiles } from '../library.ts'

export interface Spikes {
  readonly pre: readonly number[]
  readonly post: readonly number[]
  /** Weight at the beginning; 1 unless told. */
  readonly weight?: number
}

export interface Connection {
  readonly value: (name: string) => number
  readonly target: (name: string) => number
}

const dt = 0.1

/** Runs the last projection of a model; `after` sees the connection behind every step with a spike. */
export function runConnection(
  text: string,
  spikes: Spikes,
  after?: (seen: Connection, t: number) => void,
): Connection {
  const program = compile({ path: 'models/test.livn', text }, modelFiles.surroundings)
  const projection = program.projections.at(-1)
  const post = program.populations.find((p) => p.name === projection?.post)
  if (!projection || !post) throw new Error('no projection')
  const device = openInterpreter('f64')
  const common = { device, count: 1, dt, seed: 1 }
  const cell = new ElementState({ ...common, slots: post.slots, propagators: post.propagators })
  const own = new ElementState({
    ...common,
    slots: projection.slots,
    propagators: projection.kernels.propagators,
  })
  const side = <T>(map: ReadonlyMap<string, T>): [string, T][] =>
    [...map].flatMap(([name, value]): [string, T][] => [
      [`post.${name}`, value],
      [`pre.${name}`, value],
    ])
  const arrays = new Map<string, DeviceArray>([...own.arrays, ...side(cell.arrays)])
  const shared = new Map<string, number>([...own.shared, ...side(cell.shared)])
  const only = new Int32Array([0])
  const bind = (kernel: (typeof program.artifact.kernels)[number]) =>
    device.bind({ ...program.artifact, kernels: [kernel] }, kernel.name, {
      arrays,
      shared,
      source: only,
      target: only,
    })
  const at = (step: number) => ({ step, t: step * dt, first: 0, last: 1, list: only })
  if (projection.kernels.initialize) bind(projection.kernels.initialize).run(at(0))
  own.arrays.get('weight')?.fill(spikes.weight ?? 1)
  const read = (map: ReadonlyMap<string, DeviceArray>) => (name: string) =>
    map.get(name)?.[0] ?? Number.NaN
  const seen: Connection = { value: read(own.arrays), target: read(cell.arrays) }
  const paths = projection.kernels.pathways.map((path) => ({ ...path, bound: bind(path.kernel) }))
  own.propagate()
  for (const [name, value] of own.shared) shared.set(name, value)
  const advance = projection.kernels.advance && bind(projection.kernels.advance)
  const times = [...new Set([...spikes.pre, ...spikes.post])].sort((a, b) => a - b)
  let next = 0
  for (const t of times) {
    const step = Math.round(t / dt)
    for (; advance && next < step; next++) advance.run(at(next))
    for (const path of paths) if (spikes[path.side].includes(t)) path.bound.run(at(step))
    after?.(seen, t)
  }
  return seen
}
