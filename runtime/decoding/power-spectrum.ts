/** Power at each frequency, after Welch (1967): the mean over windows that overlap. */
import { UsageError } from '../../compiler/usage-error.ts'
import { fourierOf } from './fourier.ts'
import { meanOf } from './statistics.ts'

export interface WelchOptions {
  /** Samples in a second. */
  readonly rate: number
  /** Samples in a window. */
  readonly nperseg: number
  /** Samples that windows share with the next. */
  readonly noverlap: number
}

export interface PowerSpectrum {
  /** Hz. */
  readonly frequencies: Float64Array
  /** Square of the unit of the values, for each Hz. */
  readonly density: Float64Array
}

/** One-sided; the mean of each window is taken out and its ends are faded (Hann). */
export function welch(values: Float64Array, options: WelchOptions): PowerSpectrum {
  const { rate, nperseg, noverlap } = options
  if (!(nperseg > noverlap)) {
    throw new UsageError(`Windows of ${nperseg} samples cannot share ${noverlap} of them.`)
  }
  const window = hann(nperseg)
  const energy = window.reduce((sum, weight) => sum + weight * weight, 0)
  const points = Math.floor(nperseg / 2) + 1
  const density = new Float64Array(points)
  const starts = startsOf(values.length, nperseg, nperseg - noverlap)
  for (const start of starts) {
    const { re, im } = fourierOf(faded(values.subarray(start, start + nperseg), window))
    for (let k = 0; k < points; k++) {
      const isAlone = k === 0 || 2 * k === nperseg
      const power = (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2
      density[k] = (density[k] ?? 0) + ((isAlone ? 1 : 2) * power) / (rate * energy * starts.length)
    }
  }
  return { frequencies: density.map((_, k) => (k * rate) / nperseg), density }
}

const hann = (n: number): Float64Array =>
  n === 1
    ? Float64Array.of(1)
    : Float64Array.from({ length: n }, (_, k) => 0.5 - 0.5 * Math.cos((2 * Math.PI * k) / n))

const startsOf = (length: number, size: number, step: number): readonly number[] =>
  Array.from({ length: Math.floor((length - size) / step) + 1 }, (_, k) => k * step)

function faded(values: Float64Array, window: Float64Array): Float64Array {
  const mean = meanOf(values)
  return values.map((value, k) => (value - mean) * (window[k] ?? 0))
}

/** Power from low to high Hz, both included: the area under the density, by trapezoids. */
export function bandPower(
  { frequencies, density }: PowerSpectrum,
  [low, high]: readonly [number, number] = [0, Number.POSITIVE_INFINITY],
): number {
  const step = frequencies[1] ?? 0
  const inside = density.filter((_, k) => {
    const f = frequencies[k] ?? 0
    return f >= low && f <= high
  })
  if (inside.length === 1) return (inside[0] ?? 0) * step
  const ends = ((inside[0] ?? 0) + (inside.at(-1) ?? 0)) / 2
  return inside.length === 0 ? 0 : step * (inside.reduce((sum, each) => sum + each, 0) - ends)
}
