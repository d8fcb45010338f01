/** Random numbers that take a varying number of tries: lanes that are done wait for the others. */
import type { Instruction, Plain } from './instruction.ts'
import { branchIf, get, plain, set } from './instruction.ts'
import type { Lanes } from './lanes.ts'
import { exp } from './polynomials/exponential.ts'
import { log } from './polynomials/logarithm.ts'
import { pow } from './polynomials/power.ts'
import type { Key, Words } from './random.ts'
import { normal, threefry, uniform } from './random.ts'

const any = (mask: Instruction): Plain => plain('v128.any_true', [mask])

/** A vector that changes while lanes are being worked on. */
function changing(lanes: Lanes, name: string, start: Instruction) {
  const local = lanes.draft.variable(name, 'v128')
  lanes.draft.push(set(local, start))
  return { now: get(local), become: (value: Instruction) => lanes.draft.push(set(local, value)) }
}

/** Means above this are drawn from the matching normal, as in ir/random.ts. */
const largeMean = 64
const mostCounts = 1000

/** What the counts of one mean have in common. */
export interface PoissonTable {
  /** The probability of no count at all. */
  readonly none: Plain
  /** By which factor the probabilities of 1, 2, … counts follow from those of one less. */
  readonly ratios: readonly Plain[]
}

/** Counts in a row whose probabilities are added up before it is asked whether all lanes are done. */
const batch = 4
const prepared = 8

export const poissonTable = (lanes: Lanes, mean: Plain): PoissonTable => ({
  none: lanes.keep('none', exp(lanes, lanes.neg(mean))),
  ratios: Array.from({ length: prepared }, (_, k) =>
    lanes.keep(`ratio${k + 1}`, lanes.mul(mean, lanes.constant(1 / (k + 1)))),
  ),
})

/** Poisson count by inversion of one uniform number. */
export function poisson(
  lanes: Lanes,
  words: Words,
  { mean, table }: { readonly mean: Plain; readonly table: PoissonTable | undefined },
): Plain {
  const { draft, keep, gt, choose, constant } = lanes
  const large = keep('large', gt(mean, constant(largeMean)))
  const small = lanes.without(gt(mean, constant(0)), large)
  const result = changing(lanes, 'counts', constant(0))
  const eligible = keep('small', small)
  draft.when(any(eligible), () =>
    result.become(
      inverted(lanes, words, { mean, eligible, table: table ?? poissonTable(lanes, mean) }),
    ),
  )
  draft.when(any(large), () =>
    result.become(choose(large, matched(lanes, words, mean), result.now)),
  )
  return result.now
}

interface Inversion {
  readonly mean: Plain
  readonly eligible: Plain
  readonly table: PoissonTable
}

/** Adds up probabilities until they pass the uniform number; a lane that is done stays so, as sums only grow. */
function inverted(lanes: Lanes, words: Words, { mean, eligible, table }: Inversion): Plain {
  const { draft, keep, add, mul, div, and, lt, ge, constant } = lanes
  const one = constant(1)
  const u = keep('u', uniform(lanes, words))
  const term = changing(lanes, 'term', table.none)
  const sum = changing(lanes, 'sum', table.none)
  const count = changing(lanes, 'count', constant(0))
  const addUp = (ratio: Instruction): void => {
    count.become(add(count.now, and(ge(u, sum.now), one)))
    term.become(mul(term.now, ratio))
    sum.become(add(sum.now, term.now))
  }
  const isOpen = (): Plain => any(and(ge(u, sum.now), eligible))
  const [first, second] = [table.ratios.slice(0, batch), table.ratios.slice(batch)]
  for (const ratio of first) addUp(ratio)
  draft.when(isOpen(), () => {
    for (const ratio of second) addUp(ratio)
    const next = changing(lanes, 'next', constant(prepared + 1))
    draft.block('passed', (passed) => {
      draft.loop('until passed', (again) => {
        draft.push(branchIf(passed, plain('i32.eqz', [isOpen()])))
        addUp(mul(mean, keep('inverse', div(one, next.now))))
        next.become(add(next.now, one))
        draft.push(branchIf(again, any(lt(next.now, constant(mostCounts + 1)))))
      })
    })
  })
  return and(count.now, eligible)
}

/** The normal with the same mean, variance and (to first order) skewness, rounded. */
function matched(lanes: Lanes, words: Words, mean: Plain): Plain {
  const { keep, add, sub, mul, sqrt, floor, max, constant } = lanes
  const z = keep('z', normal(lanes, words))
  const skew = mul(sub(mul(z, z), constant(1)), constant(1 / 6))
  const count = floor(add(add(add(mean, mul(sqrt(mean), z)), skew), constant(0.5)))
  return max(count, constant(0))
}

/** Tries of the gamma variate are told apart by the stream, as in ir/random.ts. */
const streams = { shape: 0x5bd1e995, attempt: 0x9e3779b1, accept: 0x85ebca6b } as const
const attempts = 64

/** Gamma variate of scale 1 by Marsaglia and Tsang (2000). A shape below 1 is drawn one higher and scaled down. */
export function gamma(lanes: Lanes, key: Key, shape: Plain): Plain {
  const { draft, keep, add, sub, mul, div, lt, and, choose, constant } = lanes
  const one = constant(1)
  const low = keep('low', lt(shape, one))
  const d = keep('d', sub(add(shape, and(low, one)), constant(1 / 3)))
  const c = keep('c', div(constant(1 / 3), lanes.sqrt(d)))
  const result = changing(lanes, 'gamma', d)
  const open = changing(lanes, 'open', lanes.eq(d, d))
  const attempt = changing(lanes, 'attempt', same(lanes, 0))
  draft.loop('until accepted', (again) => {
    attempt.become(plain('i32x4.add', [attempt.now, same(lanes, 1)]))
    const spread = plain('i32x4.mul', [attempt.now, same(lanes, streams.attempt)])
    const stream = keep('stream', plain('i32x4.add', [key.stream, spread]))
    const { value, accepted } = tried(lanes, { ...key, stream }, { c, d })
    const taken = keep('taken', and(accepted, open.now))
    result.become(choose(taken, value, result.now))
    open.become(lanes.without(open.now, taken))
    const tries = plain('i32x4.lt_s', [attempt.now, same(lanes, attempts)])
    draft.push(branchIf(again, any(and(open.now, keep('tries', tries)))))
  })
  const u = uniform(
    lanes,
    threefry(lanes, { ...key, stream: lanes.xor(key.stream, same(lanes, streams.shape)) }),
  )
  const shrink = keep('shrink', pow(lanes, u, div(one, shape)))
  return choose(low, mul(result.now, shrink), result.now)
}

const same = (lanes: Lanes, value: number): Plain =>
  lanes.draft.constant({ shape: 'i32x4', lanes: Array(4).fill(value | 0) })

function tried(
  lanes: Lanes,
  key: Key,
  { c, d }: { c: Plain; d: Plain },
): { value: Plain; accepted: Plain } {
  const { keep, add, sub, mul, lt, gt, and, constant } = lanes
  const one = constant(1)
  const z = keep('z', normal(lanes, threefry(lanes, key)))
  const root = keep('root', add(one, mul(c, z)))
  const v = keep('v', mul(mul(root, root), root))
  const accept = lanes.xor(key.stream, same(lanes, streams.accept))
  const u = uniform(lanes, threefry(lanes, { ...key, stream: keep('stream', accept) }))
  const left = keep('left', log(lanes, sub(one, u)))
  const right = add(mul(mul(constant(0.5), z), z), add(sub(d, mul(d, v)), mul(d, log(lanes, v))))
  const accepted = and(gt(v, constant(0)), lt(left, right))
  return { value: keep('value', mul(d, v)), accepted: keep('accepted', accepted) }
}
