/** Functions that emitted WGSL needs and the language lacks: text, included where it is used. */
import { type Expr, visit } from '../../ir/expr.ts'
import type { Op } from '../../ir/ops.ts'
import {
  arcCosine,
  arcSine,
  arcTangent,
  arcTangentOfTwo,
  expm1,
  exprel,
  hyperbolicTangent,
  log1p,
  modulo,
  power,
  powerName,
  sineHyperbolic,
  wholePowerText,
} from './functions.ts'
import { gamma, normal, poisson, threefry, uniform } from './random.ts'

interface Passage {
  readonly text: string
  readonly needs: readonly string[]
}

const append = `\
/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}`

const appendBits = `\
/// Sets the bit of an element; of element 0 it would be the bit with this number.
fn append(bits: u32, element: u32) {
  let bit = bits + element;
  atomicOr(&tallies[bit >> 5u], 1u << (bit & 31u));
}`

const addToSum = `\
/// Adds to a sum that many add to at once. It is a whole number of 2^-32, so their order does not matter.
fn add_to_sum(place: u32, amount: f32) {
  let size = abs(amount);
  if (!(size < 2147483648.0)) {
    atomicStore(&tallies[0], 1u);
    return;
  }
  let whole = floor(size);
  var low = u32((size - whole) * 4294967296.0);
  var high = u32(whole);
  if (amount < 0.0) {
    low = ~low + 1u;
    high = ~high + select(0u, 1u, low == 0u);
  }
  let before = atomicAdd(&tallies[2u * place], low);
  high += select(0u, 1u, before + low < low);
  if (high != 0u) {
    atomicAdd(&tallies[2u * place + 1u], high);
  }
}`

const takeSum = `\
/// The value of a sum.
fn sum_at(place: u32) -> f32 {
  let low = atomicLoad(&tallies[2u * place]);
  let high = bitcast<i32>(atomicLoad(&tallies[2u * place + 1u]));
  // Just below 0 the parts are -1 and almost 1: together first, so that nothing is lost.
  if (high < 0) {
    let carry = select(0u, 1u, low == 0u);
    return -(f32(~high + i32(carry)) + f32(~low + 1u) * 2.3283064e-10);
  }
  return f32(high) + f32(low) * 2.3283064e-10;
}

/// Most sums are 0 already.
fn empty_sum(place: u32) {
  if (atomicLoad(&tallies[2u * place]) != 0u) {
    atomicStore(&tallies[2u * place], 0u);
  }
  if (atomicLoad(&tallies[2u * place + 1u]) != 0u) {
    atomicStore(&tallies[2u * place + 1u], 0u);
  }
}`

const notANumber = `\
/// What is no number, worked out at run time.
fn not_a_number() -> f32 {
  let none = f32(atomicLoad(&tallies[0]) & 0u);
  return none / none;
}`

const passage = (text: string, ...needs: readonly string[]): Passage => ({ text, needs })

/** In the order they are written. */
const passages: ReadonlyMap<string, Passage> = new Map([
  ['append', passage(append)],
  ['append bits', passage(appendBits)],
  ['add_to_sum', passage(addToSum)],
  ['sum_at', passage(takeSum)],
  ['not_a_number', passage(notANumber)],
  ['power', passage(power, 'modulo')],
  ...Array.from(
    { length: 15 },
    (_, k) => [powerName(k + 2), passage(wholePowerText(k + 2))] as const,
  ),
  ['modulo', passage(modulo)],
  ['bounded_tanh', passage(hyperbolicTangent, 'expm1')],
  ['exact_sinh', passage(sineHyperbolic)],
  ['exact_acos', passage(arcCosine, 'exact_asin')],
  ['exact_asin', passage(arcSine)],
  ['exact_atan2', passage(arcTangentOfTwo, 'exact_atan')],
  ['exact_atan', passage(arcTangent)],
  ['expm1', passage(expm1, 'exprel')],
  ['exprel', passage(exprel)],
  ['log1p', passage(log1p)],
  ['gamma', passage(gamma, 'normal_number', 'uniform_number')],
  ['poisson', passage(poisson, 'normal_number', 'threefry')],
  ['normal_number', passage(normal, 'threefry')],
  ['uniform_number', passage(uniform, 'threefry')],
  ['threefry', passage(threefry)],
])

/** Names that the model's own must not hide. */
export const preludeNames: readonly string[] = [
  ...passages.keys(),
  'empty_sum',
  'reals',
  'wholes',
  'tallies',
  'at',
  'now',
  'step',
  'i',
  'source_cell',
  'target_cell',
]

/** What an operator is called where it is a call of a passage. */
export const passageOf: ReadonlyMap<Op, string> = new Map<Op, string>([
  ['exprel', 'exprel'],
  ['expm1', 'expm1'],
  ['log1p', 'log1p'],
  ['tanh', 'bounded_tanh'],
  ['sinh', 'exact_sinh'],
  ['arcsin', 'exact_asin'],
  ['arccos', 'exact_acos'],
  ['arctan', 'exact_atan'],
  ['arctan2', 'exact_atan2'],
  ['modulo', 'modulo'],
  ['uniform', 'uniform_number'],
  ['normal', 'normal_number'],
  ['poisson', 'poisson'],
  ['gamma', 'gamma'],
])

/** Memory that all kernels work on: an array is a part of one of these. */
export const memory = `\
@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;`

/** The passages that some expressions call, with others that are wanted and those that these call, as text. */
export function preludeFor(
  expressions: Iterable<Expr>,
  wanted: Iterable<string> = [],
): readonly string[] {
  const used = new Set<string>()
  const use = (name: string): void => {
    if (used.has(name)) return
    used.add(name)
    for (const needed of passages.get(name)?.needs ?? []) use(needed)
  }
  for (const name of wanted) use(name)
  const seen = new Set<Expr>()
  for (const expression of expressions)
    visit(expression, (expr) => passagesOf(expr).forEach(use), seen)
  return [...passages].filter(([name]) => used.has(name)).map(([, { text }]) => text)
}

function passagesOf(expr: Expr): readonly string[] {
  if (expr.kind !== 'apply') return []
  const name = passageOf.get(expr.op)
  if (name) return [name]
  if (expr.op !== 'power') return []
  const n = wholeExponent(expr.args[1])
  if (n === undefined) return ['power']
  return Math.abs(n) >= 2 ? [powerName(Math.abs(n))] : []
}

/** The exponent where it is a whole number of at most 16. */
export function wholeExponent(exponent: Expr | undefined): number | undefined {
  if (exponent?.kind !== 'number') return undefined
  const n = exponent.value
  return Number.isInteger(n) && Math.abs(n) <= 16 ? n : undefined
}
