/**
 * Divides by what is equal in all cells once, and multiplies by that in every cell.
 *
 * Before  each: (E_L - v) / tau          # tau shared
 * After   each: (E_L - v) * (1 / tau)    # 1 / tau can now be hoisted; so can the sign of -x / tau
 * Needs   lets with names of their own (distinguish-lets)
 */
import { negative, one } from '../ir/algebra.ts'
import { apply, type Expr } from '../ir/expr.ts'
import { operators } from '../ir/sought.ts'
import type { Kernel } from '../ir/kernel.ts'
import { rewriteStatements } from '../ir/statements.ts'
import { foldNode } from './fold-constants.ts'
import { Stabilities, stability } from './stability.ts'

export function multiplyByReciprocals(kernel: Kernel): Kernel {
  const stabilities = new Stabilities(kernel)
  const change = (expr: Expr): Expr => {
    if (expr.kind !== 'apply' || expr.op !== 'divide') return expr
    const [x, y] = expr.args
    if (!x || !y) return expr
    if (stabilities.of(x) !== stability.element || stabilities.of(y) === stability.element)
      return expr
    const reciprocal = foldNode(apply('divide', one, y))
    const [inner] = x.kind === 'apply' && x.op === 'negate' ? x.args : []
    return inner ? apply('multiply', inner, negative(reciprocal)) : apply('multiply', x, reciprocal)
  }
  return { ...kernel, each: rewriteStatements(kernel.each, change, operators('divide')) }
}
