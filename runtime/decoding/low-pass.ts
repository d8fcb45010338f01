/** Takes out what is faster than a cutoff without shifting the rest in time; and fewer samples of it. */
import filtfilt from 'digital-filter/core/filtfilt.js'
import butterworth from 'digital-filter/iir/butterworth.js'
import { UsageError } from '../../compiler/usage-error.ts'

export interface LowPass {
  /** Samples in a second. */
  readonly rate: number
  /** Hz at which half the amplitude is left, a quarter of the power. */
  readonly cutoff: number
  readonly order: number
}

/** Butterworth, forwards and backwards. */
export function lowPass(values: Float64Array, { rate, cutoff, order }: LowPass): Float64Array {
  if (!(cutoff > 0 && cutoff < rate / 2)) {
    throw new UsageError(
      `A low-pass at ${cutoff} Hz needs more than ${2 * cutoff} samples in a second; there are ${rate}.`,
    )
  }
  const coefs = butterworth(order, cutoff, rate)
  // As long an extension at both ends as the usual zero-phase filters have.
  return filtfilt(values.slice(), { coefs, padlen: 3 * (order + 1) })
}

/** Every nth sample, from the first on. */
export const everyNth = (values: Float64Array, n: number): Float64Array =>
  Float64Array.from({ length: Math.ceil(values.length / n) }, (_, k) => values[k * n] ?? 0)
