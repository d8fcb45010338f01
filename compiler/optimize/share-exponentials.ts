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

/** Uses of one slope, rising and falling. */
interface Kin {
  readonly slope: number
  readonly uses: readonly Use[]
  readonly isOfOneSign: boolean
}

/** What a family will be. */
interface Grouping {
  readonly slope: number
  readonly powers: ReadonlyMap<Kin, number>
}

interface Division {
  readonly groupings: readonly Grouping[]
  readonly work: number
}

/** The division of uses into families that takes the least work. */
function familiesOf(uses: readonly Use[]): readonly Family[] {
  const bySlope = new Map<number, Use[]>()
  for (const use of [...uses].sort((a, b) => Math.abs(a.slope) - Math.abs(b.slope))) {
    const kin = bySlope.get(Math.abs(use.slope)) ?? []
    kin.push(use)
    bySlope.set(Math.abs(use.slope), kin)
  }
  const all = [...bySlope].map(([slope, kin]): Kin => {
    return { slope, uses: kin, isOfOneSign: kin.every((use) => use.slope === kin[0]?.slope) }
  })
  return divided(all, new Map())
    .groupings.map(familyOf)
    .filter(({ members }) => members.length > 1)
}

const familyOf = ({ slope, powers }: Grouping): Family => ({
  slope,
  members: [...powers].flatMap(([{ uses }, power]) =>
    uses.map((use): Member => ({ ...use, power: Math.sign(use.slope) * power })),
  ),
})

/** The slowest can found a family with its slope, or with a fraction of it that fits others better. */
function divided(all: readonly Kin[], known: Map<string, Division>): Division {
  const [slowest] = all
  if (!slowest) return { groupings: [], work: 0 }
  const key = all.map(({ slope }) => slope).join()
  const found = known.get(key)
  if (found) return found
  let best: Division = { groupings: [], work: Number.POSITIVE_INFINITY }
  for (let part = 1; part <= highestPower; part++) {
    const grouping = groupingWith(slowest.slope / part, all)
    const { powers } = grouping
    if (part > 1 && powers.size === 1 && slowest.isOfOneSign) continue
    const others = divided(
      all.filter((kin) => !powers.has(kin)),
      known,
    )
    const work = workOf(grouping) + others.work
    if (work < best.work) best = { groupings: [grouping, ...others.groupings], work }
  }
  known.set(key, best)
  return best
}

function groupingWith(slope: number, all: readonly Kin[]): Grouping {
  const powers = new Map<Kin, number>()
  for (const kin of all) {
    const power = Math.round(kin.slope / slope)
    const isMultiple = Math.abs(kin.slope / slope - power) < 1e-9 * power
    if (isMultiple && power <= highestPower) powers.set(kin, power)
  }
  return { slope, powers }
}

/** An exponential, and a multiplication for each power that `raised` comes by. */
function workOf({ powers }: Grouping): number {
  const steps = new Set<number>()
  for (const power of powers.values()) {
    for (let n = power; n > 1; n = Math.floor(n / 2)) steps.add(n).add(n - (n % 2))
  }
  return workOfExponential + steps.size
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
