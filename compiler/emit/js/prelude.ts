/** Functions that emitted JavaScript needs and the language lacks: text, included where it is used. */
import { type Expr, visit } from '../../ir/expr.ts'
import type { Op } from '../../ir/ops.ts'

interface Helper {
  readonly text: string
  readonly needs: readonly string[]
}

const exprel = `\
/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}`

const modulo = `\
/** The remainder with the sign of the divisor. */
function modulo(x, y) {
  return x - Math.floor(x / y) * y
}`

const power = `\
/** x to the power of y; whole powers up to 16 are products in a fixed order. */
function power(x, y) {
  if (!Number.isInteger(y) || Math.abs(y) > 16) return x ** y
  return y < 0 ? 1 / wholePower(x, -y) : wholePower(x, y)
}

function wholePower(x, n) {
  if (n === 0) return 1
  const half = wholePower(x, n >> 1)
  return n % 2 === 1 ? half * half * x : half * half
}`

const threefry = `\
const words = new Uint32Array(2)

/** Two random words from key (seed, stream) and counter (cell, step): Threefry2x32 with 13 rounds. */
function threefry(seed, stream, cell, step) {
  const parity = 0x1bd11bda ^ seed ^ stream
  let x = (cell + (seed | 0)) | 0
  let y = (step + (stream | 0)) | 0
${rounds()}
  words[0] = x
  words[1] = y
}`

/** The rounds written out: a loop over tables would be several times slower. */
function rounds(): string {
  const rotations = [13, 15, 26, 6, 17, 29, 16, 24]
  const keys = ['(seed | 0)', '(stream | 0)', 'parity']
  const lines: string[] = []
  for (let round = 0; round < 13; round++) {
    const bits = rotations[round % 8] ?? 0
    lines.push('  x = (x + y) | 0', `  y = ((y << ${bits}) | (y >>> ${32 - bits})) ^ x`)
    if (round % 4 !== 3) continue
    const k = (round + 1) / 4
    lines.push(`  x = (x + ${keys[k % 3]}) | 0`, `  y = (y + ${keys[(k + 1) % 3]} + ${k}) | 0`)
  }
  return lines.join('\n')
}

const uniform = `\
/** Uniform on [0, 1) with 53 bits. */
function uniform(seed, stream, cell, step) {
  threefry(seed, stream, cell, step)
  return ((words[0] >>> 5) * 67108864 + (words[1] >>> 6)) * 2 ** -53
}`

const normal = `\
/** Standard normal by Box and Muller. */
function normal(seed, stream, cell, step) {
  threefry(seed, stream, cell, step)
  const radius = Math.sqrt(-2 * Math.log((words[0] + 0.5) * 2 ** -32))
  return radius * Math.cos(2 * Math.PI * (words[1] * 2 ** -32))
}`

const poisson = `\
/** Poisson count by inversion; for large means from the matching normal. */
function poisson(mean, seed, stream, cell, step) {
  if (!(mean > 0)) return 0
  if (mean > 64) return largeCount(mean, normal(seed, stream ^ 0x165667b1, cell, step))
  const u = countingUniform(seed, stream, cell, step)
  let count = 0
  let term = Math.exp(-mean)
  let sum = term
  while (u >= sum && count < 1000) {
    count += 1
    term *= mean * (1 / count)
    sum += term
  }
  return count
}

/** Uniform on [0, 1) with 32 bits, at the far end with 53. Cells 2k and 2k + 1 share two words. */
function countingUniform(seed, stream, cell, step) {
  threefry(seed, stream, cell >>> 1, step)
  const word = words[cell & 1]
  if (word < 0xfff00000) return word * 2 ** -32
  threefry(seed, stream ^ 0x27d4eb2f, cell, step)
  return (word * 2 ** 21 + (words[0] >>> 11)) * 2 ** -53
}

/** The normal with the mean, variance, skewness and kurtosis of a Poisson count, rounded. */
function largeCount(mean, z) {
  const root = Math.sqrt(mean)
  const skewed = (z * z - 1) / 6 - (z * (z * z + 2)) / (72 * root)
  return Math.max(0, Math.floor(mean + root * z + skewed + 0.5))
}`

const gamma = `\
/** Gamma variate of scale 1 after Marsaglia and Tsang (2000). */
function gamma(shape, seed, stream, cell, step) {
  if (shape < 1) {
    const u = uniform(seed, stream ^ 0x5bd1e995, cell, step)
    return gamma(shape + 1, seed, stream, cell, step) * u ** (1 / shape)
  }
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (let attempt = 0; attempt < 64; attempt++) {
    const key = (stream + Math.imul(attempt + 1, 0x9e3779b1)) >>> 0
    const z = normal(seed, key, cell, step)
    const v = (1 + c * z) ** 3
    const u = uniform(seed, key ^ 0x85ebca6b, cell, step)
    if (v > 0 && Math.log(1 - u) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v
  }
  return d
}`

const helper = (text: string, ...needs: readonly string[]): Helper => ({ text, needs })

/** In the order they are written. */
const helpers: ReadonlyMap<string, Helper> = new Map([
  ['exprel', helper(exprel)],
  ['modulo', helper(modulo)],
  ...Array.from(
    { length: 15 },
    (_, k) => [powerName(k + 2), helper(wholePowerText(k + 2))] as const,
  ),
  ['power', helper(power)],
  ['gamma', helper(gamma, 'normal', 'uniform')],
  ['poisson', helper(poisson, 'normal', 'threefry')],
  ['normal', helper(normal, 'threefry')],
  ['uniform', helper(uniform, 'threefry')],
  ['threefry', helper(threefry)],
])

/** Names that the model's own must not hide. */
export const preludeNames: readonly string[] = [
  ...helpers.keys(),
  ...['wholePower', 'words', 'countingUniform', 'largeCount'],
]

/** Operators written as calls of a helper of the same name. */
const sameName: ReadonlySet<Op> = new Set<Op>([
  'exprel',
  'modulo',
  'gamma',
  'poisson',
  'normal',
  'uniform',
])

/** `square`, `cube`, `power4` … `power16`. */
export function powerName(n: number): string {
  if (n === 2) return 'square'
  return n === 3 ? 'cube' : `power${n}`
}

/** x^n as products in the order of the operator table: of the halves, then of x. */
function wholePowerText(n: number): string {
  const head = `function ${powerName(n)}(x) {\n`
  if (n <= 3) return `${head}  return ${n === 2 ? 'x * x' : 'x * x * x'}\n}`
  const lines: string[] = []
  const product = (m: number): string => {
    if (m === 1) return 'x'
    const half = product(m >> 1)
    const last = m % 2 === 1 ? ' * x' : ''
    lines.push(`  const x${m} = ${half} * ${half}${last}`)
    return `x${m}`
  }
  const half = product(n >> 1)
  const result = `${half} * ${half}${n % 2 === 1 ? ' * x' : ''}`
  return `${head}${lines.join('\n')}\n  return ${result}\n}`
}

/** How x^y is written: a product in place, a call of a helper, or the operator of the language. */
export type PowerForm =
  | { readonly kind: 'product'; readonly n: number }
  | { readonly kind: 'call'; readonly name: string; readonly isInverse: boolean }
  | { readonly kind: 'operator' }

export function powerForm(base: Expr | undefined, exponent: Expr | undefined): PowerForm {
  if (exponent?.kind !== 'number') return { kind: 'call', name: 'power', isInverse: false }
  const n = exponent.value
  if (!Number.isInteger(n) || Math.abs(n) > 16) return { kind: 'operator' }
  const isShort = base?.kind !== 'apply' && Math.abs(n) <= 4
  if (isShort || Math.abs(n) <= 1) return { kind: 'product', n }
  return { kind: 'call', name: powerName(Math.abs(n)), isInverse: n < 0 }
}

/** The helpers that some expressions call, with those that these call, as text. */
export function preludeFor(expressions: Iterable<Expr>): readonly string[] {
  const used = new Set<string>()
  const use = (name: string): void => {
    if (used.has(name)) return
    used.add(name)
    for (const needed of helpers.get(name)?.needs ?? []) use(needed)
  }
  const seen = new Set<Expr>()
  for (const expression of expressions)
    visit(expression, (expr) => helpersOf(expr).forEach(use), seen)
  return [...helpers].filter(([name]) => used.has(name)).map(([, { text }]) => text)
}

function helpersOf(expr: Expr): readonly string[] {
  if (expr.kind !== 'apply') return []
  if (sameName.has(expr.op)) return [expr.op]
  if (expr.op !== 'power') return []
  const [base, exponent] = expr.args
  const form = powerForm(base, exponent)
  return form.kind === 'call' ? [form.name] : []
}
