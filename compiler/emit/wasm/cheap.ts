/** Kernels so short that what surrounds their arithmetic shows: the counting of a loop, masks, branches. */
import type { Kernel } from '../../ir/kernel.ts'
import { visitStatements } from '../../ir/statements.ts'

const short = 48
/** Of a membrane, exprel is one long chain: two of them abreast take a third off a step of conductances. */
const arithmetic: ReadonlySet<string> = new Set(
  (
    'add subtract multiply divide negate select int elapsed less lessEqual greater greaterEqual equal ' +
    'notEqual and or not min max abs exprel'
  ).split(' '),
)

/** Nothing but a few sums, products and comparisons, and what moves a membrane. */
export function isCheap({ each }: Kernel): boolean {
  const operators: string[] = []
  visitStatements(each, (e) => void (e.kind === 'apply' && operators.push(e.op)))
  return operators.length < short && operators.every((op) => arithmetic.has(op))
}
