/** How often a value can change: never during a run, with every step, or from element to element. */
import { type Expr, fold } from '../ir/expr.ts'
import { builtins, type Kernel, type Let } from '../ir/kernel.ts'
import { resultOf } from '../ir/ops.ts'
import { everyStatement, partsOf } from '../ir/statements.ts'

/** A greater number changes more often. */
export const stability = { link: 0, step: 1, element: 2 } as const

export type Stability = number

const deepest = 200

/** Knows the stability of every expression of one kernel whose lets have names of their own. */
export class Stabilities {
  private readonly byName = new Map<string, Stability>()
  private readonly known = new Map<Expr, Stability>()
  private readonly booleans: ReadonlySet<string>

  constructor(kernel: Kernel) {
    for (const [name, changes] of Object.entries(builtins))
      this.byName.set(name, stability[changes])
    for (const { name, extent, changes } of kernel.buffers) {
      this.byName.set(name, extent === 'shared' ? stability[changes] : stability.element)
    }
    this.booleans = booleansIn(kernel)
    for (const { name } of kernel.link) this.byName.set(name, stability.link)
    for (const statement of [...kernel.once, ...everyStatement(kernel.each)]) {
      if (statement.kind === 'let') this.byName.set(statement.name, this.ofLet(statement))
    }
  }

  of(expr: Expr): Stability {
    return this.ofPart(expr, 0)
  }

  /** Where one argument changes from element to element, the others need not be looked at. */
  private ofPart(e: Expr, depth: number): Stability {
    if (e.kind === 'number') return stability.link
    if (e.kind === 'read') return this.byName.get(e.name) ?? stability.element
    const known = this.known.get(e)
    if (known !== undefined) return known
    if (depth === deepest) return this.ofDeep(e)
    let most: Stability = stability.link
    for (const arg of e.args) {
      most = Math.max(most, this.ofPart(arg, depth + 1))
      if (most === stability.element) break
    }
    this.known.set(e, most)
    return most
  }

  /** Expressions may be too deep for the host's stack. */
  private ofDeep(expr: Expr): Stability {
    const combine = (e: Expr, args: readonly Stability[]): Stability =>
      e.kind === 'apply' ? Math.max(stability.link, ...args) : this.ofPart(e, 0)
    return fold(expr, combine, this.known)
  }

  isBoolean(expr: Expr): boolean {
    return isBoolean(expr, this.booleans)
  }

  /** Conditions stay where they are: link and once hold numbers only. */
  private ofLet({ value }: Let): Stability {
    return this.isBoolean(value) ? stability.element : this.of(value)
  }
}

function booleansIn(kernel: Kernel): ReadonlySet<string> {
  const booleans = new Set<string>()
  for (const { name, type } of kernel.buffers) if (type === 'boolean') booleans.add(name)
  for (const statement of everyStatement(partsOf(kernel).flat())) {
    if (statement.kind === 'let' && isBoolean(statement.value, booleans))
      booleans.add(statement.name)
  }
  return booleans
}

function isBoolean(expr: Expr, booleans: ReadonlySet<string>): boolean {
  let e = expr
  while (e.kind === 'apply' && e.op === 'select' && e.args[1]) e = e.args[1]
  if (e.kind === 'read') return booleans.has(e.name)
  return e.kind === 'apply' && resultOf(e.op) === 'boolean'
}
