/** The networks that Brian2 has run too: opened, simulated, and what they should have done. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Env } from '../../runtime/env.ts'
import type { SystemLike } from '../../runtime/link/system-like.ts'
import { modelFiles } from '../library.ts'

const folder = fileURLToPath(new URL('reference', import.meta.url))
export const referenceNames = readdirSync(folder).flatMap(
  (file) => file.match(/^(.+)\.json$/)?.[1] ?? [],
)

export interface Reference {
  readonly about: string
  readonly dt: number
  readonly duration: number
  readonly populations: Readonly<
    Record<string, { count: number; dt: number; set: Record<string, number[]> }>
  >
  readonly projections: readonly (Readonly<Record<string, unknown>> & {
    readonly pre: string
    readonly post: string
    readonly synapse: string
    readonly i: number[]
    readonly j: number[]
    readonly weight?: number[]
    readonly delay?: number[]
  })[]
  readonly spikes: Readonly<Record<string, { i: number[]; step: number[] }>>
  readonly states: Readonly<
    Record<string, Record<string, { cells: number[]; every: number; values: number[][] }>>
  >
}

const read = (name: string): Reference => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'))

function systemOf({ populations, projections }: Reference): SystemLike {
  let offset = 0
  return {
    populations: Object.entries(populations).map(([name, { count }]) => {
      offset += count
      return { name, count, offset: offset - count }
    }),
    projections: projections.map(({ pre, post, synapse, i, j, weight, delay, ...rest }) => ({
      pre,
      post,
      synapse,
      i: Int32Array.from(i),
      j: Int32Array.from(j),
      ...(weight ? { weight: Float64Array.from(weight) } : {}),
      ...(delay ? { delay: Float64Array.from(delay) } : {}),
      parameters: new Map(
        Object.entries(rest).map(([key, values]) => [key, Float64Array.from(values as number[])]),
      ),
    })),
  }
}

export interface Way {
  readonly backend: string
  readonly threads: number
  readonly precision?: 'f64' | 'f32'
  /** Copies side by side, and which of them is looked at. */
  readonly replicas?: number
  readonly replica?: number
}

function openNetwork(
  name: string,
  reference: Reference,
  { backend, threads, precision, replicas = 1 }: Way,
): Env {
  const path = `${folder}/${name}.livn`
  const populations = Object.entries(reference.populations)
  const env = new Env(
    { path, text: readFileSync(path, 'utf8') },
    {
      ...modelFiles.surroundings,
      system: systemOf(reference),
      dt: Object.fromEntries(populations.map(([key, { dt }]) => [key, dt])),
      perCell: Object.fromEntries(populations.map(([key, { set }]) => [key, Object.keys(set)])),
      backend,
      threads,
      replicas,
      ...(precision ? { precision } : {}),
    },
  )
  for (const [key, { set }] of populations) {
    for (const [variable, values] of Object.entries(set)) env.set(key, variable, values)
  }
  for (const key of Object.keys(reference.spikes)) {
    const [population = '', event = 'spike'] = key.split('.')
    env.record(event === 'spike' ? 'spikes' : event, population)
  }
  for (const [key, states] of Object.entries(reference.states)) {
    const dt = reference.populations[key]?.dt ?? reference.dt
    for (const [variable, { cells, every }] of Object.entries(states)) {
      const isConnection = !reference.populations[key]
      if (isConnection) env.record(`${key}.weight`, undefined, { dt: every * dt })
      else {
        const { offset = 0 } = env.populations.find(({ name }) => name === key) ?? {}
        const gids = cells.map((cell) => offset + cell)
        env.record(variable, key, { gids, dt: every * dt, as: `${key}.${variable}` })
      }
    }
  }
  return env
}

export async function simulate(name: string, way: Way) {
  const reference = read(name)
  const env = openNetwork(name, reference, way)
  const whole = await env.run(reference.duration)
  const engine = env.linked.plan.device.remote?.engine()
  await env.close()
  const { replicas = 1, replica = 0 } = way
  const run = replicas === 1 ? whole : whole.replica(replica)
  const spikes = Object.entries(reference.spikes).map(([key]) => {
    const [population = '', event = 'spike'] = key.split('.')
    const range = env.populations.find((p) => p.name === population)
    const { ids, times } = run.select({ population }).events(event === 'spike' ? 'spikes' : event)
    const dt = reference.populations[population]?.dt ?? reference.dt
    return [...ids].map((id, k) => [Math.round((times[k] ?? 0) / dt), id - (range?.offset ?? 0)])
  })
  const states = Object.entries(reference.states).flatMap(([key, all]) =>
    Object.entries(all).flatMap(([variable, { cells }]) => {
      const isConnection = !reference.populations[key]
      if (!isConnection) return run.signal(`${key}.${variable}`).map((row) => [...row])
      const rows = whole.signal(`${key}.weight`)
      const order = connectionOrder(reference)
      const first = replica * order.length
      return cells.map((k) => [...(rows[first + order.indexOf(k)] ?? [])])
    }),
  )
  return { reference, spikes, states, engine }
}

/** Connections are kept by source, then target. */
function connectionOrder({ projections: [only] }: Reference): readonly number[] {
  const { i = [], j = [] } = only ?? {}
  return i.map((_, k) => k).sort((a, b) => (i[a] ?? 0) - (i[b] ?? 0) || (j[a] ?? 0) - (j[b] ?? 0))
}

export const expectedSpikes = ({ spikes }: Reference) =>
  Object.values(spikes).map(({ i, step }) =>
    i.map((id, k) => [step[k] ?? 0, id]).sort(([s = 0, a = 0], [t = 0, b = 0]) => s - t || a - b),
  )

export const expectedStates = ({ states }: Reference) =>
  Object.values(states).flatMap((all) => Object.values(all).flatMap(({ values }) => values))

/** The largest difference, relative to the size of the trace. */
export function deviation(ours: readonly number[][], theirs: readonly number[][]): number {
  let worst = 0
  theirs.forEach((trace, k) => {
    const size = trace.reduce((most, x) => Math.max(most, Math.abs(x)), 1)
    trace.forEach((x, n) => {
      worst = Math.max(worst, Math.abs(x - (ours[k]?.[n] ?? Number.NaN)) / size)
    })
  })
  return worst
}
