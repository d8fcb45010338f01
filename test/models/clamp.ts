/** Runs cells of one neuron of the library with constant inputs through the engine: what tests of models stand on. */
import type { Loader, Source, Surroundings } from '../../compiler/index.ts'
import { setValue, valueOf } from '../../runtime/cell-values.ts'
import { recordCells } from '../../runtime/engine/record.ts'
import { Simulation } from '../../runtime/engine/simulation.ts'
import { link } from '../../runtime/link/link.ts'
import { modelFiles } from '../library.ts'

/** By name: one number for all cells, or one for each; in the units of the model. */
type Values = Readonly<Record<string, number | readonly number[]>>

export interface Clamping {
  readonly dt: number
  /** In ms. */
  readonly duration: number
  /** Inputs, from a time in ms to another. */
  readonly inputs?: Values
  readonly from?: number
  readonly until?: number
  /** Parameters and states. */
  readonly set?: Values
  readonly count?: number
  readonly backend?: string
  readonly precision?: 'f64' | 'f32'
  /** Another way to integrate than the model's own. */
  readonly method?: string
  readonly seed?: number
  /** What to sample, and how many steps apart. */
  readonly watch?: string
  readonly every?: number
}

export interface Clamped {
  /** ms, by cell. */
  readonly spikes: readonly (readonly number[])[]
  /** The last value of a state, in its unit. */
  readonly value: (state: string, cell?: number) => number
  /** What was watched, by cell. */
  readonly trace: readonly Float64Array[]
}

/**
 * Each current for five cells, a billionth apart: in some cells the last bits decide about a spike in fifty, which five
 * make less of.
 */
export const fivefold = (currents: readonly number[]): readonly number[] =>
  currents.flatMap((current) => [-2, -1, 0, 1, 2].map((k) => current * (1 + k * 1e-9)))

/** Runs a neuron of the library by its name. */
export async function clamp(name: string, clamping: Clamping): Promise<Clamped> {
  const { dt, duration, inputs = {}, set = {}, from = 0, until = duration, every = 1 } = clamping
  const simulation = simulationOf(name, clamping)
  const [member] = simulation.members
  if (!member) throw new Error(`${name} has no cells`)
  const { population } = member
  simulation.recordEvents(population.compiled.name, 'spike')
  const watched = clamping.watch
    ? recordCells(member, simulation.plan, { name: clamping.watch, every })
    : undefined
  watched?.begin(0)
  for (const [key, value] of Object.entries(set)) setValue(population, key, value)
  simulation.relink()
  await advance(simulation, from / dt)
  for (const [key, value] of Object.entries(inputs)) setValue(population, key, value)
  await advance(simulation, until / dt)
  if (until < duration) for (const key of Object.keys(inputs)) setValue(population, key, 0)
  await advance(simulation, duration / dt)
  const states = new Map<string, readonly number[]>()
  for (const { name: state, role } of population.compiled.slots) {
    const value = role === 'state' ? valueOf(population, state) : undefined
    if (value !== undefined) states.set(state, typeof value === 'number' ? [value] : [...value])
  }
  const { values, samples } = watched?.take(simulation.tick) ?? {
    values: new Float64Array(),
    samples: 0,
  }
  const spikes = spikesOf(simulation, population.count)
  simulation.close()
  return {
    spikes,
    value: (state, cell = 0) => states.get(state)?.[cell] ?? Number.NaN,
    trace: spikes.map((_, cell) => values.subarray(cell * samples, (cell + 1) * samples)),
  }
}

function simulationOf(name: string, clamping: Clamping): Simulation {
  const { dt, backend = 'wasm', precision = 'f64', seed = 1, method, set = {} } = clamping
  const lists = [...Object.values(clamping.inputs ?? {}), ...Object.values(set)]
  const cells = lists.map((value) => (typeof value === 'number' ? 1 : value.length))
  const count = clamping.count ?? Math.max(1, ...cells)
  const perCell = { [name]: Object.keys(set).filter((key) => typeof set[key] !== 'number') }
  const { source, ...surroundings } = textOf(name, method)
  const options = { name, count, dt, backend, precision, seed, perCell }
  const { plan } = link(source, { ...surroundings, ...options })
  return new Simulation(plan)
}

/** The library's text, with another method where one is asked for; what it imports is found as before. */
function textOf(name: string, method: string | undefined): { source: Source } & Surroundings {
  const source = modelFiles.library.get(name)
  if (!source) throw new Error(`the library declares no ${name}`)
  if (method === undefined) return { source, ...modelFiles.surroundings }
  const head = new RegExp(`^neuron ${name}\\b[^{]*\\{`, 'm')
  const own = source.text.replace(/^ {2}method .*\n/gm, '')
  const text = own.replace(head, (line) => `${line}\n  method ${method}\n`)
  const changed: Source = { ...source, text }
  const loader: Loader = {
    load: (path, from) => modelFiles.loader.load(path, from === changed ? source : from),
  }
  return { source: changed, library: modelFiles.library, loader }
}

const advance = async (simulation: Simulation, until: number): Promise<void> => {
  while (simulation.tick < Math.round(until) && (await simulation.advance(Math.round(until))));
}

function spikesOf(simulation: Simulation, count: number): readonly (readonly number[])[] {
  const spikes: number[][] = Array.from({ length: count }, () => [])
  const { dt, populations } = simulation.plan
  const taken = simulation.takeEvents(populations[0]?.compiled.name ?? '', 'spike')
  for (const [k, cell] of taken?.elements.entries() ?? []) {
    spikes[cell]?.push((taken?.ticks[k] ?? 0) * dt)
  }
  return spikes
}
