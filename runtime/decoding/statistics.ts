/** Means, deviations, medians, straight lines and the gamma function, over lists of any kind. */
import {
  gammaln,
  linearRegression,
  linearRegressionLine,
  mean,
  median,
  medianAbsoluteDeviation,
  rSquared,
  standardDeviation,
} from 'simple-statistics'

/** 0 where there is nothing. */
export const meanOf = (values: ArrayLike<number>): number =>
  values.length === 0 ? 0 : mean(Array.from(values))

/** Of a population: divided by n, not by n − 1. */
export const deviationOf = (values: ArrayLike<number>): number =>
  values.length === 0 ? 0 : standardDeviation(Array.from(values))

export const medianOf = (values: ArrayLike<number>): number =>
  values.length === 0 ? 0 : median(Array.from(values))

/** The median distance from the median. */
export const medianDeviationOf = (values: ArrayLike<number>): number =>
  values.length === 0 ? 0 : medianAbsoluteDeviation(Array.from(values))

/** A spread in medians times this is a standard deviation, where values are normal. */
export const deviationsPerMedianDeviation = 1.4826

/** Γ(a) / Γ(b), also where either alone is too large to be written. */
export const gammaRatio = (a: number, b: number): number => Math.exp(gammaln(a) - gammaln(b))

export interface Line {
  readonly slope: number
  /** How much of the variance it explains. */
  readonly r2: number
}

/** Least squares. */
export function lineThrough(points: readonly (readonly [x: number, y: number])[]): Line {
  const pairs = points.map(([x, y]) => [x, y])
  const fit = linearRegression(pairs)
  return { slope: fit.m, r2: rSquared(pairs, linearRegressionLine(fit)) }
}
