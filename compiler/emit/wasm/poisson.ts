/** Poisson counts in vector lanes, as in ir/random.ts: each lane with a mean of its own. */
import { InternalError } from '../../ir/internal-error.ts'
import type { Instruction, Local, Plain } from './instruction.ts'
import { branchIf, get, plain, set } from './instruction.ts'
import type { Lanes } from './lanes.ts'
import { exp } from './polynomials/exponential.ts'
import type { Key } from './random.ts'
import { normal, sameWord, threefry } from './random.ts'

/** Means above this are drawn from the matching normal. */
export const largeMean = 64
export const mostCounts = 1000

const streams = { further: 0x27d4eb2f, large: 0x165667b1 } as const

/** Words from here on are completed by another one. */
export const farEnd = 0xfff00000

const any = (mask: Instruction): Plain => plain('v128.any_true', [mask])

export interface Counting {
  readonly mean: Plain
  /** The random number of each lane, in its first 32 bits. */
  readonly word: () => Plain
  readonly key: Key
}

/** Counts of means up to the large ones, by inversion of one uniform number. */
export function poisson(lanes: Lanes, { mean, word, key }: Counting): Plain {
  const { draft, keep, gt, and, constant } = lanes
  const isCounted = lanes.without(gt(mean, constant(0)), gt(mean, constant(largeMean)))
  const eligible = keep('small', isCounted)
  const count = changing(lanes, 'count', constant(0))
  draft.when(any(eligible), () => {
    const u = keep('u', countingUniform(lanes, word(), key))
    invert(lanes, { mean, eligible, u, count })
  })
  return withLarge(lanes, { mean, key, small: and(get(count), eligible) })
}

/** A vector that changes while lanes are being worked on. */
function changing(lanes: Lanes, name: string, start: Instruction): Local {
  const local = lanes.draft.variable(name, 'v128')
  lanes.draft.push(set(local, start))
  return local
}

/** In f64 all that `countingUniform` of ir/random.ts says; the first 24 bits in f32. */
function countingUniform(lanes: Lanes, word: Plain, key: Key): Plain {
  const { draft, mul, constant, precision } = lanes
  const given = lanes.keep('word', word)
  if (precision === 'f32') {
    const upper = plain('i32x4.shr_u', [given, plain('i32.const', [], [8])])
    return mul(plain('f32x4.convert_i32x4_s', [upper]), constant(2 ** -24))
  }
  const more = changing(lanes, 'more', lanes.bits(0n))
  const isFar = lanes.keep('far', plain('i32x4.ge_u', [given, sameWord(lanes, farEnd)]))
  draft.when(any(isFar), () => draft.push(set(more, furtherWord(lanes, key, isFar))))
  return completed(lanes, given, get(more))
}

/** What is known beyond the first word, in the lanes of the mask. */
export function furtherWord(lanes: Lanes, key: Key, isFar: Plain): Plain {
  const stream = lanes.xor(key.stream, sameWord(lanes, streams.further))
  const { first } = threefry(lanes, { ...key, stream })
  const upper = plain('i32x4.shr_u', [first, plain('i32.const', [], [11])])
  return lanes.and(isFar, upper)
}

/** 32 and 21 bits as a number in [0, 1), for the first two words. */
export function completed(wide: Lanes, word: Instruction, more: Instruction): Plain {
  const { add, mul, constant } = wide
  const [high, low] = [word, more].map((x) => plain('f64x2.convert_low_i32x4_u', [x]))
  if (!high || !low) throw new InternalError('emit wasm', 'a word has no number')
  return mul(add(mul(high, constant(2 ** 21)), low), constant(2 ** -53))
}

interface Inversion {
  readonly mean: Plain
  readonly eligible: Plain
  readonly u: Plain
  readonly count: Local
}

/** Adds up probabilities until they pass the uniform number; a lane that is done stays so, as sums only grow. */
function invert(lanes: Lanes, { mean, eligible, u, count }: Inversion): void {
  const { draft, keep, add, mul, div, and, lt, ge, constant } = lanes
  const one = constant(1)
  const term = changing(lanes, 'term', exp(lanes, lanes.neg(mean)))
  const sum = changing(lanes, 'sum', get(term))
  const next = changing(lanes, 'next', one)
  draft.block('passed', (passed) => {
    draft.loop('until passed', (again) => {
      const isOpen = keep('open', and(ge(u, get(sum)), eligible))
      draft.push(branchIf(passed, plain('i32.eqz', [any(isOpen)])))
      draft.push(set(count, add(get(count), and(isOpen, one))))
      draft.push(set(term, mul(get(term), mul(mean, keep('inverse', div(one, get(next)))))))
      draft.push(set(sum, add(get(sum), get(term))))
      draft.push(set(next, add(get(next), one)))
      draft.push(branchIf(again, any(lt(get(next), constant(mostCounts + 1)))))
    })
  })
}

interface Small {
  readonly mean: Plain
  readonly key: Key
  readonly small: Plain
}

/** The counts of small means, and of large ones where there are any. */
export function withLarge(lanes: Lanes, { mean, key, small }: Small): Plain {
  const { draft, keep, gt, constant, choose } = lanes
  const result = changing(lanes, 'counts', small)
  const isLarge = keep('large', gt(mean, constant(largeMean)))
  draft.when(any(isLarge), () => {
    draft.push(set(result, choose(isLarge, matched(lanes, key, mean), get(result))))
  })
  return get(result)
}

/** The normal with the mean, variance, skewness and kurtosis of a count, rounded. */
function matched(lanes: Lanes, key: Key, mean: Plain): Plain {
  const { keep, add, sub, mul, div, sqrt, floor, max, constant } = lanes
  const stream = lanes.xor(key.stream, sameWord(lanes, streams.large))
  const z = keep('z', normal(lanes, threefry(lanes, { ...key, stream })))
  const square = keep('square', mul(z, z))
  const root = keep('root', sqrt(mean))
  const bent = div(mul(z, add(square, constant(2))), mul(constant(72), root))
  const skewed = sub(div(sub(square, constant(1)), constant(6)), bent)
  const count = floor(add(add(add(mean, mul(root, z)), skewed), constant(0.5)))
  return max(count, constant(0))
}
