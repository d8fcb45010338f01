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
import { apply, type Expr, foldUnsettled, number, read, readsOf, rebuild } from '../ir/expr.ts'
import { type Memory, remembering } from '../ir/memory.ts'
import { mayHold, operators } from '../ir/sought.ts'
import type { Kernel, Statement } from '../ir/kernel.ts'
import { mapExpressions, visitStatements } from '../ir/statements.ts'
import { type Family, familiesOf, type Member, type Use } from './exponential-families.ts'

export function shareExponentials(kernel: Kernel): Kernel {
  if (kernel.domain !== 'cells') return kernel
  const voltages = kernel.buffers.filter(
    ({ unit, extent }) => unit === 'mV' && extent === 'element',
  )
  return voltages.reduce((before, { name }) => shareIn(before, name), kernel)
}

function shareIn(kernel: Kernel, voltage: string): Kernel {
  const end = kernel.each.findIndex((s) => s.kind !== 'let' || s.name === voltage)
  const lets = end < 0 ? kernel.each : kernel.each.slice(0, end)
  const uses = usesIn(lets, kernel, voltage)
  const replaced = new Map<Expr, Expr>()
  const falling: Falling = new Map()
  for (const family of familiesOf(uses)) {
    for (const [whole, instead] of rewritten(family, voltage, falling)) replaced.set(whole, instead)
  }
  if (replaced.size === 0) return kernel
  const instead = remembering((known: Memory<Expr>) =>
    mapExpressions(lets, (expr) => replace(expr, { replaced, falling, known })),
  )
  return { ...kernel, each: [...instead, ...kernel.each.slice(lets.length)] }
}

interface Replacing {
  readonly replaced: ReadonlyMap<Expr, Expr>
  readonly falling: Falling
  readonly known: Memory<Expr>
}

function replace(expr: Expr, { replaced, falling, known }: Replacing): Expr {
  const settled = (e: Expr) => (mayHold(e, exponentials) ? replaced.get(e) : e)
  const combine = (e: Expr, args: readonly Expr[]) => opened(rebuild(e, args), falling)
  return foldUnsettled(expr, { combine, settled }, known)
}

/** k / E, as k and E. */
type Falling = Map<Expr, { readonly k: Expr; readonly grown: Expr }>

/** More than what matters beside any k, and no power of it is infinite. */
const enough = number(1e30)
const mostOfRest = 30

/** 1 / (1 + k / E) as E / (E + k), which needs no 1 / E. */
function opened(expr: Expr, falling: Falling): Expr {
  const [dividend, divisor] = expr.kind === 'apply' && expr.op === 'divide' ? expr.args : []
  const [first, second] = divisor?.kind === 'apply' && divisor.op === 'add' ? divisor.args : []
  const found = dividend === one && first === one && second && falling.get(second)
  if (!found) return expr
  const grown = apply('min', found.grown, enough)
  return over(grown, plus(grown, found.k))
}

const exponentials = operators('exp', 'exprel')

function usesIn(lets: readonly Statement[], kernel: Kernel, voltage: string): readonly Use[] {
  const shared = new Set(
    kernel.buffers.flatMap(({ name, extent, changes }) =>
      extent === 'shared' && changes === 'link' ? [name] : [],
    ),
  )
  const found = new Map<Expr, Use>()
  const look = (e: Expr): void => {
    const use = useOf(e, voltage, shared)
    if (use) found.set(e, use)
  }
  visitStatements(lets, look, exponentials)
  return [...found.values()]
}

function useOf(whole: Expr, voltage: string, shared: ReadonlySet<string>): Use | undefined {
  const { kind, argument } = shapeOf(whole) ?? {}
  if (!kind || !argument || !mayHold(argument, read(voltage))) return undefined
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

/** The sign most exponentials have: the others need a division. */
function rewritten(
  { slope, members }: Family,
  voltage: string,
  falling: Falling,
): ReadonlyMap<Expr, Expr> {
  const signs = members.filter(({ kind }) => kind === 'exp').map(({ power }) => Math.sign(power))
  const sign = signs.reduce((sum, each) => sum + each, 0) < 0 ? -1 : 1
  const slowest = apply('exp', times(number(sign * slope), read(voltage)))
  const powers = new Powers(slowest)
  const inverses = new Powers(over(one, slowest))
  const rising = [...members].sort((a, b) => Math.abs(a.power) - Math.abs(b.power))
  return new Map(
    rising.map((member) => {
      const power = member.power * sign
      const raised = powers.of(Math.abs(power))
      if (member.kind === 'quotient') return [member.whole, quotient(member, power, raised)]
      const k = apply('exp', member.rest)
      if (power > 0) return [member.whole, times(k, raised)]
      const instead = times(k, inverses.of(-power))
      if (isModest(member.rest)) falling.set(instead, { k, grown: raised })
      return [member.whole, instead]
    }),
  )
}

const isModest = (rest: Expr): boolean =>
  readsOf(rest).size === 0 && Math.abs(evaluate(rest, () => Number.NaN)) <= mostOfRest

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
