/** What a user may decide about a network, and what is refused. */
import { type Model, type Precision, type Surroundings, UsageError } from '../../compiler/index.ts'
import { shown } from '../../systems/numbers-from.ts'
import type { StepLength } from './clocks.ts'
import type { SystemLike } from './system-like.ts'

export interface LinkOptions extends Surroundings {
  /** A model of the text, or a declaration to run alone; its last model, or else its last declaration. */
  readonly name?: string
  readonly system?: SystemLike
  /** Cells of populations that neither the model nor a system counts. */
  readonly count?: number
  /** Parameters that will be set cell by cell, by population. */
  readonly perCell?: Readonly<Record<string, readonly string[]>>
  /** Length of a step in ms, for all populations or each. */
  readonly dt?: StepLength
  readonly seed?: number
  /** Bytes of memory beyond what cells and connections need; it becomes more by itself where recordings want it. */
  readonly spare?: number
  readonly backend?: string
  readonly precision?: Precision
  /** Copies of the network side by side, with noise of their own. */
  readonly replicas?: number
  /** Threads that share the work. */
  readonly threads?: number
}

export type Sizes = (population: string, count: number | undefined) => number

/** How many cells a population has: as the system says, else the model, else the option. */
export function sizesOf(model: Model | undefined, { system, count }: LinkOptions): Sizes {
  if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
    throw new UsageError(`count is ${count}; it must be a whole number of cells, 1 or more.`)
  }
  return (name, own) => {
    const there = system?.populations.find((population) => population.name === name)
    const size = there?.count ?? own ?? count
    if (size !== undefined) return size
    if (!model) return 1
    throw new UsageError(
      `Nobody says how many cells ${name} has. Write population ${name} of 100 is …, or run it on a system.`,
    )
  }
}

export function replicasOf(replicas = 1): number {
  if (Number.isInteger(replicas) && replicas >= 1) return replicas
  throw new UsageError(`replicas is ${replicas}; it must be a whole number, 1 or more.`)
}

export function threadsOf(threads = 1): number {
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads
  throw new UsageError(`threads is ${threads}; it must be a whole number from 1 to 64.`)
}

/** Connections that write to their source cells cannot be shared out by target. */
export const mayShare = ({ synapses }: Model): boolean =>
  synapses.every(({ dynamics, plasticities }) =>
    [dynamics, ...plasticities.map((each) => each.dynamics)].every(({ pathways }) =>
      pathways.every(({ actions }) =>
        actions.every((action) => !('target' in action && action.target.startsWith('pre.'))),
      ),
    ),
  )

export function noteOn(wanted: number, workers: number, backend: string): string {
  const why =
    backend === 'wasm'
      ? 'connections that write to their source cells, or a host without shared memory, need one'
      : `backend ${backend} has one`
  return `Runs on ${workers} thread instead of ${wanted}: ${why}.`
}

export function seedOf(seed = 1): number {
  mustBeSeed('seed', seed)
  return seed | 0
}

export function mustBeSeed(name: string, seed: number): void {
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return
  throw new UsageError(`${name} is ${shown(seed)}; it must be a whole number from 0 to 4294967295.`)
}

/** What the device is best at, unless told. */
export function precisionOf(wanted: unknown, offered: readonly Precision[]): Precision {
  if (wanted === undefined) return offered[0] ?? 'f64'
  if (wanted === 'f32' || wanted === 'f64') return wanted
  throw new UsageError(`precision is ${shown(wanted)}; it must be "f64" or "f32".`)
}
