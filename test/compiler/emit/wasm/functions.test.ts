/** The functions we wrote for vector lanes are as accurate as the README says, and right at the edges. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  exp,
  expm1,
  exprel,
  exprelInverse,
} from '../../../../compiler/emit/wasm/polynomials/exponential.ts'
import { cosh, sinh, tanh } from '../../../../compiler/emit/wasm/polynomials/hyperbolic.ts'
import {
  arccos,
  arcsin,
  arctan,
  arctan2,
} from '../../../../compiler/emit/wasm/polynomials/inverse-trigonometric.ts'
import { log, log10, log1p } from '../../../../compiler/emit/wasm/polynomials/logarithm.ts'
import { pow } from '../../../../compiler/emit/wasm/polynomials/power.ts'
import { floorDivide, modulo, sign } from '../../../../compiler/emit/wasm/polynomials/rounding.ts'
import { cos, sin, tan } from '../../../../compiler/emit/wasm/polynomials/trigonometric.ts'
import { power } from './double-double.ts'
import { functions } from './function-table.ts'
import { mapLanes } from './map-lanes.ts'
import { largestError, printErrors } from './measure-errors.ts'

const { NaN: none, POSITIVE_INFINITY: inf } = Number
const precisions = ['f64', 'f32'] as const

describe.each(precisions)('in %s', (precision) => {
  test.each(functions)('$name stays within its bound', (row) => {
    const { ulps, at } = largestError(row, precision)

    expect(ulps, `at ${at}`).toBeLessThanOrEqual(row.bound[precision])
  })

  test('exp overflows to infinity and underflows to zero', () => {
    const found = mapLanes(precision, exp, [0, -0, inf, -inf, none, 1000, -1000, 1e30, -1e30])

    expect(found).toEqual([1, 1, inf, 0, none, inf, 0, inf, 0])
  })

  test('exp reaches the largest finite result', () => {
    const x = precision === 'f64' ? 709.782712893384 : 88.72283172607422
    const largest = precision === 'f64' ? Number.MAX_VALUE : 3.4028235e38

    const [found = 0] = mapLanes(precision, exp, [x, x, x, x])

    expect(found / largest).toBeCloseTo(1, 4)
  })

  test('expm1 and exprel have the limits of a saturating exponential', () => {
    expect(mapLanes(precision, expm1, [0, inf, -inf, none, 1000, -1000])).toEqual([
      0,
      inf,
      -1,
      none,
      inf,
      -1,
    ])
    expect(mapLanes(precision, exprel, [0, -0, inf, -inf, none, 1e-38])).toEqual([
      1,
      1,
      inf,
      0,
      none,
      1,
    ])
    expect(mapLanes(precision, exprelInverse, [0, -0, inf, -inf, none, 1e-38])).toEqual([
      1,
      1,
      0,
      inf,
      none,
      1,
    ])
  })

  test('logarithms of zero, negative numbers and infinity are those of the standard', () => {
    const edges = [0, -0, 1, -1, inf, -inf, none]

    expect(mapLanes(precision, log, edges)).toEqual([-inf, -inf, 0, none, inf, none, none])
    expect(mapLanes(precision, log10, edges)).toEqual([-inf, -inf, 0, none, inf, none, none])
    expect(mapLanes(precision, log1p, [-1, -2, 0, inf, none])).toEqual([-inf, none, 0, inf, none])
  })

  test('log10 of a power of ten is whole', () => {
    const powers = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 0.1, 0.01]

    const found = mapLanes(precision, log10, powers)

    expect(found).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -1, -2])
  })

  test('the logarithm of a number too small to be normal is still right', () => {
    const tiny = precision === 'f64' ? 5e-324 : 1.401298464324817e-45

    const [found = 0] = mapLanes(precision, log, [tiny])

    expect(found / Math.log(tiny)).toBeCloseTo(1, 6)
  })

  test('waves of huge angles stay between -1 and 1, and of infinity are undefined', () => {
    const huge = [1e6, 1e9, 1e15, 1e18, 1e25, 1e30, 1e37, 3e38]
    const waves = [...mapLanes(precision, sin, huge), ...mapLanes(precision, cos, huge)]

    expect(Math.max(...waves.map(Math.abs))).toBeLessThanOrEqual(1)
    expect(mapLanes(precision, sin, [inf, -inf, none, 0])).toEqual([none, none, none, 0])
    expect(mapLanes(precision, cos, [inf, -inf, none, 0])).toEqual([none, none, none, 1])
    expect(mapLanes(precision, tan, [inf, -inf, none, 0])).toEqual([none, none, none, 0])
  })

  test('hyperbolic functions overflow only where their result does', () => {
    const largest = precision === 'f64' ? 710 : 89

    expect(mapLanes(precision, sinh, [0, inf, -inf, none])).toEqual([0, inf, -inf, none])
    expect(mapLanes(precision, cosh, [0, inf, -inf, none])).toEqual([1, inf, inf, none])
    expect(mapLanes(precision, tanh, [0, inf, -inf, none, 30])).toEqual([0, 1, -1, none, 1])
    for (const f of [sinh, cosh]) {
      const [found = 0] = mapLanes(precision, f, [largest])
      expect(found / Math.cosh(largest)).toBeCloseTo(1, 4)
    }
  })

  test('angles outside of the unit interval are undefined, at its ends they are exact', () => {
    const half = precision === 'f64' ? Math.PI / 2 : Math.fround(Math.PI / 2)
    const whole = precision === 'f64' ? Math.PI : Math.fround(Math.PI)

    expect(mapLanes(precision, arcsin, [1, -1, 0, 2, -2, none])).toEqual([
      half,
      -half,
      0,
      none,
      none,
      none,
    ])
    expect(mapLanes(precision, arccos, [1, -1, 0, 2, -2, none])).toEqual([
      0,
      whole,
      half,
      none,
      none,
      none,
    ])
    expect(mapLanes(precision, arctan, [inf, -inf, 0, none])).toEqual([half, -half, 0, none])
  })

  test('arctan2 knows all quadrants, axes and corners', () => {
    const sides = [0, -0, 1, -1, 2.5, -1e-3, inf, -inf]
    const pairs = sides.flatMap((y) => sides.map((x) => [y, x] as const))

    const found = mapLanes(
      precision,
      arctan2,
      pairs.map(([y]) => y),
      pairs.map(([, x]) => x),
    )

    for (const [k, [y, x]] of pairs.entries()) {
      expect(found[k], `arctan2(${y}, ${x})`).toBeCloseTo(Math.atan2(y, x), 6)
      expect(Object.is(found[k], -0)).toBe(Object.is(Math.atan2(y, x), -0))
    }
  })

  test('powers have the edge cases of JavaScript', () => {
    const numbers = [0, -0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 2.5, -2.5, inf, -inf, none]
    const pairs = numbers.flatMap((x) => numbers.map((y) => [x, y] as const))

    const found = mapLanes(
      precision,
      pow,
      pairs.map(([x]) => x),
      pairs.map(([, y]) => y),
    )

    for (const [k, [x, y]] of pairs.entries()) {
      const digits = precision === 'f64' ? 14 : 6
      expect(found[k]?.toPrecision(digits), `${x} ** ${y}`).toBe((x ** y).toPrecision(digits))
      expect(Object.is(found[k], -0), `${x} ** ${y}`).toBe(Object.is(x ** y, -0))
    }
  })

  test('floor division and its remainder follow the sign of the divisor', () => {
    const x = [7, -7, 7, -7, 7.5, -0.5, 0, 6]
    const y = [2, 2, -2, -2, 2, 2, 3, -3]

    expect(mapLanes(precision, floorDivide, x, y)).toEqual([3, -4, -4, 3, 3, -1, 0, -2])
    expect(mapLanes(precision, modulo, x, y)).toEqual([1, 1, -1, -1, 1.5, 1.5, 0, 0])
  })

  test('the sign of a number is -1, 0 or 1', () => {
    expect(mapLanes(precision, sign, [3, -3, 0, -0, inf, -inf, none, 1e-40])).toEqual([
      1,
      -1,
      0,
      -0,
      1,
      -1,
      none,
      1,
    ])
  })

  test('smaller and larger of two numbers are those of Math', () => {
    const x = [1, -0, 0, none, inf, 2]
    const y = [2, 0, -0, 1, -inf, none]

    expect(mapLanes(precision, (l, a, b) => l.min(a, b), x, y)).toEqual([
      1,
      -0,
      -0,
      none,
      -inf,
      none,
    ])
    expect(mapLanes(precision, (l, a, b) => l.max(a, b), x, y)).toEqual([2, 0, 0, none, inf, none])
  })
})

test('a power is right to 1e-14 wherever its result is a normal number', () => {
  const bases = Array.from({ length: 400 }, (_, k) => 10 ** (-8 + k / 25))
  const exponents = bases.map(
    (x, k) => ((k % 2 === 0 ? 300 : -300) * Math.sin(k)) / (1 + Math.abs(Math.log10(x))),
  )

  const found = mapLanes('f64', pow, bases, exponents)

  const errors = found.map((value, k) => {
    const { high, low } = power(bases[k] ?? 0, exponents[k] ?? 0)
    return Math.abs((value - high - low) / high)
  })
  expect(Math.max(...errors)).toBeLessThan(1e-14)
})

test('the README of the target shows the measured errors', () => {
  const readme = readFileSync('compiler/emit/wasm/README.md', 'utf8')

  expect(readme.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---')).toContain(printErrors())
})
