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

/** By the names they are stored under: means over several runs, and the worst of them. */
export function summarized(all: readonly Features[]): Readonly<Record<string, number>> {
  const mean = (of: (features: Features) => number): number =>
    all.reduce((sum, each) => sum + of(each), 0) / all.length
  const rates = Object.keys(all[0]?.rates ?? {}).map((name) => {
    return [`rate_${name}`, mean(({ rates }) => rates[name] ?? 0)] as const
  })
  const lowest = (of: (features: Features) => number): number => Math.min(...all.map(of))
  const numbers = {
    ...Object.fromEntries(rates),
    isi_cv: mean(({ isiCv }) => isiCv),
    isi_cv_min: lowest(({ isiCv }) => isiCv),
    active_fraction: mean(({ activeFraction }) => activeFraction),
    active_cells_min: lowest(({ activeCells }) => activeCells),
    burst_rate: mean(({ burstRate }) => burstRate),
    tail_rate: mean(({ tailRate }) => tailRate),
    seeds: all.length,
  }
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [name, Number(value.toPrecision(4))]),
  )
}
