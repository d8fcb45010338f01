/** What a culture should be like, and how far it is from that. */
import { averaged, type Features, runawayRate } from './features.ts'

export interface Targets {
  /** Hz of a cell, by population. */
  readonly rates: Readonly<Record<string, number>>
  readonly isiCv: number
  /** At least so many of the cells. */
  readonly activeFraction: number
  /** Hz of the culture; absent where it may burst as it likes. */
  readonly burstRate?: number
}

/** As cultures of dissociated cells are after weeks: slow, irregular, nearly everybody takes part. */
export const usualTargets: Targets = {
  rates: { EXC: 2, INH: 4 },
  isiCv: 0.85,
  activeFraction: 0.95,
}

/** One unit of each error is as far as anybody would tolerate. */
const tolerance = {
  logRate: Math.log(1.8),
  isiCv: 0.3,
  activeFraction: 0.05,
  logBursts: Math.log(2),
}

/** Errors by name, 0 where a target is met, 1 at the edge of what is tolerated. */
export function errorsOf(
  { rates, isiCv, activeFraction, burstRate, tailRate, duration }: Features,
  targets: Targets,
): Readonly<Record<string, number>> {
  const byRate = Object.entries(targets.rates).flatMap(([name, wanted]) => {
    const rate = rates[name]
    if (rate === undefined) return []
    return [[`rate_${name}`, distance(rate, wanted) / tolerance.logRate] as const]
  })
  const bursts =
    targets.burstRate === undefined
      ? {}
      : { burst_rate: distance(burstRate, targets.burstRate) / tolerance.logBursts }
  return {
    ...Object.fromEntries(byRate),
    isi_cv: Math.abs(isiCv - targets.isiCv) / tolerance.isiCv,
    active_fraction:
      Math.max(0, targets.activeFraction - activeFraction) / tolerance.activeFraction,
    runaway: tailRate > runawayRate ? 20 + (5 * 1000) / Math.max(duration, 100) : 0,
    ...bursts,
  }
}

const distance = (value: number, wanted: number): number =>
  Math.abs(Math.log((value + 0.02) / (wanted + 0.02)))

/** Squared errors of the mean of the runs; the worst run counts as much. */
export function costOf(runs: readonly Features[], targets: Targets): number {
  const cost = (features: Features): number =>
    Object.values(errorsOf(features, targets)).reduce((sum, error) => sum + error * error, 0)
  return (cost(averaged(runs)) + Math.max(...runs.map(cost))) / 2
}

/** Nothing is further off than tolerated in the mean of the runs: in each of them cells are others, too. */
export const isMet = (runs: readonly Features[], targets: Targets): boolean =>
  Object.values(errorsOf(averaged(runs), targets)).every((error) => error <= 1)

/** The least that a culture must be to be called alive: 0.3 to 10 Hz, irregular, 10 cells or more. */
export const isAlive = ({ rates, isiCv, activeCells, tailRate }: Features): boolean => {
  const rate = rates.EXC ?? Object.values(rates)[0] ?? 0
  return rate >= 0.3 && rate <= 10 && isiCv >= 0.5 && activeCells >= 10 && tailRate <= runawayRate
}
