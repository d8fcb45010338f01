/** How each operator is written in vector lanes: one row per operator, and a missing row is a type error. */
import type { Expr } from '../../ir/expr.ts'
import type { Op } from '../../ir/ops.ts'
import type { Instruction, Plain } from './instruction.ts'
import { plain } from './instruction.ts'
import { gamma } from './gamma.ts'
import type { Lanes } from './lanes.ts'
import { toReal } from './lanes.ts'
import { poisson, withLarge } from './poisson.ts'
import { exp, expm1, exprel, exprelInverse } from './polynomials/exponential.ts'
import { cosh, sinh, tanh } from './polynomials/hyperbolic.ts'
import { arccos, arcsin, arctan, arctan2 } from './polynomials/inverse-trigonometric.ts'
import { log, log10, log1p } from './polynomials/logarithm.ts'
import { pow } from './polynomials/power.ts'
import { floorDivide, modulo, sign } from './polynomials/rounding.ts'
import { cos, sin, tan } from './polynomials/trigonometric.ts'
import type { Key, Words } from './random.ts'
import { normal, uniform } from './random.ts'

/** An application of an operator, about to be written. */
export interface Application {
  readonly lanes: Lanes
  readonly args: readonly Expr[]
  /** Argument k as numbers in lanes, or as a mask where it is a boolean. */
  readonly value: (k: number) => Plain
  /** Argument k as 32-bit whole numbers. */
  readonly word: (k: number) => Instruction
  /** The first step that is less than argument k ago, where that is kept beforehand. */
  readonly recent: (k: number) => Plain | undefined
  /** The Poisson counts of these arguments, unless the mean is large, where they are made beforehand. */
  readonly counts: () => Plain | undefined
  /** The random key whose parts are the four arguments from k on, and the words drawn with it. */
  readonly key: (k: number) => Key
  readonly words: (k: number) => Words
  /** One word for each lane, as two cells share a block of two. */
  readonly halfBlock: (k: number) => Plain
  /** Any expression; and whether it is computed for something else as well. */
  readonly lanesOf: (expr: Expr) => Plain
  readonly wordsOf: (expr: Expr) => Instruction
  readonly isRepeated: (expr: Expr) => boolean
}

type Row = (application: Application) => Plain
type LaneOperation =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'lt'
  | 'le'
  | 'gt'
  | 'ge'
  | 'eq'
  | 'ne'
  | 'and'
  | 'or'

const two =
  (operation: LaneOperation): Row =>
  ({ lanes, value }) =>
    lanes[operation](value(0), value(1))

const one =
  (operation: 'sqrt' | 'abs' | 'neg' | 'floor' | 'ceil' | 'trunc' | 'not'): Row =>
  ({ lanes, value }) =>
    lanes[operation](value(0))

/** A function of ours, inlined; the listing shows it as one line. */
const inlined =
  (name: string, f: (lanes: Lanes, x: Plain) => Plain): Row =>
  ({ lanes, value }) =>
    lanes.draft.passage(name, [value(0)], (x = value(0)) => f(lanes, x))

const inlinedTwo =
  (name: string, f: (lanes: Lanes, x: Plain, y: Plain) => Plain): Row =>
  ({ lanes, value }) =>
    lanes.draft.passage(name, [value(0), value(1)], (x = value(0), y = value(1)) => f(lanes, x, y))

/** A random number made of the two words of a key. */
const drawn =
  (name: string, f: (lanes: Lanes, words: Words) => Plain): Row =>
  ({ lanes, words }) => {
    const { first, second } = words(0)
    const named = (x = first, y = second): Plain => f(lanes, { first: x, second: y })
    return lanes.draft.passage(name, [first, second], named)
  }

function drawnPoisson({ lanes, value, key, halfBlock, counts }: Application): Plain {
  const made = counts()
  return lanes.draft.passage('poisson', [value(0)], (mean = value(0)) =>
    made
      ? withLarge(lanes, { mean, key: key(1), small: made })
      : poisson(lanes, { mean, key: key(1), word: () => halfBlock(1) }),
  )
}

/** Takes a varying number of words, so it makes them itself. */
function drawnGamma({ lanes, value, key }: Application): Plain {
  return lanes.draft.passage('gamma', [value(0)], (shape = value(0)) => gamma(lanes, key(1), shape))
}

const constantOf = (expr: Expr | undefined): number | undefined =>
  expr?.kind === 'number' ? expr.value : undefined

/** Math.min or Math.max; against a constant one instruction does it, or two, as there is a -0 below 0. */
const bound =
  (side: 'min' | 'max'): Row =>
  ({ lanes, args, value }) => {
    const quick = side === 'min' ? lanes.lower : lanes.raise
    const isZero = (arg: Expr | undefined): boolean =>
      side === 'max' && Object.is(constantOf(arg), 0)
    if (constantOf(args[1])) return quick(value(0), value(1))
    if (constantOf(args[0])) return quick(value(1), value(0))
    if (isZero(args[1])) return lanes.add(quick(value(0), value(1)), value(1))
    if (isZero(args[0])) return lanes.add(quick(value(1), value(0)), value(0))
    return lanes[side](value(0), value(1))
  }

/** x^n as products in the order of `power` in ir/ops.ts; any other exponent takes the general way. */
function power(application: Application): Plain {
  const { lanes, args, value } = application
  const n = constantOf(args[1])
  if (n === undefined || !Number.isInteger(n) || Math.abs(n) > 16) {
    return inlinedTwo('pow', pow)(application)
  }
  if (n === 0) return lanes.constant(1)
  const product = wholePower(lanes, lanes.keep('base', value(0)), Math.abs(n))
  return n < 0 ? lanes.div(lanes.constant(1), product) : product
}

function wholePower(lanes: Lanes, x: Plain, n: number): Plain {
  if (n === 1) return x
  const half = lanes.keep('half', wholePower(lanes, x, n >> 1))
  const square = lanes.mul(half, half)
  return n % 2 === 1 ? lanes.mul(square, x) : square
}

function clip(application: Application): Plain {
  const { lanes, args, value } = application
  const [, low, high] = args.map(constantOf)
  const raised = low ? lanes.raise(value(0), value(1)) : lanes.max(value(0), value(1))
  return high ? lanes.lower(raised, value(2)) : lanes.min(raised, value(2))
}

const inlinedExprel = inlined('exprel', exprel)

/** The shortcut is for what a step is short for: a driving force may have large arguments in every step. */
function exprelOrShorter(application: Application): Plain {
  const { shortcut, ...lanes } = application.lanes
  const [argument] = application.args
  const isShort = argument !== undefined && shortcut?.isFor(argument)
  return inlinedExprel(isShort ? application : { ...application, lanes })
}

/** a / exprel(x) is a · x / (e^x - 1): saves a division, 3 % of a Hodgkin–Huxley step. */
function divide({
  lanes,
  args: [dividend, divisor],
  value,
  lanesOf,
  isRepeated,
}: Application): Plain {
  if (divisor?.kind !== 'apply' || divisor.op !== 'exprel' || isRepeated(divisor)) {
    return lanes.div(value(0), value(1))
  }
  const inputs = divisor.args.map(lanesOf)
  const inverse = lanes.draft.passage('1/exprel', inputs, (x = lanes.constant(0)) =>
    exprelInverse(lanes, x),
  )
  return constantOf(dividend) === 1 ? inverse : lanes.mul(value(0), inverse)
}

/**
 * Whether a step is so long ago: compared as whole numbers, without arithmetic for each cell. Before the first
 * step that is not: x86 has an instruction for `>`, but needs two and a copy for `>=`, 7 % of a LIF step.
 */
function greaterEqual({ lanes, args: [elapsed], value, recent, wordsOf }: Application): Plain {
  const [, last] = elapsed?.kind === 'apply' && elapsed.op === 'elapsed' ? elapsed.args : []
  const limit = last && recent(1)
  if (!last || !limit) return lanes.ge(value(0), value(1))
  const isPast = plain('i32x4.gt_s', [limit, wordsOf(last)])
  return lanes.precision === 'f64' ? plain('i64x2.extend_low_i32x4_s', [isPast]) : isPast
}

export const spelling: Record<Op, Row> = {
  add: two('add'),
  subtract: two('sub'),
  multiply: two('mul'),
  divide,
  floorDivide: ({ lanes, value }) => floorDivide(lanes, value(0), value(1)),
  modulo: ({ lanes, value }) => modulo(lanes, value(0), value(1)),
  negate: one('neg'),
  power,

  exp: inlined('exp', exp),
  expm1: inlined('expm1', expm1),
  exprel: exprelOrShorter,
  log: inlined('log', log),
  log10: inlined('log10', log10),
  log1p: inlined('log1p', log1p),
  sqrt: one('sqrt'),
  sin: inlined('sin', sin),
  cos: inlined('cos', cos),
  tan: inlined('tan', tan),
  sinh: inlined('sinh', sinh),
  cosh: inlined('cosh', cosh),
  tanh: inlined('tanh', tanh),
  arcsin: inlined('arcsin', arcsin),
  arccos: inlined('arccos', arccos),
  arctan: inlined('arctan', arctan),
  arctan2: inlinedTwo('arctan2', arctan2),

  abs: one('abs'),
  sign: inlined('sign', sign),
  floor: one('floor'),
  ceil: one('ceil'),
  truncate: one('trunc'),
  min: bound('min'),
  max: bound('max'),
  clip,

  less: two('lt'),
  lessEqual: two('le'),
  greater: two('gt'),
  greaterEqual,
  equal: two('eq'),
  notEqual: two('ne'),
  and: two('and'),
  or: two('or'),
  not: one('not'),

  select: ({ lanes, value }) => lanes.choose(value(0), value(1), value(2)),
  int: ({ lanes, value }) => lanes.and(value(0), lanes.constant(1)),

  elapsed: ({ lanes, word }) => toReal(lanes, plain('i32x4.sub', [word(0), word(1)])),
  uniform: drawn('uniform', uniform),
  normal: drawn('normal', normal),
  poisson: drawnPoisson,
  gamma: drawnGamma,
}
