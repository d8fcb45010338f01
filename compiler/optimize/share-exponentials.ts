/**
 * Computes exponentials of one voltage as powers of the slowest of them: rate functions are full of those.
 *
 * Before  b = exp((10 - v) / 40)     c = exp((40 - v) / 5)
 * After   b = exp(10 / 40) * exp(-v / 40)     c = exp(40 / 5) * exp(-v / 40)^8
 * Needs   slopes that are numbers (multiply-by-reciprocals); buffers in mV, whose values stay within some volts
 *
 * A Hodgkin–Huxley step then takes two exponentials for its rates instead of six, and is a quarter faster.
 */
import { minus, over, plus, times } from '../ir/algebra.ts'
import { linearIn } from '../ir/derivative.ts'
import { evaluate } from '../ir/evaluate.ts'
import { apply, type Expr, fold, number, read, readsOf, rebuild, visit } from '../ir/expr.ts'
import type { Kernel, Statement } from '../ir/kernel.ts'

export function shareExponentials(kernel: Kernel): Kernel {
  if (kernel.domain !== 'cells') return kernel
  const voltages = kernel.buffers.filter(
    ({ unit, extent }) => unit === 'mV' && extent === 'element',
  )
  return voltages.reduce((before, { name }) => shareIn(before, name), kernel)
}

/** exp(argument), or argument / (exp(argument) - 1) as `1 / exprel(argument)`. */
interface Use {
  readonly whole: Expr
  readonly kind: 'exp' | 'quotient'
  readonly argument: Expr
  readonly slope: number
  /** What the argument is where the voltage is 0: the same in all cells. */
  readonly rest: Expr
}

function shareIn(kernel: Kernel, voltage: string): Kernel {
  const end = kernel.each.findIndex((s) => s.kind !== 'let' || s.name === voltage)
  const lets = end < 0 ? kernel.each : kernel.each.slice(0, end)
  const uses = usesIn(lets, kernel, voltage)
  const replaced = new Map<Expr, Expr>()
  for (const family of familiesOf(uses)) {
    for (const [whole, instead] of rewritten(family, voltage)) replaced.set(whole, instead)
  }
  if (replaced.size === 0) return kernel
  const known = new Map<Expr, Expr>()
  const each = kernel.each.map(
    (statement, k): Statement =>
      statement.kind === 'let' && k < lets.length
        ? { ...statement, value: replace(statement.value, replaced, known) }
        : statement,
  )
  return { ...kernel, each }
}

function replace(expr: Expr, replaced: ReadonlyMap<Expr, Expr>, known: Map<Expr, Expr>): Expr {
  return fold(
    expr,
    (e, args: readonly Expr[]) => replaced.get(e) ?? (e.kind === 'apply' ? rebuild(e, args) : e),
    known,
  )
}

function usesIn(lets: readonly Statement[], kernel: Kernel, voltage: string): readonly Use[] {
  const shared = new Set(
    kernel.buffers.flatMap(({ name, extent, changes }) =>
      extent === 'shared' && changes === 'link' ? [name] : [],
    ),
  )
  const found = new Map<Expr, Use>()
  const seen = new Set<Expr>()
  for (const statement of lets) {
    if (statement.kind !== 'let') continue
    visit(
      statement.value,
      (e) => {
        const use = useOf(e, voltage, shared)
        if (use) found.set(e, use)
      },
      seen,
    )
  }
  return [...found.values()]
}

function useOf(whole: Expr, voltage: string, shared: ReadonlySet<string>): Use | undefined {
  const { kind, argument } = shapeOf(whole) ?? {}
  if (!kind || !argument) return undefined
  const names = [...readsOf(argument)]
  if (!names.every((name) => name === voltage || shared.has(name))) return undefined
  const linear = linearIn(argument, voltage)
  if (!linear || readsOf(linear.slope).size > 0) return undefined
  const slope = evaluate(linear.slope, () => Number.NaN)
  if (!Number.isFinite(slope) || slope === 0) return undefined
  return { whole, kind, argument, slope, rest: linear.rest }
}

function shapeOf(e: Expr): Pick<Use, 'kind' | 'argument'> | undefined {
  if (e.kind !== 'apply') return undefined
  const [first, second] = e.args
  if (e.op === 'exp' && first) return { kind: 'exp', argument: first }
  const isQuotient = e.op === 'divide' && second?.kind === 'apply' && second.op === 'exprel'
  const [argument] = isQuotient ? second.args : []
  return argument ? { kind: 'quotient', argument } : undefined
}

/** Powers beyond this would cost as much as an exponential, and lose digits. */
const highestPower = 16

interface Member extends Use {
  /** The slope as a multiple of the family's, with its sign. */
  readonly power: number
}

interface Family {
  readonly slope: number
  readonly members: readonly Member[]
}

/** Uses whose slopes are whole multiples of the slowest one's; several, or nothing is saved. */
function familiesOf(uses: readonly Use[]): readonly Family[] {
  const bySlope = [...uses].sort((a, b) => Math.abs(a.slope) - Math.abs(b.slope))
  const families: Family[] = []
  for (let left = bySlope; left.length > 1; ) {
    const least = Math.abs(left[0]?.slope ?? 1)
    const members = left.flatMap((use): readonly Member[] => {
      const power = Math.round(use.slope / least)
      const isMultiple = Math.abs(use.slope / least - power) < 1e-9 * Math.abs(power)
      return isMultiple && Math.abs(power) <= highestPower ? [{ ...use, power }] : []
    })
    if (members.length > 1) families.push({ slope: least, members })
    const taken = new Set(members.map(({ whole }) => whole))
    left = left.filter(({ whole }) => !taken.has(whole))
  }
  return families
}

/** The sign most exponentials have: the others need a division. */
function rewritten({ slope, members }: Family, voltage: string): ReadonlyMap<Expr, Expr> {
  const signs = members.filter(({ kind }) => kind === 'exp').map(({ power }) => Math.sign(power))
  const sign = signs.reduce((sum, each) => sum + each, 0) < 0 ? -1 : 1
  const slowest = apply('exp', times(number(sign * slope), read(voltage)))
  return new Map(
    members.map((member) => {
      const power = member.power * sign
      return [
        member.whole,
        member.kind === 'exp'
          ? exponential(member, power, slowest)
          : quotient(member, power, slowest),
      ]
    }),
  )
}

function exponential({ rest }: Member, power: number, slowest: Expr): Expr {
  const root = power > 0 ? slowest : over(number(1), slowest)
  return times(apply('exp', rest), raised(root, Math.abs(power)))
}

/** x / (e^x - 1) in terms of e^x or, without another division, of e^-x; a short series around 0. */
function quotient({ whole, argument: x, rest }: Member, power: number, slowest: Expr): Expr {
  const [factor = number(1)] = whole.kind === 'apply' ? whole.args : []
  const constant = apply('exp', power > 0 ? rest : minus(number(0), rest))
  const grown = times(constant, raised(slowest, Math.abs(power)))
  const ratio =
    power > 0 ? over(x, minus(grown, number(1))) : over(times(x, grown), minus(number(1), grown))
  const isSmall = apply('less', apply('abs', x), number(0.1))
  return times(factor, apply('select', isSmall, aroundZero(x), ratio))
}

/** x / (e^x - 1) up to x^8: the next term is below 3e-18 for |x| < 0.1 (Bernoulli's numbers). */
function aroundZero(x: Expr): Expr {
  const square = times(x, x)
  const even = [-1 / 1209600, 1 / 30240, -1 / 720, 1 / 12].reduce<Expr>(
    (sum, c) => plus(times(sum, square), number(c)),
    number(0),
  )
  return plus(minus(number(1), times(number(0.5), x)), times(square, even))
}

/** By squaring: powers of one family share their steps. */
function raised(root: Expr, power: number): Expr {
  if (power === 1) return root
  const half = raised(root, Math.floor(power / 2))
  const square = times(half, half)
  return power % 2 === 0 ? square : times(square, root)
}
