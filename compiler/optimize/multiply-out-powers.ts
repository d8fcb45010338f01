/**
 * Writes whole powers as products, in the order that `power` in ops.ts multiplies.
 *
 * Before  n^4            m^3          v^-2
 * After   n*n * (n*n)    m * m * m    1 / (v * v)
 * Needs   nothing; changes no bit
 */
import { apply, type Expr, number } from '../ir/expr.ts'
import { operators } from '../ir/sought.ts'
import type { Kernel } from '../ir/kernel.ts'
import { rewriteKernel } from '../ir/statements.ts'

/** The exponents that ops.ts defines as products. */
const largest = 16

export const multiplyOutPowers = (kernel: Kernel): Kernel =>
  rewriteKernel(kernel, multipliedOut, operators('power'))

function multipliedOut(expr: Expr): Expr {
  if (expr.kind !== 'apply' || expr.op !== 'power') return expr
  const [base, exponent] = expr.args
  if (!base || exponent?.kind !== 'number') return expr
  const n = exponent.value
  if (!Number.isInteger(n) || Math.abs(n) > largest) return expr
  return n < 0 ? apply('divide', number(1), product(base, -n)) : product(base, n)
}

/** Square-and-multiply. */
function product(base: Expr, n: number): Expr {
  if (n === 0) return number(1)
  if (n === 1) return base
  const half = product(base, n >> 1)
  const square = apply('multiply', half, half)
  return n % 2 === 1 ? apply('multiply', square, base) : square
}
