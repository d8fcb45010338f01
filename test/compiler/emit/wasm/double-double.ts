/** Elementary functions to about 30 digits, as sums of two numbers: the yardstick for our own f64 functions. */

/** high + low, |low| at most half a unit in the last place of high. */
export interface Double {
  readonly high: number
  readonly low: number
}

type Given = Double | number

const wide = (x: Given): Double => (typeof x === 'number' ? { high: x, low: 0 } : x)

function sumOf(a: number, b: number): Double {
  const high = a + b
  const part = high - a
  return { high, low: a - (high - part) + (b - part) }
}

function productOf(a: number, b: number): Double {
  const high = a * b
  const [a1, a2] = halves(a)
  const [b1, b2] = halves(b)
  return { high, low: a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2 }
}

/** Veltkamp's split into 26 bits each. */
function halves(a: number): [number, number] {
  const scaled = 134217729 * a
  const first = scaled - (scaled - a)
  return [first, a - first]
}

export function plus(x: Given, y: Given): Double {
  const [a, b] = [wide(x), wide(y)]
  const high = sumOf(a.high, b.high)
  const low = sumOf(a.low, b.low)
  const first = sumOf(high.high, high.low + low.high)
  return sumOf(first.high, first.low + low.low)
}

export const minus = (x: Given, y: Given): Double => plus(x, negative(y))

export function negative(x: Given): Double {
  const { high, low } = wide(x)
  return { high: -high, low: -low }
}

export function times(x: Given, y: Given): Double {
  const [a, b] = [wide(x), wide(y)]
  const product = productOf(a.high, b.high)
  return sumOf(product.high, product.low + (a.high * b.low + a.low * b.high))
}

export function over(x: Given, y: Given): Double {
  const [a, b] = [wide(x), wide(y)]
  const first = a.high / b.high
  const rest = minus(a, times(b, first))
  const second = rest.high / b.high
  const third = minus(rest, times(b, second)).high / b.high
  return plus(sumOf(first, second), third)
}

export function root(x: Given): Double {
  const { high } = wide(x)
  if (high === 0) return wide(0)
  const first = Math.sqrt(high)
  return plus(first, over(minus(x, times(first, first)), 2 * first))
}

/** Σ term(k), each from the one before. */
function series(first: Double, count: number, next: (term: Double, k: number) => Double): Double {
  let sum = first
  let term = first
  for (let k = 1; k < count; k++) {
    term = next(term, k)
    sum = plus(sum, term)
  }
  return sum
}

const log2: Double = { high: Math.LN2, low: 2.3190468138462996e-17 }
const halfPi: Double = { high: 1.5707963267948966, low: 6.123233995736766e-17 }
const halfPiRest = -1.4973849048591833e-33
const log10: Double = { high: Math.LN10, low: -2.1707562233822494e-16 }

export function exp(x: Given): Double {
  const { high } = wide(x)
  const k = Math.round(high / log2.high)
  const r = times(minus(x, times(log2, k)), 1 / 256)
  let power = series(wide(1), 12, (term, n) => over(times(term, r), n))
  for (let n = 0; n < 8; n++) power = times(power, power)
  const half = Math.trunc(k / 2)
  const scaled = times(power, 2 ** half)
  return { high: scaled.high * 2 ** (k - half), low: scaled.low * 2 ** (k - half) }
}

export function expm1(x: Given): Double {
  if (Math.abs(wide(x).high) > 0.5) return minus(exp(x), 1)
  return series(wide(x), 26, (term, n) => over(times(term, x), n + 1))
}

export const exprel = (x: number): Double => (x === 0 ? wide(1) : over(expm1(x), x))

/** One Newton step from the machine's logarithm doubles its digits. */
export function log(x: Given): Double {
  const first = Math.log(wide(x).high)
  const error = minus(times(x, exp(-first)), 1)
  return plus(first, minus(error, times(times(error, error), 0.5)))
}

export function log1p(x: number): Double {
  if (Math.abs(x) > 1e-3) return log(sumOf(1, x))
  return series(wide(x), 13, (term, n) => over(times(times(term, x), -n), n + 1))
}

export const decimalLog = (x: number): Double => over(log(x), log10)

interface Turned {
  readonly r: Double
  readonly quarters: number
}

function turned(x: number): Turned {
  const n = Math.round(x / halfPi.high)
  const first = productOf(n, halfPi.high)
  const near = plus(x - first.high, -first.low)
  const r = minus(minus(near, productOf(n, halfPi.low)), productOf(n, halfPiRest))
  return { r, quarters: ((n % 4) + 4) % 4 }
}

function sineOf(r: Double): Double {
  const square = times(r, r)
  return series(r, 15, (term, n) => over(times(term, negative(square)), 2 * n * (2 * n + 1)))
}

function cosineOf(r: Double): Double {
  const square = times(r, r)
  return series(wide(1), 15, (term, n) => over(times(term, negative(square)), (2 * n - 1) * 2 * n))
}

function quadrant({ r, quarters }: Turned): Double {
  const value = quarters % 2 === 0 ? sineOf(r) : cosineOf(r)
  return quarters < 2 ? value : negative(value)
}

export const sin = (x: number): Double => quadrant(turned(x))

export function cos(x: number): Double {
  const { r, quarters } = turned(x)
  return quadrant({ r, quarters: (quarters + 1) % 4 })
}

export const tan = (x: number): Double => over(sin(x), cos(x))

export function sinh(x: number): Double {
  const growth = expm1(x)
  return times(plus(growth, over(growth, plus(growth, 1))), 0.5)
}

export function cosh(x: number): Double {
  const half = exp(Math.abs(x) - 1)
  const e = times(half, exp(1))
  return plus(times(e, 0.5), over(0.5, e))
}

export function tanh(x: number): Double {
  const growth = expm1(2 * x)
  return over(growth, plus(growth, 2))
}

/** The machine's angle, corrected by the small angle between it and the argument. */
function angleOf(t: Double): Double {
  const first = Math.atan(t.high)
  const slope = tan(first)
  return plus(first, over(minus(t, slope), plus(1, times(t, slope))))
}

export const arctan = (x: number): Double =>
  Math.abs(x) > 1 ? minus(times(halfPi, Math.sign(x)), angleOf(over(1, x))) : angleOf(wide(x))

/** (1 - x)(1 + x), where neither factor rounds. */
const besides = (x: number): Double => times(sumOf(1, -x), sumOf(1, x))

export const arcsin = (x: number): Double =>
  Math.abs(x) < 0.7
    ? angleOf(over(x, root(besides(x))))
    : minus(times(halfPi, Math.sign(x)), angleOf(over(root(besides(x)), x)))

export const arccos = (x: number): Double =>
  times(angleOf(root(over(sumOf(1, -x), sumOf(1, x)))), 2)

export const power = (x: number, y: number): Double => exp(times(log(x), y))

/** How far a number is from the true value, in units of the last place of f64 or f32. */
export function errorInUlps(found: number, truth: Double, precision: 'f64' | 'f32'): number {
  const [digits, smallest] = precision === 'f64' ? [52, -1022] : [23, -126]
  const exponent = Math.max(Math.floor(Math.log2(Math.abs(truth.high))), smallest)
  return Math.abs(found - truth.high - truth.low) / 2 ** (exponent - digits)
}
