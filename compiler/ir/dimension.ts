/** Dimensions: what kind of quantity a number is, as powers of the seven base quantities. */
import type { Dimension } from '../../grammar/units.ts'

export type { Dimension }

export const none: Dimension = [0, 0, 0, 0, 0, 0, 0]
export const length: Dimension = [1, 0, 0, 0, 0, 0, 0]
export const mass: Dimension = [0, 1, 0, 0, 0, 0, 0]
export const time: Dimension = [0, 0, 1, 0, 0, 0, 0]
export const current: Dimension = [0, 0, 0, 1, 0, 0, 0]
export const temperature: Dimension = [0, 0, 0, 0, 1, 0, 0]
export const amount: Dimension = [0, 0, 0, 0, 0, 1, 0]
export const luminosity: Dimension = [0, 0, 0, 0, 0, 0, 1]

/** Powers are kept as multiples of 1/60 so that fractions such as 1/2 and 1/3 add up exactly. */
const settle = (power: number): number => Math.round(power * 60) / 60 + 0

const combine = (a: Dimension, b: Dimension, sign: number): Dimension => [
  settle(a[0] + sign * b[0]),
  settle(a[1] + sign * b[1]),
  settle(a[2] + sign * b[2]),
  settle(a[3] + sign * b[3]),
  settle(a[4] + sign * b[4]),
  settle(a[5] + sign * b[5]),
  settle(a[6] + sign * b[6]),
]

export const times = (a: Dimension, b: Dimension): Dimension => combine(a, b, 1)
export const over = (a: Dimension, b: Dimension): Dimension => combine(a, b, -1)
export const power = (a: Dimension, n: number): Dimension => combine(none, a, n)
export const equal = (a: Dimension, b: Dimension): boolean => a.every((p, k) => p === b[k])
export const isNone = (a: Dimension): boolean => a.every((p) => p === 0)

/**
 * Decimal exponent of the kernel unit of each base quantity: um, the mass that makes mV coherent,
 * ms, pA, K, amol, cd. A value in SI units times 10^kernelExponent is the value inside kernels.
 */
const kernelExponents: Dimension = [6, 12, 3, 12, 0, 18, 0]

/** n such that (value in kernel units) = (value in SI units) × 10^n. */
export function kernelExponent(d: Dimension): number {
  return settle(d.reduce((sum, p, k) => sum + p * (kernelExponents[k] ?? 0), 0))
}
