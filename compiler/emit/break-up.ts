/**
 * Gives names to parts of expressions that would print too long.
 *
 * Before  v := <an expression of a thousand operators, many of them shared>
 * After   part_1 = …   part_2 = … part_1 …   v := … part_2 …
 * Needs   nothing; the value of every statement stays the same to the bit
 */
import { type Expr, fold, read, rebuild, visit } from '../ir/expr.ts'
import { FreshNames } from '../ir/fresh-names.ts'
import type { Kernel, Let, Statement } from '../ir/kernel.ts'
import { everyStatement, expressionOf, partsOf, readsOfKernel } from '../ir/statements.ts'

/** Expressions of more operators and operands are cut. */
const longest = 120

/** In an expression that is cut, parts of this size that occur twice get a name. */
const worthSharing = 9

export function breakUp(kernel: Kernel): Kernel {
  const isLong = (statement: Statement): boolean => (expressionOf(statement)?.size ?? 0) > longest
  if (!everyStatement(partsOf(kernel).flat()).some(isLong)) return kernel
  const names = new FreshNames([...namesOf(kernel)])
  return {
    ...kernel,
    link: kernel.link.flatMap((statement) => cutLet(statement, names)),
    once: kernel.once.flatMap((statement) => cutLet(statement, names)),
    each: cutAll(kernel.each, names),
  }
}

function namesOf(kernel: Kernel): Set<string> {
  const names = readsOfKernel(kernel)
  for (const { name } of kernel.buffers) names.add(name)
  for (const statement of everyStatement(partsOf(kernel).flat())) {
    if (statement.kind === 'let') names.add(statement.name)
  }
  return names
}

function cutAll(statements: readonly Statement[], names: FreshNames): readonly Statement[] {
  return statements.flatMap((statement): readonly Statement[] => {
    if (statement.kind === 'spike') return [statement]
    if (statement.kind !== 'when') return cutLet(statement, names)
    const { lets, expr } = cut(statement.condition, names)
    const then = cutAll(statement.then, names)
    return [
      ...lets,
      { ...statement, condition: expr, then, otherwise: cutAll(statement.otherwise, names) },
    ]
  })
}

function cutLet<S extends { readonly value: Expr }>(
  statement: S,
  names: FreshNames,
): readonly (S | Let)[] {
  const { lets, expr } = cut(statement.value, names)
  return [...lets, { ...statement, value: expr }]
}

interface Part {
  readonly expr: Expr
  /** Operators and operands, counted as often as they are printed. */
  readonly size: number
}

function cut(
  expr: Expr,
  names: FreshNames,
): { readonly lets: readonly Let[]; readonly expr: Expr } {
  if (expr.size <= longest) return { lets: [], expr }
  const lets: Let[] = []
  const named = new Map<Expr, Part>()
  const uses = usesIn(expr)
  const nameOf = (part: Part): Part => {
    const known = named.get(part.expr)
    if (known) return known
    const name = names.numbered('part')
    lets.push({ kind: 'let', name, value: part.expr })
    const short = { expr: read(name), size: 1 }
    named.set(part.expr, short)
    return short
  }
  const whole = fold(expr, (e, args: readonly Part[]): Part => {
    const parts = shorten(args, nameOf)
    const part = {
      expr: rebuild(
        e,
        parts.map((p) => p.expr),
      ),
      size: 1 + sum(parts),
    }
    const isShared = e !== expr && (uses.get(e) ?? 0) > 1
    return isShared && part.size >= worthSharing ? nameOf(part) : part
  })
  return { lets, expr: whole.expr }
}

/** Names the largest parts until all of them together are short enough. */
function shorten(parts: readonly Part[], nameOf: (part: Part) => Part): readonly Part[] {
  const short = [...parts]
  while (sum(short) > longest) {
    const k = short.reduce(
      (best, part, at) => (part.size > (short[best]?.size ?? 0) ? at : best),
      0,
    )
    const largest = short[k]
    if (!largest || largest.size === 1) break
    short[k] = nameOf(largest)
  }
  return short
}

const sum = (parts: readonly Part[]): number => parts.reduce((total, { size }) => total + size, 0)

/** How often each part stands in a larger one. */
function usesIn(expr: Expr): ReadonlyMap<Expr, number> {
  const uses = new Map<Expr, number>()
  visit(expr, (e) => {
    if (e.kind !== 'apply') return
    for (const arg of e.args) uses.set(arg, (uses.get(arg) ?? 0) + 1)
  })
  return uses
}
