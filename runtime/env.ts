/** The one object users hold: a model on its cells, which runs, records, and can be put aside and taken up again. */
import { type Source, UsageError } from '../compiler/index.ts'
import type { Member } from './engine/member.ts'
import { NotFinite } from './engine/not-finite.ts'
import { Simulation } from './engine/simulation.ts'
import { restoreSnapshot, takeSnapshot } from './engine/snapshot.ts'
import { type Linked, link } from './link/link.ts'
import type { LinkOptions } from './link/options.ts'
import { type PopulationRange, Run } from './run.ts'
import { type RecordOptions, Recordings } from './recordings.ts'
import { setValue, valueOf } from './cell-values.ts'

export type { RecordOptions }

export interface Progress {
  /** Simulated so far in this run, in ms. */
  readonly done: number
  readonly duration: number
  readonly elapsedMs: number
}

export interface RunOptions {
  /** Told several times a second. */
  readonly onProgress?: (progress: Progress) => void
  /** Ends the run early; what was recorded until then is kept. */
  readonly signal?: AbortSignal
}

/** A call into the device takes about this long, so that the host stays responsive. */
const breathMs = 25

export class Env {
  readonly linked: Linked
  private readonly simulation: Simulation
  private readonly recordings: Recordings
  /** What was set, to be set again at the beginning. */
  private readonly settings = new Map<
    string,
    readonly [string, string, number | ArrayLike<number>]
  >()
  private ticksPerBreath = 64
  private isRunning = false
  /** Wall time of the steps alone, of all runs together. */
  runMs = 0

  constructor(source: Source, options: LinkOptions = {}) {
    this.linked = link(source, options)
    this.simulation = new Simulation(this.linked.plan)
    this.recordings = new Recordings(this.simulation)
  }

  /** Length of the shortest step in ms. */
  get dt(): number {
    return this.linked.plan.dt
  }

  /** Simulated so far, in ms. */
  get t(): number {
    return this.simulation.tick * this.dt
  }

  get populations(): readonly PopulationRange[] {
    return this.linked.plan.populations.map(({ compiled, count, offset }) => {
      return { name: compiled.name, count, offset }
    })
  }

  get connections(): number {
    return this.simulation.projections.reduce((sum, { count }) => sum + count, 0)
  }

  /** Bytes of the device's memory in use. */
  get memoryBytes(): number {
    return this.linked.plan.device.bytes
  }

  /** What can be recorded, by population. */
  recordable(): ReadonlyMap<string, readonly string[]> {
    return new Map(
      this.linked.plan.populations.map(({ compiled }) => [
        compiled.name,
        compiled.recordables.map(({ name }) => name),
      ]),
    )
  }

  recordSpikes(population?: string): this {
    return this.recordEvents('spike', population)
  }

  /** Spikes, or a custom event of the cells. */
  recordEvents(event: string, population?: string): this {
    this.recordings.addEvents(event, this.members(population))
    return this
  }

  recordVoltage(population?: string, options: RecordOptions = {}): this {
    return this.record('v', { ...options, ...(population ? { population } : {}) }, 'voltage')
  }

  /** A state, parameter or definition of cells, or a value of connections as `PRE_POST_LABEL.weight`. */
  record(name: string, options: RecordOptions = {}, channel = name): this {
    const every = this.ticks('dt', options.dt ?? this.dt)
    if (every < 1) throw new UsageError(`dt is ${options.dt} ms; a step is ${this.dt} ms.`)
    this.recordings.add(name, this.members(options.population), { ...options, every, channel })
    return this
  }

  private members(name?: string): readonly Member[] {
    const { members } = this.simulation
    if (name === undefined) return members
    const found = members.filter(({ population }) => population.compiled.name === name)
    if (found.length > 0) return found
    const known = members.map(({ population }) => population.compiled.name).join(', ')
    throw new UsageError(`There is no population ${name}; there is ${known}.`)
  }

  private ticks(name: string, ms: number): number {
    if (typeof ms !== 'number' || !Number.isFinite(ms) || ms < 0) {
      throw new UsageError(`${name} is ${ms}; it must be a time in ms, 0 or more.`)
    }
    return Math.round(ms / this.dt)
  }

  /** Runs for so many ms and hands over what was recorded; the next run goes on from there. */
  async run(duration: number, options: RunOptions = {}): Promise<Run> {
    const ticks = this.ticks('duration', duration)
    if (this.isRunning) throw new UsageError('A run is under way; wait for it before the next.')
    this.isRunning = true
    const first = this.simulation.tick
    this.recordings.begin(first)
    try {
      await this.advance(first + ticks, { ...options, duration })
    } finally {
      this.isRunning = false
    }
    const { populations, dt } = this
    const channels = this.recordings.take(first)
    const done = (this.simulation.tick - first) * dt
    return new Run({ t0: first * dt, duration: done, channels, populations })
  }

  private async advance(
    last: number,
    { duration, onProgress, signal }: RunOptions & { readonly duration: number },
  ): Promise<void> {
    const first = this.simulation.tick
    this.simulation.ready()
    const start = performance.now()
    while (this.simulation.tick < last && !signal?.aborted) {
      const from = this.simulation.tick
      const began = performance.now()
      await this.step(Math.min(last, from + this.ticksPerBreath))
      const took = performance.now() - began
      this.runMs += took
      const pace =
        took > 0 ? ((this.simulation.tick - from) * breathMs) / took : 4 * this.ticksPerBreath
      this.ticksPerBreath = Math.max(1, Math.round(Math.min(pace, 4 * this.ticksPerBreath)))
      const elapsedMs = performance.now() - start
      if (elapsedMs > breathMs || this.simulation.tick === last) {
        onProgress?.({ done: (this.simulation.tick - first) * this.dt, duration, elapsedMs })
        await breathe()
      }
    }
  }

  private async step(until: number): Promise<void> {
    try {
      await this.simulation.advance(until)
    } catch (error) {
      throw error instanceof NotFinite ? this.explain(error) : error
    }
  }

  private explain({ place }: NotFinite): UsageError {
    const { population, variable, cell, value, tick, inspection } = place
    const from = Math.max(0, tick - inspection) * this.dt
    const model = this.linked.plan.name
    return new UsageError(
      `${model}: ${variable} of cell ${cell} of ${population} became ${value} between t = ${tidy(from)} ms and ` +
        `${tidy(tick * this.dt)} ms. A shorter dt than ${this.dt} ms, or another method, may keep it finite.`,
    )
  }

  /** Forgets what is recorded and stops recording. */
  clearRecordings(): this {
    this.recordings.forget()
    return this
  }

  /** Back to the beginning, with the same random numbers or those of another seed. */
  clear({ reseed }: { readonly reseed?: number } = {}): this {
    if (reseed !== undefined) this.simulation.reseed(reseed)
    this.simulation.initialize()
    for (const [population, name, value] of this.settings.values())
      this.set(population, name, value)
    this.recordings.take(0)
    return this
  }

  /** Sets a parameter, input or state of a population, in the unit it was declared with. */
  set(population: string, name: string, value: number | ArrayLike<number>): this {
    const [member] = this.members(population)
    if (!member) return this
    setValue(member.population, name, value)
    const slot = member.population.compiled.slots.find((s) => s.name === name)
    if (slot?.role !== 'state')
      this.settings.set(`${population} ${name}`, [population, name, value])
    this.simulation.relink()
    return this
  }

  /** A value as it is now: one number where all cells share it, else one for each. */
  get(population: string, name: string): number | Float64Array {
    const [member] = this.members(population)
    if (!member) return Number.NaN
    return valueOf(member.population, name)
  }

  snapshot(): Uint8Array {
    return takeSnapshot(this.simulation)
  }

  /** Goes on from a snapshot of this model, wherever it was taken. */
  restore(snapshot: Uint8Array): this {
    const misfit = restoreSnapshot(this.simulation, snapshot)
    if (misfit !== undefined) throw new UsageError(misfit)
    return this
  }

  async close(): Promise<void> {
    this.simulation.close()
  }
}

const tidy = (ms: number): number => Number(ms.toFixed(6))

/** Lets the host do what is waiting. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
