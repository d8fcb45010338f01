/** Names for parts of expressions that a reader of emitted code can make sense of. */
import { type Expr, readsOf } from '../ir/expr.ts'
import type { FreshNames } from '../ir/fresh-names.ts'
import type { Op } from '../ir/ops.ts'

/** `serves` is the let or buffer whose value the part belongs to. */
export function nameOfPart(expr: Expr, serves: string, names: FreshNames): string {
  const wish = spoken(expr)
  if (wish !== undefined) return names.fresh(wish)
  const stem = serves.replace(/_(new|mid|\d+)$/, '')
  if (isDecay(expr)) return names.fresh(`${stem}_decay`)
  return names.numbered(stem)
}

/** How the simplest forms are read aloud: `dt_per_C`, `v_minus_E`, `m_squared`. */
function spoken(expr: Expr): string | undefined {
  if (expr.kind !== 'apply') return undefined
  const [a, b] = expr.args
  if (!a) return undefined
  const [x, y] = [plainName(a), b && plainName(b)]
  if (!b) return x && functions.has(expr.op) ? `${expr.op}_${x}` : undefined
  if (expr.op === 'divide' && a.kind === 'number' && a.value === 1) return y && `per_${y}`
  if (x && expr.op === 'divide' && b.kind === 'number') return fraction(x, b.value)
  if (!x || !y) return undefined
  if (expr.op === 'multiply' && x === y) return `${x}_squared`
  const word = words[expr.op]
  return word && `${x}_${word}_${y}`
}

/** `half_dt`, `dt_over_6`. */
function fraction(x: string, n: number): string | undefined {
  if (n === 2) return `half_${x}`
  return Number.isInteger(n) && n > 0 && n < 100 ? `${x}_over_${n}` : undefined
}

const words: Partial<Record<Op, string>> = {
  add: 'plus',
  subtract: 'minus',
  multiply: 'times',
  divide: 'per',
}

const functions: ReadonlySet<Op> = new Set<Op>(['sqrt', 'exp', 'log', 'sin', 'cos', 'tanh', 'abs'])

/** Names longer than this, and names made here, make words that nobody reads. */
const longest = 12

function plainName(expr: Expr): string | undefined {
  if (expr.kind !== 'read') return undefined
  const name = expr.name.replace(/#.*/, '')
  return name.length > longest || /_\d+$/.test(name) ? undefined : name
}

const isDecay = (expr: Expr): boolean =>
  expr.kind === 'apply' && expr.op === 'exp' && readsOf(expr).has('dt')
