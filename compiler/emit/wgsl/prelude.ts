/** Functions that emitted WGSL needs and the language lacks: text, included where it is used. */
import { type Expr, visit } from '../../ir/expr.ts'
import type { Op } from '../../ir/ops.ts'

interface Passage {
  readonly text: string
  readonly needs: readonly string[]
}

const exprel = `\
/// (exp(x) - 1) / x, finite at 0.
fn exprel(x: f32) -> f32 {
  if (abs(x) > 0.5) {
    return (exp(x) - 1.0) / x;
  }
  let tail = 1.0 / 120.0 + x * (1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0)));
  return 1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * tail)));
}`

const expm1 = `\
/// exp(x) - 1, exact near 0.
fn expm1(x: f32) -> f32 {
  return select(exp(x) - 1.0, x * exprel(x), abs(x) <= 0.5);
}`

const log1p = `\
/// log(1 + x), exact near 0.
fn log1p(x: f32) -> f32 {
  if (abs(x) > 0.25) {
    return log(1.0 + x);
  }
  let s = x / (2.0 + x);
  let z = s * s;
  return 2.0 * s * (1.0 + z * (1.0 / 3.0 + z * (0.2 + z * (1.0 / 7.0 + z * (1.0 / 9.0)))));
}`

const hyperbolicTangent = `\
/// tanh(x), without the overflow of its parts.
fn bounded_tanh(x: f32) -> f32 {
  let e = expm1(-2.0 * abs(x));
  return select(1.0, -1.0, x < 0.0) * (-e / (2.0 + e));
}`

const modulo = `\
/// The remainder with the sign of the divisor.
fn modulo(x: f32, y: f32) -> f32 {
  return x - floor(x / y) * y;
}`

const power = `\
/// x to the power of y, where only a whole y makes sense of a negative x.
fn power(x: f32, y: f32) -> f32 {
  let size = pow(abs(x), y);
  let isOdd = modulo(y, 2.0) == 1.0;
  return select(size, -size, x < 0.0 && isOdd);
}`

const threefry = `\
/// Two random words from key (seed, stream) and counter (cell, step): Threefry2x32 with 13 rounds.
fn threefry(seed: u32, stream: u32, cell: u32, step: u32) -> vec2<u32> {
  let parity = 0x1bd11bdau ^ seed ^ stream;
  var x = cell + seed;
  var y = step + stream;
${rounds()}
  return vec2<u32>(x, y);
}`

function rounds(): string {
  const rotations = [13, 15, 26, 6, 17, 29, 16, 24]
  const keys = ['seed', 'stream', 'parity']
  const lines: string[] = []
  for (let round = 0; round < 13; round++) {
    const bits = rotations[round % 8] ?? 0
    lines.push('  x += y;', `  y = ((y << ${bits}u) | (y >> ${32 - bits}u)) ^ x;`)
    if (round % 4 !== 3) continue
    const k = (round + 1) / 4
    lines.push(`  x += ${keys[k % 3]};`, `  y += ${keys[(k + 1) % 3]} + ${k}u;`)
  }
  return lines.join('\n')
}

const uniform = `\
/// Uniform on [0, 1): the first 24 bits.
fn uniform_number(seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  return f32(threefry(seed, stream, cell, step).x >> 8u) * 5.9604645e-8;
}`

const normal = `\
/// Standard normal by Box and Muller; the angle is folded to a quarter turn before it is rounded.
fn normal_number(seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  let words = threefry(seed, stream, cell, step);
  let u = f32(words.x >> 1u) * 4.656613e-10 + 2.3283064e-10;
  let turn = abs(bitcast<i32>(words.y ^ 0x80000000u)) - 0x40000000;
  return sqrt(max(0.0, -2.0 * log(u))) * sin(f32(turn) * 1.4629181e-9);
}`

const poisson = `\
/// Poisson count by inversion; for large means from the matching normal.
fn poisson(mean: f32, seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  if (!(mean > 0.0)) {
    return 0.0;
  }
  if (mean > 64.0) {
    let z = normal_number(seed, stream ^ 0x165667b1u, cell, step);
    let root = sqrt(mean);
    let skewed = (z * z - 1.0) / 6.0 - z * (z * z + 2.0) / (72.0 * root);
    return max(0.0, floor(mean + root * z + skewed + 0.5));
  }
  // Cells 2k and 2k + 1 share two words.
  let words = threefry(seed, stream, cell >> 1u, step);
  let u = f32(select(words.x, words.y, (cell & 1u) == 1u) >> 8u) * 5.9604645e-8;
  var count = 0.0;
  var term = exp(-mean);
  var sum = term;
  while (u >= sum && count < 1000.0) {
    count += 1.0;
    term *= mean * (1.0 / count);
    sum += term;
  }
  return count;
}`

const gamma = `\
/// Gamma variate of scale 1 after Marsaglia and Tsang (2000); a shape below 1 is drawn one higher and scaled down.
fn gamma(shape: f32, seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  let d = select(shape, shape + 1.0, shape < 1.0) - 1.0 / 3.0;
  let c = 1.0 / sqrt(9.0 * d);
  var result = d;
  for (var attempt = 1u; attempt <= 64u; attempt++) {
    let key = stream + attempt * 0x9e3779b1u;
    let z = normal_number(seed, key, cell, step);
    let root = 1.0 + c * z;
    let v = root * root * root;
    let u = uniform_number(seed, key ^ 0x85ebca6bu, cell, step);
    if (v > 0.0 && log(1.0 - u) < 0.5 * z * z + d - d * v + d * log(v)) {
      result = d * v;
      break;
    }
  }
  if (shape >= 1.0) {
    return result;
  }
  let u = uniform_number(seed, stream ^ 0x5bd1e995u, cell, step);
  return result * pow(u, 1.0 / shape);
}`

const append = `\
/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
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

fn empty_sum(place: u32) {
  atomicStore(&tallies[2u * place], 0u);
  atomicStore(&tallies[2u * place + 1u], 0u);
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
  ['modulo', 'modulo'],
  ['uniform', 'uniform_number'],
  ['normal', 'normal_number'],
  ['poisson', 'poisson'],
  ['gamma', 'gamma'],
])

/** `square`, `cube`, `power4` … `power16`. */
export function powerName(n: number): string {
  if (n === 2) return 'square'
  return n === 3 ? 'cube' : `power${n}`
}

/** x^n as products in the order of the operator table: of the halves, then of x. */
function wholePowerText(n: number): string {
  const head = `fn ${powerName(n)}(x: f32) -> f32 {\n`
  const lines: string[] = []
  const product = (m: number): string => {
    if (m === 1) return 'x'
    const half = product(m >> 1)
    lines.push(`  let x${m} = ${half} * ${half}${m % 2 === 1 ? ' * x' : ''};`)
    return `x${m}`
  }
  const result = product(n)
  return `${head}${lines.join('\n')}\n  return ${result};\n}`
}

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
