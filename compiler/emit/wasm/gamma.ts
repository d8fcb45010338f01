/** Gamma variates, which take a varying number of tries: lanes that are done wait for the others. */
import type { Instruction, Plain } from './instruction.ts'
import { branchIf, get, plain, set } from './instruction.ts'
import type { Lanes } from './lanes.ts'
import { log } from './polynomials/logarithm.ts'
import { pow } from './polynomials/power.ts'
import type { Key } from './random.ts'
import { normal, sameWord, threefry, uniform } from './random.ts'

const any = (mask: Instruction): Plain => plain('v128.any_true', [mask])

/** A vector that changes while lanes are being worked on. */
function changing(lanes: Lanes, name: string, start: Instruction) {
  const local = lanes.draft.variable(name, 'v128')
  lanes.draft.push(set(local, start))
  return { now: get(local), become: (value: Instruction) => lanes.draft.push(set(local, value)) }
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
  const attempt = changing(lanes, 'attempt', sameWord(lanes, 0))
  draft.loop('until accepted', (again) => {
    attempt.become(plain('i32x4.add', [attempt.now, sameWord(lanes, 1)]))
    const spread = plain('i32x4.mul', [attempt.now, sameWord(lanes, streams.attempt)])
    const stream = keep('stream', plain('i32x4.add', [key.stream, spread]))
    const { value, accepted } = tried(lanes, { ...key, stream }, { c, d })
    const taken = keep('taken', and(accepted, open.now))
    result.become(choose(taken, value, result.now))
    open.become(lanes.without(open.now, taken))
    const tries = plain('i32x4.lt_s', [attempt.now, sameWord(lanes, attempts)])
    draft.push(branchIf(again, any(and(open.now, keep('tries', tries)))))
  })
  const u = uniform(
    lanes,
    threefry(lanes, { ...key, stream: lanes.xor(key.stream, sameWord(lanes, streams.shape)) }),
  )
  const shrink = keep('shrink', pow(lanes, u, div(one, shape)))
  return choose(low, mul(result.now, shrink), result.now)
}

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
  const accept = lanes.xor(key.stream, sameWord(lanes, streams.accept))
  const u = uniform(lanes, threefry(lanes, { ...key, stream: keep('stream', accept) }))
  const left = keep('left', log(lanes, sub(one, u)))
  const right = add(mul(mul(constant(0.5), z), z), add(sub(d, mul(d, v)), mul(d, log(lanes, v))))
  const accepted = and(gt(v, constant(0)), lt(left, right))
  return { value: keep('value', mul(d, v)), accepted: keep('accepted', accepted) }
}
