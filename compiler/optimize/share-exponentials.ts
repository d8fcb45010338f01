/**
 * Computes exponentials of one voltage as powers of few: rate functions are full of those.
 *
 * Before  b = exp((10 - v) / 40)     c = exp((40 - v) / 5)     d = exp(v / 15)     e = exp(v / 7)
 * After   b = exp(10 / 40) * exp(-v / 40)     c = exp(40 / 5) * exp(-v / 40)^8     d = exp(v / 105)^7     e = …^15
 * Needs   slopes that are numbers (multiply-by-reciprocals); buffers in mV, whose values stay within some volts
 *
 * A Hodgkin–Huxley step then takes two exponentials for its rates instead of six, and is a quarter faster.
 */
import { minus, one, over, plus, times, zero } from '../ir/algebra.ts'
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
const highestPower = 32

/** What an exponential takes, in multiplications. */
const workOfExponential = 40

interface Member extends Use {
  /** The slope as a multiple of the family's, with its sign. */
  readonly power: number
}

/** Uses whose slopes are whole multiples of one: the slowest's, or a fraction of that. */
interface Family {
  readonly slope: number
  readonly members: readonly Member[]
}

interface Division {
  readonly families: readonly Family[]
  readonly work: number
}

/** The division of uses into families that takes the least work. */
function familiesOf(uses: readonly Use[]): readonly Family[] {
  const bySlope = [...uses].sort((a, b) => Math.abs(a.slope) - Math.abs(b.slope))
  return divided(bySlope, new Map()).families.filter(({ members }) => members.length > 1)
}

/** The slowest use can found a family with its slope, or with a fraction of it that fits others better. */
function divided(uses: readonly Use[], known: Map<string, Division>): Division {
  const [slowest] = uses
  if (!slowest) return { families: [], work: 0 }
  const key = uses.map(({ whole }) => whole.id).join()
  const found = known.get(key)
  if (found) return found
  let best: Division = { families: [], work: Number.POSITIVE_INFINITY }
  for (let part = 1; part <= highestPower; part++) {
    const family = familyWith(Math.abs(slowest.slope) / part, uses)
    if (part > 1 && family.members.every(({ slope }) => slope === slowest.slope)) continue
    const taken = new Set(family.members.map(({ whole }) => whole))
    const others = divided(
      uses.filter(({ whole }) => !taken.has(whole)),
      known,
    )
    const work = workOf(family) + others.work
    if (work < best.work) best = { families: [family, ...others.families], work }
  }
  known.set(key, best)
  return best
}

function familyWith(slope: number, uses: readonly Use[]): Family {
  const members = uses.flatMap((use): readonly Member[] => {
    const power = Math.round(use.slope / slope)
    const isMultiple = Math.abs(use.slope / slope - power) < 1e-9 * Math.abs(power)
    return isMultiple && Math.abs(power) <= highestPower ? [{ ...use, power }] : []
  })
  return { slope, members }
}

/** An exponential, and a multiplication for each power that `raised` comes by. */
function workOf({ members }: Family): number {
  const powers = new Set<number>()
  for (const { power } of members) {
    for (let n = Math.abs(power); n > 1; n = Math.floor(n / 2)) {
      powers.add(n).add(n - (n % 2))
    }
  }
  return workOfExponential + powers.size
}

/** The sign most exponentials have: the others need a division. */
function rewritten({ slope, members }: Family, voltage: string): ReadonlyMap<Expr, Expr> {
  const signs = members.filter(({ kind }) => kind === 'exp').map(({ power }) => Math.sign(power))
  const sign = signs.reduce((sum, each) => sum + each, 0) < 0 ? -1 : 1
  const slowest = apply('exp', times(number(sign * slope), read(voltage)))
  const powers = new Powers(slowest)
  const inverses = new Powers(over(one, slowest))
  const rising = [...members].sort((a, b) => Math.abs(a.power) - Math.abs(b.power))
  return new Map(
    rising.map((member) => {
      const power = member.power * sign
      const grown = member.kind === 'exp' && power < 0 ? inverses : powers
      const raised = grown.of(Math.abs(power))
      return [
        member.whole,
        member.kind === 'exp'
          ? times(apply('exp', member.rest), raised)
          : quotient(member, power, raised),
      ]
    }),
  )
}

/** x / (e^x - 1) in terms of e^x or, without another division, of e^-x; a short series around 0. */
function quotient({ whole, argument: x, rest }: Member, power: number, raised: Expr): Expr {
  const [factor = one] = whole.kind === 'apply' ? whole.args : []
  const constant = apply('exp', power > 0 ? rest : minus(zero, rest))
  const grown = times(constant, raised)
  const ratio = power > 0 ? over(x, minus(grown, one)) : over(times(x, grown), minus(one, grown))
  const isSmall = apply('less', apply('abs', x), number(0.1))
  return times(factor, apply('select', isSmall, aroundZero(x), ratio))
}

/** x / (e^x - 1) up to x^8: the next term is below 3e-18 for |x| < 0.1 (Bernoulli's numbers). */
function aroundZero(x: Expr): Expr {
  const square = times(x, x)
  const even = [-1 / 1209600, 1 / 30240, -1 / 720, 1 / 12].reduce<Expr>(
    (sum, c) => plus(times(sum, square), number(c)),
    zero,
  )
  return plus(minus(one, times(number(0.5), x)), times(square, even))
}

/** Of one root; asked for in rising order, each is a product of two before it where that is possible. */
class Powers {
  private readonly known: Map<number, Expr>

  constructor(root: Expr) {
    this.known = new Map([[1, root]])
  }

  of(power: number): Expr {
    const found = this.known.get(power) ?? this.productOfTwo(power)
    if (found) return found
    const odd = power % 2
    const half = this.of((power - odd) / 2)
    const square = this.keep(power - odd, times(half, half))
    return odd ? this.keep(power, times(square, this.of(1))) : square
  }

  private productOfTwo(power: number): Expr | undefined {
    for (const [other, factor] of [...this.known].reverse()) {
      const rest = this.known.get(power - other)
      if (rest) return this.keep(power, times(factor, rest))
    }
    return undefined
  }

  private keep(power: number, value: Expr): Expr {
    this.known.set(power, value)
    return value
  }
}
