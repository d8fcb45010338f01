/** The random streams of a kernel: the numbers that keep what is drawn in one place apart from what is drawn elsewhere. */
import { apply, type Expr } from './expr.ts'
import { operators } from './sought.ts'
import type { Kernel } from './kernel.ts'
import type { Op } from './ops.ts'
import { rewriteStatements, visitStatements } from './statements.ts'

const randomOps: ReadonlySet<Op> = new Set<Op>(['uniform', 'normal', 'poisson', 'gamma'])

const draws = operators(...randomOps)

export const isRandom = (expr: Expr): boolean => expr.kind === 'apply' && randomOps.has(expr.op)

/** Where the stream stands: the last arguments are seed, stream, cell and step. */
const place = -3

/** The streams a kernel draws from, in the order of their first draws: elements draw, and nothing else does. */
export function streamsIn({ each }: Kernel): readonly Expr[] {
  const streams = new Set<Expr>()
  const note = (expr: Expr): void => {
    if (expr.kind !== 'apply' || !isRandom(expr)) return
    const stream = expr.args.at(place)
    if (stream) streams.add(stream)
  }
  visitStatements(each, note, draws)
  return [...streams]
}

/** The same kernel with other streams. */
export function withStreams(kernel: Kernel, others: ReadonlyMap<Expr, Expr>): Kernel {
  if (others.size === 0) return kernel
  const change = (expr: Expr): Expr => {
    if (expr.kind !== 'apply' || !isRandom(expr)) return expr
    const own = expr.args.at(place)
    const other = own && others.get(own)
    return other ? apply(expr.op, ...expr.args.with(place, other)) : expr
  }
  const each = rewriteStatements(kernel.each, change, draws)
  return { ...kernel, each }
}
