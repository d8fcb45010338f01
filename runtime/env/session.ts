/** A model linked to its cells, running and being recorded: everything of an Env that is made anew when its code is. */
import { UsageError } from '../../compiler/index.ts'
import type { Member } from '../engine/member.ts'
import { MemoryUsedUp } from '../device/memory-used-up.ts'
import { NotFinite } from '../engine/not-finite.ts'
import { Simulation } from '../engine/simulation.ts'
import { type Linked, link } from '../link/link.ts'
import { usualSpare } from '../link/memory-estimate.ts'
import type { LinkOptions } from '../link/options.ts'
import type { Readable } from '../library.ts'
import { shown } from '../../systems/numbers-from.ts'
import { CellNumbers } from './cell-numbers.ts'
import { Recordings } from '../recordings.ts'
import type { PopulationRange } from '../run.ts'

export class Session {
  readonly linked: Linked
  readonly simulation: Simulation
  readonly recordings: Recordings
  readonly populations: readonly PopulationRange[]
  readonly numbers: CellNumbers

  constructor({ source, surroundings }: Readable, options: LinkOptions) {
    this.linked = link(source, { ...surroundings, ...options })
    const { plan } = this.linked
    this.simulation = new Simulation(plan)
    this.recordings = new Recordings(this.simulation)
    this.populations = plan.populations.map(({ compiled, count, offset, gids }) => {
      return { name: compiled.name, count, offset, ...(gids ? { gids } : {}) }
    })
    this.numbers = new CellNumbers(this.populations)
  }

  /** Length of the shortest step in ms. */
  get dt(): number {
    return this.linked.plan.dt
  }

  /** Simulated so far, in ms. */
  get t(): number {
    return this.simulation.tick * this.dt
  }

  /** All populations, or those named. */
  members(names?: string | readonly string[]): readonly Member[] {
    const { members } = this.simulation
    if (names === undefined) return members
    if (typeof names !== 'string' && !Array.isArray(names)) {
      throw new UsageError(`The population is ${shown(names)}; it must be a name, or several.`)
    }
    return (typeof names === 'string' ? [names] : names).map((name) => {
      const member = members.find(({ population }) => population.compiled.name === name)
      if (member) return member
      const known = members.map(({ population }) => population.compiled.name).join(', ')
      throw new UsageError(`There is no population ${name}; there is ${known}.`)
    })
  }

  /** A time in ticks. */
  ticks(name: string, ms: number): number {
    if (typeof ms !== 'number' || !Number.isFinite(ms) || ms < 0) {
      throw new UsageError(`${name} is ${shown(ms)}; it must be a time in ms, 0 or more.`)
    }
    return Math.round(ms / this.dt)
  }

  /** Steps until this tick, or until there is something to be done between steps; a promise where others do the work. */
  advance(until: number): Promise<void> | undefined {
    try {
      const advanced = this.simulation.advance(until)
      return typeof advanced === 'boolean' ? undefined : advanced.then(nothing, this.rethrow)
    } catch (error) {
      return this.rethrow(error)
    }
  }

  private readonly rethrow = (error: unknown): never => {
    throw error instanceof NotFinite ? this.explain(error) : error
  }

  private explain({ place }: NotFinite): UsageError {
    const { population, variable, cell, value, tick, inspection } = place
    const from = Math.max(0, tick - inspection) * this.dt
    const model = this.linked.plan.name
    return new UsageError(
      `${model}: ${variable} of cell ${cell} of ${population} became ${value} between t = ${tidy(from)} ms and ` +
        `${tidy(tick * this.dt)} ms. A shorter dt than ${this.dt} ms, or another method, may keep it finite; clear() begins anew.`,
    )
  }
}

/** With more room than usual, where the network turns out to need it. */
export function openSession(model: Readable, options: LinkOptions): Session {
  for (let { spare = usualSpare } = options; ; spare *= 4) {
    try {
      return new Session(model, { ...options, spare })
    } catch (error) {
      if (!(error instanceof MemoryUsedUp)) throw error
    }
  }
}

const nothing = (): void => {}

const tidy = (ms: number): number => Number(ms.toFixed(6))
