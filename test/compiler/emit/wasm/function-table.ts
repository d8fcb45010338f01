/** Our functions of one number: where they are measured, against what, and how far off they may be. */
import type { Plain } from '../../../../compiler/emit/wasm/instruction.ts'
import type { Lanes } from '../../../../compiler/emit/wasm/lanes.ts'
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
} from '../../../../compiler/emit/wasm/polynomials/inverse-trigonometric.ts'
import { log, log10, log1p } from '../../../../compiler/emit/wasm/polynomials/logarithm.ts'
import { cos, sin, tan } from '../../../../compiler/emit/wasm/polynomials/trigonometric.ts'
import type { Double } from './double-double.ts'
import * as exact from './double-double.ts'

/** `even` spreads points evenly; `positive` spreads their exponents, `small` does so with both signs. */
export interface Range {
  readonly kind: 'even' | 'small' | 'positive'
  readonly low: number
  readonly high: number
}

export interface FunctionRow {
  readonly name: string
  readonly written: (lanes: Lanes, x: Plain) => Plain
  readonly truth: (x: number) => Double
  readonly ranges: { readonly f64: readonly Range[]; readonly f32: readonly Range[] }
  /** Units in the last place. */
  readonly bound: { readonly f64: number; readonly f32: number }
}

const even = (low: number, high: number): Range => ({ kind: 'even', low, high })
const small = (low: number, high: number): Range => ({ kind: 'small', low, high })
const positive = (low: number, high: number): Range => ({ kind: 'positive', low, high })

const angles = [even(-7, 7), even(-1e5, 1e5), small(1e-9, 1)]
const growths = {
  f64: [even(-40, 40), even(-700, 700), small(1e-12, 1)],
  f32: [even(-20, 20), even(-85, 85), small(1e-6, 1)],
}

export const functions: readonly FunctionRow[] = [
  { name: 'exp', written: exp, truth: exact.exp, ranges: growths, bound: { f64: 1.1, f32: 1.1 } },
  { name: 'expm1', written: expm1, truth: exact.expm1, ranges: growths, bound: { f64: 2, f32: 2 } },
  {
    name: 'exprel',
    written: exprel,
    truth: exact.exprel,
    ranges: growths,
    bound: { f64: 2, f32: 2.5 },
  },
  {
    name: '1/exprel',
    written: exprelInverse,
    truth: (x) => exact.over(1, exact.exprel(x)),
    ranges: { f64: [even(-40, 40), small(1e-12, 1)], f32: growths.f32 },
    bound: { f64: 2, f32: 2.5 },
  },
  {
    name: 'log',
    written: log,
    truth: exact.log,
    ranges: {
      f64: [positive(1e-300, 1e300), even(0.3, 3)],
      f32: [positive(1e-37, 1e37), even(0.3, 3)],
    },
    bound: { f64: 1, f32: 1 },
  },
  {
    name: 'log10',
    written: log10,
    truth: exact.decimalLog,
    ranges: {
      f64: [positive(1e-300, 1e300), even(0.3, 3)],
      f32: [positive(1e-37, 1e37), even(0.3, 3)],
    },
    bound: { f64: 2.5, f32: 2.5 },
  },
  {
    name: 'log1p',
    written: log1p,
    truth: exact.log1p,
    ranges: {
      f64: [small(1e-15, 0.99), positive(1, 1e10)],
      f32: [small(1e-7, 0.99), positive(1, 1e7)],
    },
    bound: { f64: 1.5, f32: 1.5 },
  },
  {
    name: 'sin',
    written: sin,
    truth: exact.sin,
    ranges: { f64: angles, f32: angles },
    bound: { f64: 1, f32: 2 },
  },
  {
    name: 'cos',
    written: cos,
    truth: exact.cos,
    ranges: { f64: angles, f32: angles },
    bound: { f64: 1, f32: 2 },
  },
  {
    name: 'tan',
    written: tan,
    truth: exact.tan,
    ranges: { f64: angles, f32: angles },
    bound: { f64: 2.5, f32: 3 },
  },
  { name: 'sinh', written: sinh, truth: exact.sinh, ranges: growths, bound: { f64: 2.5, f32: 3 } },
  { name: 'cosh', written: cosh, truth: exact.cosh, ranges: growths, bound: { f64: 2, f32: 2.5 } },
  {
    name: 'tanh',
    written: tanh,
    truth: exact.tanh,
    ranges: { f64: [even(-22, 22), small(1e-12, 1)], f32: [even(-11, 11), small(1e-6, 1)] },
    bound: { f64: 3, f32: 3 },
  },
  {
    name: 'arcsin',
    written: arcsin,
    truth: exact.arcsin,
    ranges: { f64: [even(-1, 1), small(1e-12, 1)], f32: [even(-1, 1), small(1e-6, 1)] },
    bound: { f64: 3, f32: 3 },
  },
  {
    name: 'arccos',
    written: arccos,
    truth: exact.arccos,
    ranges: { f64: [even(-1, 1)], f32: [even(-1, 1)] },
    bound: { f64: 2, f32: 2 },
  },
  {
    name: 'arctan',
    written: arctan,
    truth: exact.arctan,
    ranges: { f64: [even(-5, 5), small(1e-12, 1e12)], f32: [even(-5, 5), small(1e-6, 1e6)] },
    bound: { f64: 1.5, f32: 2 },
  },
]
