/** How a culture lives: rates, irregularity, who takes part, bursts, and whether it keeps doing so. */
import { ActiveFraction } from '../decoding/active-fraction.ts'
import { BurstRate } from '../decoding/burst-rate.ts'
import type { CellsEnv } from '../decoding/cells-of.ts'
import { ISICV } from '../decoding/isi-cv.ts'
import { PopulationFiringRates } from '../decoding/population-firing-rates.ts'
import { Stability } from '../decoding/stability.ts'
import type { Run } from '../run.ts'

export interface Features {
  /** Hz of a cell, by population. */
  readonly rates: Readonly<Record<string, number>>
  /** Of EXC, or of all where there is no such population. */
  readonly isiCv: number
  /** Of all cells, those that fired at all. */
  readonly activeFraction: number
  readonly activeCells: number
  /** Hz of the whole culture. */
  readonly burstRate: number
  /** Hz of a cell, in the last second. */
  readonly tailRate: number
  /** ms that were simulated: less than asked for where it ran away. */
  readonly duration: number
}

/** Cells that fire faster for a second will not stop. */
export const runawayRate = 60

export function featuresOf(run: Run, env: CellsEnv): Features {
  const { duration } = run
  const { ratesHz } = new PopulationFiringRates({ duration }).decode(run, env)
  const leading = run.populations.some(({ name }) => name === 'EXC') ? 'EXC' : undefined
  const { isiCv } = new ISICV({ duration }).decode(
    leading ? run.select({ population: leading }) : run,
  )
  const { activeFraction, activeUnits } = new ActiveFraction({ duration }).decode(run, env)
  const { burstRateHz } = new BurstRate({ duration }).decode(run)
  const { tailMeanHz } = new Stability({ duration }).decode(run, env)
  return {
    rates: ratesHz,
    isiCv,
    activeFraction,
    activeCells: activeUnits,
    burstRate: burstRateHz,
    tailRate: tailMeanHz,
    duration,
  }
}

/** The mean of several runs; the fastest tail, because one that runs away is one too many. */
export function averaged(all: readonly Features[]): Features {
  const mean = (of: (features: Features) => number): number =>
    all.reduce((sum, each) => sum + of(each), 0) / all.length
  const names = Object.keys(all[0]?.rates ?? {})
  return {
    rates: Object.fromEntries(names.map((name) => [name, mean(({ rates }) => rates[name] ?? 0)])),
    isiCv: mean(({ isiCv }) => isiCv),
    activeFraction: mean(({ activeFraction }) => activeFraction),
    activeCells: mean(({ activeCells }) => activeCells),
    burstRate: mean(({ burstRate }) => burstRate),
    tailRate: Math.max(...all.map(({ tailRate }) => tailRate)),
    duration: Math.min(...all.map(({ duration }) => duration)),
  }
}

/** By the names they are stored under: means over several runs, and the worst of them. */
export function summarized(all: readonly Features[]): Readonly<Record<string, number>> {
  const { rates, isiCv, activeFraction, burstRate, tailRate } = averaged(all)
  const named = Object.entries(rates).map(([name, rate]) => [`rate_${name}`, rate] as const)
  const lowest = (of: (features: Features) => number): number => Math.min(...all.map(of))
  const numbers = {
    ...Object.fromEntries(named),
    isi_cv: isiCv,
    isi_cv_min: lowest(({ isiCv }) => isiCv),
    active_fraction: activeFraction,
    active_cells_min: lowest(({ activeCells }) => activeCells),
    burst_rate: burstRate,
    tail_rate_max: tailRate,
    seeds: all.length,
  }
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, Number(value.toPrecision(4))]),
  )
}
