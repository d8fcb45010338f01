/** Firing rates over time, cell by cell, and how steadily the cells of each population fire. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Run } from '../run.ts'
import { baks } from './baks.ts'
import { type CellsEnv, type Members, membersOf } from './cells-of.ts'
import { spikesByCell } from './count-spikes.ts'
import { SpikeDecoding } from './decoding.ts'
import {
  anythingThat,
  type Field,
  numberAbove0,
  orNull,
  readOptions,
  timeAbove0,
} from './read-options.ts'
import { deviationOf, meanOf } from './statistics.ts'

export interface PopulationSpikeDensityOptions {
  readonly duration: number
  /** ms from one estimate of the rates to the next. */
  readonly temporalResolution?: number
  /** ms of a bin in which a cell is active or not. */
  readonly stabilityResolution?: number
  /** A cell is active from so many Hz on; one number, or one for each population. */
  readonly activeThreshold?: Threshold
  readonly baksAlpha?: number
  readonly baksBeta?: number | null
}

export type Threshold = number | Readonly<Record<string, number>>

type ByPopulation = Readonly<Record<string, number>>

export interface SpikeDensity {
  /** Hz, of the cells that fired twice or more. */
  readonly meanRate: ByPopulation
  readonly fractionActive: ByPopulation
  readonly meanFractionActivePerBin: ByPopulation
  readonly stdFractionActivePerBin: ByPopulation
  readonly rateCv: ByPopulation
  readonly nTotal: ByPopulation
  readonly nActive: ByPopulation
}

interface OfPopulation {
  readonly name: string
  readonly rates: readonly Float64Array[]
  readonly nTotal: number
  /** Of each bin. */
  readonly fractions: Float64Array
}

const threshold: Field<Threshold> = anythingThat<Threshold>(
  'a rate in Hz, or one for each population',
  (value) =>
    isRate(value) ||
    (typeof value === 'object' && value !== null && Object.values(value).every(isRate)),
  0.01,
)

const isRate = (value: unknown): boolean => typeof value === 'number' && value >= 0

/**
 * @example
 * const env = await make('EI1')
 * const { nTotal } = await env.call({ decoding: new PopulationSpikeDensity({ duration: 100 }) })
 * nTotal // → { EXC: 8, INH: 2 }
 */
export class PopulationSpikeDensity extends SpikeDecoding<
  Required<PopulationSpikeDensityOptions>,
  SpikeDensity
> {
  constructor(options: PopulationSpikeDensityOptions) {
    const fields = {
      duration: timeAbove0(),
      temporalResolution: timeAbove0(2),
      stabilityResolution: timeAbove0(2),
      activeThreshold: threshold,
      baksAlpha: numberAbove0(4.77),
      baksBeta: orNull(numberAbove0()),
    }
    super(readOptions('PopulationSpikeDensity', fields, options))
  }

  decode(run: Run, env: CellsEnv): SpikeDensity {
    const members = membersOf(env)
    this.mustKnow(members)
    const trains = spikesByCell(run)
    const grid = gridOver(run, this.options.temporalResolution)
    const all = members.map((each) => this.densityOf(each, trains, grid))
    const table = (of: (population: OfPopulation) => number): ByPopulation =>
      Object.fromEntries(all.map((population) => [population.name, of(population)]))
    return {
      meanRate: table(({ rates }) => meanOf(rates.map(meanOf))),
      fractionActive: table(({ rates, nTotal }) => rates.length / nTotal),
      meanFractionActivePerBin: table(({ fractions }) => meanOf(fractions)),
      stdFractionActivePerBin: table(({ fractions }) => deviationOf(fractions)),
      rateCv: table(({ fractions }) => deviationOf(fractions) / (meanOf(fractions) || Infinity)),
      nTotal: table(({ nTotal }) => nTotal),
      nActive: table(({ rates }) => rates.length),
    }
  }

  private mustKnow(members: readonly Members[]): void {
    const { activeThreshold } = this.options
    const named = typeof activeThreshold === 'number' ? [] : Object.keys(activeThreshold)
    const names = members.map(({ name }) => name)
    const unknown = named.find((name) => !names.includes(name))
    if (unknown === undefined) return
    throw new UsageError(
      `activeThreshold names ${unknown}, which is no population; there is ${names.join(', ')}.`,
    )
  }

  private densityOf(
    { name, gids }: Members,
    trains: ReadonlyMap<number, readonly number[]>,
    grid: Float64Array,
  ): OfPopulation {
    const { activeThreshold, baksAlpha, baksBeta, stabilityResolution } = this.options
    const last = grid.at(-1) ?? 0
    const rates = gids
      .map((gid) => (trains.get(gid) ?? []).filter((t) => t <= last))
      .filter((train) => train.length >= 2)
      .map((train) => baks(inSeconds(train), inSeconds(grid), { alpha: baksAlpha, beta: baksBeta }))
      .map(({ rate }) => rate)
    const limit =
      typeof activeThreshold === 'number' ? activeThreshold : (activeThreshold[name] ?? 0.01)
    const fractions = centresOver(grid, stabilityResolution).map((t) => {
      const active = rates.filter((rate) => valueAt(t, grid, rate) >= limit)
      return active.length / gids.length
    })
    return { name, rates, nTotal: gids.length, fractions }
  }
}

const inSeconds = (times: ArrayLike<number>): Float64Array =>
  Float64Array.from(times, (t) => t / 1000)

function gridOver({ duration }: Run, step: number): Float64Array {
  const points = Math.ceil(duration / step - 1e-9)
  if (points >= 2) return Float64Array.from({ length: points }, (_, k) => k * step)
  throw new UsageError(
    `A run of ${duration} ms has no two points ${step} ms apart; run for longer, or refine temporalResolution.`,
  )
}

/** Middles of bins that cover the grid. */
function centresOver(grid: Float64Array, size: number): Float64Array {
  const end = (grid.at(-1) ?? 0) + (grid[1] ?? 0)
  return Float64Array.from({ length: Math.ceil(end / size - 1e-9) }, (_, k) => k * size + size / 2)
}

/** On a straight line between the points of a grid of equal steps from 0, and level beyond them. */
function valueAt(t: number, grid: Float64Array, values: Float64Array): number {
  const place = Math.min(grid.length - 1, Math.max(0, t / (grid[1] ?? 1)))
  const below = Math.floor(place)
  const [low = 0, high = low] = values.subarray(below, below + 2)
  return low + (place - below) * (high - low)
}
