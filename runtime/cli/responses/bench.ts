/** Cells on a table: a model that is run, touched and watched, without a system or electrodes. */
import type { Source } from '../../../compiler/index.ts'
import { recordCells } from '../../engine/record.ts'
import { Simulation } from '../../engine/simulation.ts'
import { link } from '../../link/link.ts'
import type { LinkOptions } from '../../link/options.ts'

export interface Rows {
  readonly unit: string
  /** ms from sample to sample. */
  readonly dt: number
  /** One for each cell. */
  readonly rows: readonly Float64Array[]
}

export interface Trial {
  readonly duration: number
  /** In ms from the beginning of the trial, of each cell. */
  readonly spikes: readonly Float64Array[]
  readonly signals: ReadonlyMap<string, Rows>
}

/** One after the other. */
export function joinTrials(a: Trial, b: Trial): Trial {
  const later = (times: Float64Array = new Float64Array()) => times.map((t) => t + a.duration)
  const joined = [...a.signals].map(([name, { unit, dt, rows }]) => {
    const more = b.signals.get(name)?.rows ?? []
    return [name, { unit, dt, rows: rows.map((row, k) => concat(row, more[k])) }] as const
  })
  return {
    duration: a.duration + b.duration,
    spikes: a.spikes.map((own, k) => concat(own, later(b.spikes[k]))),
    signals: new Map(joined),
  }
}

const concat = (a: Float64Array, b: Float64Array = new Float64Array()): Float64Array =>
  Float64Array.from([...a, ...b])

export interface Watch {
  readonly names?: readonly string[]
  /** ms from sample to sample. */
  readonly every?: number
}

/** Each run takes other blocks for what it records, and there are a few. */
const room = 2 ** 25

export class Bench {
  private readonly simulation: Simulation
  private readonly population: string

  /** What is watched are the cells of `population`; the last one where it is not told. */
  constructor(source: Source, options: LinkOptions & { readonly population?: string }) {
    const { plan } = link(source, { backend: 'wasm', spare: room, ...options })
    this.simulation = new Simulation(plan)
    this.population = options.population ?? plan.populations.at(-1)?.compiled.name ?? ''
  }

  private get cells() {
    const found = this.simulation.members.find(
      ({ population }) => population.compiled.name === this.population,
    )
    if (!found) throw new Error(`no population ${this.population}`)
    return found
  }

  get count(): number {
    return this.cells.population.count
  }

  get recordables() {
    return this.cells.population.compiled.recordables
  }

  /** Back to the beginning. */
  restart(): this {
    this.simulation.initialize()
    return this
  }

  /** A state, parameter or stimulus, in the unit it was declared in. */
  set(name: string, value: number | ArrayLike<number>): this {
    const { population } = this.cells
    const scale = population.compiled.slots.find((slot) => slot.name === name)?.scale ?? 1
    const scaled =
      typeof value === 'number' ? value * scale : Float64Array.from(value, (x) => x * scale)
    population.set(name, scaled)
    this.simulation.relink()
    return this
  }

  /** Goes on for so many ms. */
  async run(duration: number, { names = [], every }: Watch = {}): Promise<Trial> {
    const { simulation, population } = this
    const { plan } = simulation
    const ticks = (ms: number): number => Math.max(1, Math.round(ms / plan.dt))
    const step = every === undefined ? 1 : ticks(every)
    simulation.stopRecording()
    simulation.recordEvents(population, 'spike')
    const recorders = names.flatMap((name) => {
      const recorder = recordCells(this.cells, plan, { name, every: step })
      return recorder ? [{ name, recorder }] : []
    })
    const first = simulation.tick
    for (const { recorder } of recorders) recorder.begin(first)
    while (await simulation.advance(first + ticks(duration))) await breathe()
    const spikes = this.spikesSince(first)
    const signals = recorders.map(({ name, recorder }) => {
      const unit = this.recordables.find((each) => each.name === name)?.unit ?? ''
      const { values, samples } = recorder.take(simulation.tick)
      const rows = Array.from({ length: this.count }, (_, k) =>
        values.slice(k * samples, (k + 1) * samples),
      )
      return [name, { unit, dt: step * plan.dt, rows }] as const
    })
    return { duration, spikes, signals: new Map(signals) }
  }

  private spikesSince(first: number): readonly Float64Array[] {
    const { elements = [], ticks = [] } = this.simulation.takeEvents(this.population, 'spike') ?? {}
    const times = Array.from({ length: this.count }, (): number[] => [])
    for (let k = 0; k < elements.length; k++) {
      times[elements[k] ?? 0]?.push(((ticks[k] ?? 0) - first) * this.simulation.plan.dt)
    }
    return times.map((own) => Float64Array.from(own))
  }

  close(): void {
    this.simulation.close()
  }
}

/** Lets the host do what is waiting. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
