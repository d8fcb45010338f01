/** Fourier transforms of any length, and what follows from them: autocovariance. */
import { cfft, cifft } from 'fourier-transform'

export interface Complex {
  readonly re: Float64Array
  readonly im: Float64Array
}

const nextPowerOfTwo = (n: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, n)))

/**
 * The transform of real values. Where their number is no power of two it is written as a convolution
 * of chirps, which has the length of one (Bluestein 1970).
 */
export function fourierOf(values: Float64Array): Complex {
  const n = values.length
  if (n >= 2 && n === nextPowerOfTwo(n)) {
    const whole = { re: values.slice(), im: new Float64Array(n) }
    cfft(whole.re, whole.im)
    return whole
  }
  const chirp = chirpOf(n)
  const length = nextPowerOfTwo(2 * n)
  const signal = complexZeros(length)
  const filter = complexZeros(length)
  for (let k = 0; k < n; k++) {
    const [c, s] = [chirp.re[k] ?? 0, chirp.im[k] ?? 0]
    signal.re[k] = (values[k] ?? 0) * c
    signal.im[k] = (values[k] ?? 0) * s
    for (const at of k === 0 ? [0] : [k, length - k]) {
      filter.re[at] = c
      filter.im[at] = -s
    }
  }
  const convolved = convolve(signal, filter)
  return times(convolved, chirp)
}

/** exp(−iπk²/n); k² is taken modulo 2n, so that large k lose no digits. */
function chirpOf(n: number): Complex {
  const chirp = complexZeros(n)
  for (let k = 0; k < n; k++) {
    const angle = (-Math.PI * ((k * k) % (2 * n))) / n
    chirp.re[k] = Math.cos(angle)
    chirp.im[k] = Math.sin(angle)
  }
  return chirp
}

/** Circular; both are overwritten. */
function convolve(a: Complex, b: Complex): Complex {
  cfft(a.re, a.im)
  cfft(b.re, b.im)
  const product = times(a, b)
  cifft(product.re, product.im)
  return product
}

/** As many as the second has. */
function times(a: Complex, b: Complex): Complex {
  const product = complexZeros(b.re.length)
  for (let k = 0; k < b.re.length; k++) {
    const [ar, ai, br, bi] = [a.re[k] ?? 0, a.im[k] ?? 0, b.re[k] ?? 0, b.im[k] ?? 0]
    product.re[k] = ar * br - ai * bi
    product.im[k] = ar * bi + ai * br
  }
  return product
}

const complexZeros = (n: number): Complex => ({
  re: new Float64Array(n),
  im: new Float64Array(n),
})

/** Sums of (x(t) − mean)·(x(t + lag) − mean) for lags from 0 on, by way of the power spectrum. */
export function autocovariance(values: ArrayLike<number>): Float64Array {
  const n = values.length
  const mean = Array.from(values).reduce((sum, value) => sum + value, 0) / n
  const { re, im } = complexZeros(nextPowerOfTwo(2 * n))
  for (let k = 0; k < n; k++) re[k] = (values[k] ?? 0) - mean
  cfft(re, im)
  for (let k = 0; k < re.length; k++) {
    re[k] = (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2
    im[k] = 0
  }
  cifft(re, im)
  return re.subarray(0, n)
}
