/**
 * Applies the simplification rules until none fits.
 *
 * Before  v + dt * (x * 1 + -y) - 0
 * After   v + dt * (x - y)
 * Needs   nothing
 */
import { apply, type Expr, fold, rebuild, rewrite } from '../ir/expr.ts'
import type { Kernel } from '../ir/kernel.ts'
import type { Op } from '../ir/ops.ts'
import { type Memory, remembering } from '../ir/memory.ts'
import { mapKernel } from '../ir/statements.ts'
import { foldNode } from './fold-constants.ts'
import { algebraic, exact, type Rule } from './simplify-rules.ts'

/** Rules by the operator at the root of their pattern. */
type RuleTable = ReadonlyMap<Op, readonly Rule[]>

/** Made at first use: reading the rules needs the parser, which a mere import should not start. */
const tables = new Map<'exact' | 'all', RuleTable>()

function tableOf(strictness: 'exact' | 'all'): RuleTable {
  const known = tables.get(strictness)
  if (known) return known
  const table = arrange(strictness === 'exact' ? exact() : [...exact(), ...algebraic()])
  tables.set(strictness, table)
  return table
}

export const simplify = (kernel: Kernel): Kernel =>
  remembering((seen: Memory<Expr>) => mapKernel(kernel, (expr) => simplifyExpr(expr, 'all', seen)))

/** `exact`: only what never changes a bit. */
export function simplifyExpr(
  expr: Expr,
  strictness: 'exact' | 'all',
  seen: Memory<Expr> = new Map(),
): Expr {
  const table = tableOf(strictness)
  const bound = new Bound()
  const settled = (e: Expr): Expr => {
    const folded = foldNode(e)
    const changed = firstMatch(folded, table, bound)
    if (changed)
      return fold(changed, (inner, args: readonly Expr[]) => settled(rebuild(inner, args)), seen)
    seen.set(folded, folded)
    return folded
  }
  return fold(expr, (e, args: readonly Expr[]) => settled(rebuild(e, args)), seen)
}

function firstMatch(expr: Expr, table: RuleTable, bound: Bound): Expr | undefined {
  if (expr.kind !== 'apply') return undefined
  const rules = table.get(expr.op) ?? []
  for (let k = 0; k < rules.length; k++) {
    const rule = rules[k]
    if (!rule || !hasOperators(rule.pattern, expr) || !hasShape(rule.pattern, expr)) continue
    bound.clear()
    if (matches(rule.pattern, expr, bound)) return instance(rule.result, bound)
  }
  return undefined
}

/** Most patterns have operators that an expression has nowhere. */
const hasOperators = (pattern: Expr, expr: Expr): boolean =>
  (pattern.operators & ~expr.operators) === 0

/** What the names of a pattern stand for. There are two or three: a map would take most of what simplifying allocates. */
class Bound {
  private readonly names: string[] = []
  private readonly values: Expr[] = []

  get(name: string): Expr | undefined {
    return this.values[this.names.indexOf(name)]
  }

  set(name: string, value: Expr): void {
    this.names.push(name)
    this.values.push(value)
  }

  clear(): void {
    this.names.length = 0
    this.values.length = 0
  }
}

/** Whether it would match if every name in the pattern were another: few do, and that is soon seen. */
function hasShape(pattern: Expr, expr: Expr): boolean {
  if (pattern.kind !== 'apply') return pattern.kind === 'read' || pattern === expr
  if (expr.kind !== 'apply' || expr.op !== pattern.op) return false
  for (let k = 0; k < pattern.args.length; k++) {
    const part = pattern.args[k]
    const arg = expr.args[k]
    if (!part || !arg || !hasShape(part, arg)) return false
  }
  return true
}

/** Binds the names of a pattern whose shape the expression has. */
function matches(pattern: Expr, expr: Expr, bound: Bound): boolean {
  if (pattern.kind === 'number') return pattern === expr
  if (pattern.kind === 'read') {
    const known = bound.get(pattern.name)
    if (known === undefined) bound.set(pattern.name, expr)
    return known === undefined || known === expr
  }
  if (expr.kind !== 'apply' || expr.op !== pattern.op) return false
  return pattern.args.every((part, k) => {
    const arg = expr.args[k]
    return arg !== undefined && matches(part, arg, bound)
  })
}

const instance = (result: Expr, bound: Bound): Expr =>
  rewrite(result, (e) => (e.kind === 'read' ? (bound.get(e.name) ?? e) : e))

function arrange(rules: readonly Rule[]): RuleTable {
  const table = new Map<Op, Rule[]>()
  for (const { pattern, result } of rules) {
    for (const variant of variants(pattern)) {
      if (variant.kind !== 'apply') continue
      const row = table.get(variant.op) ?? []
      row.push({ pattern: variant, result })
      table.set(variant.op, row)
    }
  }
  return table
}

const commutes: ReadonlySet<Op> = new Set<Op>(['add', 'multiply', 'and', 'or'])

/** A pattern with the arguments of its sums and products in every order. */
function variants(pattern: Expr): readonly Expr[] {
  if (pattern.kind !== 'apply') return [pattern]
  const { op, args } = pattern
  const choices = args.reduce<readonly (readonly Expr[])[]>(
    (heads, arg) => heads.flatMap((head) => variants(arg).map((tail) => [...head, tail])),
    [[]],
  )
  const orders = commutes.has(op)
    ? choices.flatMap((choice) => [choice, [...choice].reverse()])
    : choices
  return [...new Set(orders.map((order) => apply(op, ...order)))]
}
