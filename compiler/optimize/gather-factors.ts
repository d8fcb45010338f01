/**
 * Brings the factors of a product that are equal in all cells together, so that they become one.
 *
 * Before  each: dt * (I * (1 / C))      # dt and C shared
 * After   each: dt / C * I              # dt / C can now be hoisted
 * Needs   divisions by shared values written as products (multiply-by-reciprocals)
 */
import { negated, negative, one, over, times } from '../ir/algebra.ts'
import { type Expr, foldUnsettled } from '../ir/expr.ts'
import { operators } from '../ir/sought.ts'
import type { Kernel } from '../ir/kernel.ts'
import { rewriteStatements } from '../ir/statements.ts'
import { Stabilities, stability } from './stability.ts'

export function gatherFactors(kernel: Kernel): Kernel {
  const stabilities = new Stabilities(kernel)
  const products = new Map<Expr, Product>()

  /** A product both sides of which have shared factors; products inside it are gathered already. */
  const change = (expr: Expr): Expr => {
    if (expr.kind !== 'apply' || expr.op !== 'multiply') return expr
    if (stabilities.of(expr) !== stability.element) return expr
    const [a, b] = expr.args.map((arg) => split(arg, stabilities, products))
    if (!a || !b || a.shared === one || b.shared === one) return expr
    return times(joined(a.shared, b.shared), times(a.varying, b.varying))
  }
  return { ...kernel, each: rewriteStatements(kernel.each, change, operators('multiply')) }
}

/** shared × varying; `one` where there is no such factor. */
interface Product {
  readonly shared: Expr
  readonly varying: Expr
}

function split(expr: Expr, stabilities: Stabilities, known: Map<Expr, Product>): Product {
  const settled = (e: Expr) =>
    stabilities.of(e) === stability.element ? undefined : { shared: e, varying: one }
  const combine = (e: Expr, [a, b]: readonly Product[]): Product =>
    (e.kind === 'apply' && a && factors(e, a, b)) || { shared: one, varying: e }
  return foldUnsettled(expr, { combine, settled }, known)
}

function factors(expr: Expr & { kind: 'apply' }, a: Product, b?: Product): Product | undefined {
  if (a.shared === one && (!b || b.shared === one)) return undefined
  if (expr.op === 'negate') return { shared: negative(a.shared), varying: a.varying }
  if (expr.op !== 'multiply' || !b) return undefined
  return { shared: joined(a.shared, b.shared), varying: times(a.varying, b.varying) }
}

/** a × b, where either may be a reciprocal or the negative of one. */
function joined(a: Expr, b: Expr): Expr {
  const [p, q] = [negated(a), negated(b)]
  if (p) return negative(joined(p, b))
  if (q) return negative(joined(a, q))
  const divisor = underOne(b)
  if (divisor) return over(a, divisor)
  const other = underOne(a)
  return other ? over(b, other) : times(a, b)
}

function underOne(expr: Expr): Expr | undefined {
  if (expr.kind !== 'apply' || expr.op !== 'divide' || expr.args[0] !== one) return undefined
  return expr.args[1]
}
