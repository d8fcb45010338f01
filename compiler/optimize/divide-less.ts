/**
 * Divides once where several quotients have one divisor, and multiplies where the divisor is a quotient itself.
 *
 * Before  tau = 30 / (a + b)     x = -1 / tau     y = (x_inf - x) / tau     z = u / c + w / c
 * After   x = -((a + b) * (1 / 30))     y = (x_inf - x) * ((a + b) * (1 / 30))     z = u * (1 / c) + w * (1 / c)
 * Needs   lets with names of their own (distinguish-lets); share-subexpressions, which computes reciprocals once
 *
 * Gates with time constants then divide for nothing but their steady states.
 */
import { one, times } from '../ir/algebra.ts'
import { apply, type Expr, foldUnsettled, number, read, rebuild } from '../ir/expr.ts'
import { type Memory, remembering } from '../ir/memory.ts'
import { mayHold, operators } from '../ir/sought.ts'
import type { Kernel, Let } from '../ir/kernel.ts'
import { mapLets, visitStatements } from '../ir/statements.ts'
import { Stabilities, stability } from './stability.ts'

export function divideLess(kernel: Kernel): Kernel {
  // Up to here every value is computed in any case, and none has changed.
  const end = kernel.each.findIndex(({ kind }) => kind !== 'let')
  const rest = end < 0 ? [] : kernel.each.slice(end)
  const lets = kernel.each.slice(0, kernel.each.length - rest.length).filter(isLet)
  const stabilities = new Stabilities(kernel)
  const varies = (e: Expr): boolean => stabilities.of(e) === stability.element
  const inverses = inversesIn(lets, varies)
  const shared = sharedDivisors(lets, (y) => varies(y) && !inverses.has(y))
  return { ...kernel, each: [...dividingLess(lets, { inverses, shared }), ...rest] }
}

interface Divisors {
  /** What to multiply by instead. */
  readonly inverses: ReadonlyMap<Expr, Expr>
  /** What is divided by several times. */
  readonly shared: ReadonlySet<Expr>
}

const dividingLess = (lets: readonly Let[], { inverses, shared }: Divisors): readonly Let[] =>
  remembering((known: Memory<Expr>) => {
    const change = (e: Expr, args: readonly Expr[]): Expr => {
      const divisor = isDivision(e) ? e.args[1] : undefined
      const x = args[0]
      const y = args[1]
      if (!x || !y || !divisor) return rebuild(e, args)
      const inverse = inverses.get(divisor)
      if (inverse) return times(x, withLess(inverse))
      return shared.has(divisor) ? times(x, apply('divide', one, y)) : rebuild(e, args)
    }
    const settled = (e: Expr) => (mayHold(e, divisions) ? undefined : e)
    const withLess = (e: Expr): Expr => foldUnsettled(e, { combine: change, settled }, known)
    return mapLets(lets, withLess)
  })

const divisions = operators('divide')

const isLet = (statement: { readonly kind: string }): statement is Let => statement.kind === 'let'

type Division = Expr & { readonly kind: 'apply' }

const isDivision = (e: Expr): e is Division => e.kind === 'apply' && e.op === 'divide'

/** What is one over a quotient whose dividend is a number, or over the name of one. */
function inversesIn(lets: readonly Let[], varies: (e: Expr) => boolean): ReadonlyMap<Expr, Expr> {
  const inverses = new Map<Expr, Expr>()
  const inverseOf = (e: Expr): Expr | undefined => {
    const [dividend, divisor] = isDivision(e) ? e.args : []
    if (dividend?.kind !== 'number' || !dividend.value || !divisor || !varies(divisor)) return
    return dividend.value === 1 ? divisor : times(divisor, number(1 / dividend.value))
  }
  const look = (e: Expr): void => {
    const inverse = inverseOf(e)
    if (inverse) inverses.set(e, inverse)
  }
  visitStatements(lets, look, divisions)
  for (const { name, value } of lets) {
    const inverse = inverseOf(value)
    if (inverse) inverses.set(read(name), inverse)
  }
  return inverses
}

/** Its inverse takes one division, as it does itself: alone, it joins the products it stands in. */
const isExprel = (e: Expr): boolean => e.kind === 'apply' && e.op === 'exprel'

/** What is divided by more than once. */
function sharedDivisors(lets: readonly Let[], isMeant: (e: Expr) => boolean): ReadonlySet<Expr> {
  const met = new Set<Expr>()
  const shared = new Set<Expr>()
  const look = (e: Expr): void => {
    const divisor = isDivision(e) ? e.args[1] : undefined
    if (!divisor || !isMeant(divisor)) return
    if (met.has(divisor) || isExprel(divisor)) shared.add(divisor)
    met.add(divisor)
  }
  visitStatements(lets, look, divisions)
  return shared
}
