/** From which amplitude on a culture answers. */
import { UsageError } from '../../compiler/usage-error.ts'
import { medianOf } from './statistics.ts'

export interface Recruitment {
  /** Amplitude, and the median probability of an answer to it. */
  readonly curve: Readonly<Record<number, number>>
  /** Ascending. */
  readonly amplitudes: readonly number[]
  readonly probabilities: readonly number[]
  /** Where the threshold lies that was not bracketed: above or below all that was tried. */
  readonly censored: 'above' | 'below' | null
  /** The highest amplitude below the threshold; null where all are above. */
  readonly below: number | null
  /** The lowest that is answered; null where none is. */
  readonly above: number | null
  readonly highestTested: number
  readonly probabilityAtHighest: number
}

/** Trials are amplitudes and the fraction of cells that answered. */
export function recruitmentThreshold(
  trials: readonly (readonly [amplitude: number, probability: number])[],
  recruited = 0.5,
): Recruitment {
  const amplitudes = [...new Set(trials.map(([amplitude]) => amplitude))].sort((a, b) => a - b)
  if (amplitudes.length < 2) {
    throw new UsageError(
      `A curve needs two amplitudes or more; the schedule has ${amplitudes.join(', ') || 'none'}.`,
    )
  }
  const probabilities = amplitudes.map((each) =>
    medianOf(trials.filter(([amplitude]) => amplitude === each).map(([, p]) => p)),
  )
  const crossing = probabilities.findIndex((probability) => probability >= recruited)
  const highest = amplitudes.length - 1
  return {
    curve: Object.fromEntries(amplitudes.map((each, k) => [each, probabilities[k] ?? 0])),
    amplitudes,
    probabilities,
    censored: crossing < 0 ? 'above' : crossing === 0 ? 'below' : null,
    below: amplitudes[crossing < 0 ? highest : crossing - 1] ?? null,
    above: amplitudes[crossing] ?? null,
    highestTested: amplitudes[highest] ?? Number.NaN,
    probabilityAtHighest: probabilities[highest] ?? Number.NaN,
  }
}
