/**
 * Poisson counts of a mean that all cells share, for eight cells at once: the words of a vector are compared with
 * limits computed beforehand, so nothing depends on how the numbers fall but for one word in 4096.
 */
import { InternalError } from '../../ir/internal-error.ts'
import type { Draft } from './draft.ts'
import type { Instruction, Local, Plain } from './instruction.ts'
import { branchIf, f64, get, i32, plain, set } from './instruction.ts'
import type { Lanes } from './lanes.ts'
import { createLanes } from './lanes.ts'
import { completed, farEnd, furtherWord, largeMean, mostCounts } from './poisson.ts'
import { exp } from './polynomials/exponential.ts'
import type { Eight, Key } from './random.ts'
import { lastTwo, sameWord } from './random.ts'

/** What the counts of one mean have in common. */
export interface CountTable {
  /** f64: the mean, and the probability of no count at all. */
  readonly mean: Plain
  readonly none: Plain
  /** i32: whether the mean is one that is counted up to, and whether that takes more limits than there are. */
  readonly isCounted: Plain
  readonly isLong: Plain
  readonly batches: readonly Batch[]
}

/** A count is above k if the word, with its sign bit turned, is above limit k: whole batches of limits are compared with. */
interface Batch {
  readonly isNeeded: Plain
  readonly limits: readonly Local[]
}

const batch = 4
const batches = 6
const signBit = 0x80000000

const any = (mask: Instruction): Plain => plain('v128.any_true', [mask])
const both = (x: Instruction, y: Instruction): Plain => plain('i32.and', [x, y])

/** `mean` in both f64 lanes. The listing tells of one line; the limits stay in locals that the counts know of. */
export function countTable(draft: Draft, mean: Plain): CountTable {
  const found: { table?: CountTable } = {}
  draft.passage('limits', [mean], (both = mean) => {
    const wide = createLanes(draft, 'f64')
    const none = wide.keep('none', exp(wide, wide.neg(both)))
    const scalar = (name: string, x: Plain): Plain =>
      draft.keep(name, plain('f64x2.extract_lane', [x], [0]))
    found.table = fillTable(draft, scalar('mean', both), scalar('none', none))
    return none
  })
  if (!found.table) throw new InternalError('emit wasm', 'a mean has no limits')
  return found.table
}

function fillTable(draft: Draft, mean: Plain, none: Plain): CountTable {
  const isSmall = plain('f64.le', [mean, f64(largeMean)])
  const isCounted = draft.keep('counted', both(plain('f64.gt', [mean, f64(0)]), isSmall))
  const term = draft.variable('term', 'f64')
  const sum = draft.variable('sum', 'f64')
  draft.push(set(term, none), set(sum, none))
  const isOpen = (): Plain =>
    draft.keep('open', both(isCounted, plain('f64.lt', [get(sum), f64(farEnd * 2 ** -32)])))
  const table = Array.from({ length: batches }, (_, b): Batch => {
    const isNeeded = isOpen()
    const limits = Array.from({ length: batch }, () => draft.variable('limit', 'v128'))
    draft.when(isNeeded, () => {
      for (const [k, limit] of limits.entries()) {
        draft.push(set(limit, limitOf(get(sum))))
        const ratio = plain('f64.mul', [mean, f64(1 / (b * batch + k + 1))])
        draft.push(set(term, plain('f64.mul', [get(term), ratio])))
        draft.push(set(sum, plain('f64.add', [get(sum), get(term)])))
      }
    })
    return { isNeeded, limits }
  })
  return { mean, none, isCounted, isLong: isOpen(), batches: table }
}

/** word · 2^-32 ≥ sum where the word is above this, as numbers with a sign. */
function limitOf(sum: Plain): Plain {
  const first = plain('f64.ceil', [plain('f64.mul', [sum, f64(2 ** 32)])])
  const below = plain('i32.sub', [plain('i32.trunc_sat_f64_u', [first]), i32(1)])
  return plain('i32x4.splat', [plain('i32.xor', [below, i32(signBit)])])
}

/** The keys of four cells and of the next four. */
interface Keys {
  readonly low: Key
  readonly high: Key
}

/** The counts as whole numbers of 16 bits. */
export function countsOfEight(
  lanes: Lanes,
  table: CountTable,
  { words, keys }: { readonly words: Eight; readonly keys: Keys },
): Plain {
  const { draft } = lanes
  const inputs = [words.low, words.high]
  return draft.passage('counts', inputs, (low = words.low, high = words.high) => {
    const counting = { low: draft.variable('low', 'v128'), high: draft.variable('high', 'v128') }
    for (const count of [counting.low, counting.high]) draft.push(set(count, lanes.bits(0n)))
    draft.when(table.isCounted, () => {
      countThem(lanes, { ...counting, table }, { words: { low, high }, keys })
    })
    return plain('i16x8.narrow_i32x4_s', [get(counting.low), get(counting.high)])
  })
}

function countThem(
  lanes: Lanes,
  counting: Counting,
  { words, keys }: { readonly words: Eight; readonly keys: Keys },
): void {
  const { keep, xor } = lanes
  const turned = {
    low: keep('word', xor(words.low, sameWord(lanes, signBit))),
    high: keep('word', xor(words.high, sameWord(lanes, signBit))),
  }
  const isFar = (x: Plain): Plain =>
    keep('far', plain('i32x4.gt_s', [x, sameWord(lanes, (farEnd - 1) ^ signBit)]))
  const far = { low: isFar(turned.low), high: isFar(turned.high) }
  lanes.draft.when(
    plain('i32.or', [any(lanes.or(far.low, far.high)), counting.table.isLong]),
    () => addUp(lanes, counting, furtherWords({ lanes, words, far, keys })),
    () => compare(lanes, counting, turned),
  )
}

interface Counting {
  readonly low: Local
  readonly high: Local
  readonly table: CountTable
}

/** As many batches as the mean asks for: branches that go the same way for all cells. */
function compare(lanes: Lanes, { low, high, table }: Counting, turned: Eight): void {
  const { draft } = lanes
  const count = (into: Local, word: Plain, limit: Local): void => {
    const isAbove = plain('i32x4.gt_s', [word, get(limit)])
    draft.push(set(into, plain('i32x4.sub', [get(into), isAbove])))
  }
  const from = (b: number): void => {
    const now = table.batches[b]
    if (!now) return
    draft.when(now.isNeeded, () => {
      for (const limit of now.limits) {
        count(low, turned.low, limit)
        count(high, turned.high, limit)
      }
      from(b + 1)
    })
  }
  from(0)
}

interface Far {
  readonly lanes: Lanes
  readonly words: Eight
  readonly far: Eight
  readonly keys: Keys
}

/** The uniform numbers of the eight cells, two in each vector, with all their bits. */
function furtherWords({ lanes, words, far, keys }: Far): readonly Plain[] {
  const { draft, keep } = lanes
  const wide = createLanes(draft, 'f64')
  return [
    [words.low, far.low, keys.low] as const,
    [words.high, far.high, keys.high] as const,
  ].flatMap(([word, isFar, key]) => {
    const more = draft.variable('more', 'v128')
    draft.push(set(more, lanes.bits(0n)))
    draft.when(any(isFar), () => draft.push(set(more, furtherWord(lanes, key, isFar))))
    return [
      keep('u', completed(wide, word, get(more))),
      keep('u', completed(wide, lastTwo(lanes, word), lastTwo(lanes, get(more)))),
    ]
  })
}

/** Adds up probabilities until they pass all of the uniform numbers. */
function addUp(lanes: Lanes, { low, high, table }: Counting, uniforms: readonly Plain[]): void {
  const { draft } = lanes
  const wide = createLanes(draft, 'f64')
  const counts = uniforms.map(() => draft.variable('count', 'v128'))
  const [term, sum, next] = ['term', 'sum', 'next'].map((name) => draft.variable(name, 'f64'))
  if (!term || !sum || !next) return
  for (const count of counts) draft.push(set(count, wide.constant(0)))
  draft.push(set(term, table.none), set(sum, table.none), set(next, f64(1)))
  draft.block('passed', (passed) => {
    draft.loop('until passed', (again) => {
      const reached = draft.keep('sum', plain('f64x2.splat', [get(sum)]))
      const open = uniforms.map((u) => draft.keep('open', wide.ge(u, reached)))
      const isOpen = any(open.reduce((x, y) => wide.or(x, y)))
      draft.push(branchIf(passed, plain('i32.eqz', [isOpen])))
      for (const [k, count] of counts.entries()) {
        const one = wide.and(open[k] ?? wide.constant(0), wide.constant(1))
        draft.push(set(count, wide.add(get(count), one)))
      }
      const inverse = plain('f64.div', [f64(1), get(next)])
      const ratio = plain('f64.mul', [table.mean, inverse])
      draft.push(set(term, plain('f64.mul', [get(term), ratio])))
      draft.push(set(sum, plain('f64.add', [get(sum), get(term)])))
      draft.push(set(next, plain('f64.add', [get(next), f64(1)])))
      draft.push(branchIf(again, plain('f64.le', [get(next), f64(mostCounts)])))
    })
  })
  const [a, b, c, d] = counts.map((count) => plain('i32x4.trunc_sat_f64x2_s_zero', [get(count)]))
  if (!a || !b || !c || !d) return
  draft.push(set(low, joined(a, b)), set(high, joined(c, d)))
}

const joined = (x: Plain, y: Plain): Plain =>
  plain('i8x16.shuffle', [x, y], [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23])
