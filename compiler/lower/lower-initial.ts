/**
 * Writes how a population starts: parameters that differ from cell to cell, then initial values.
 *
 * Before  param c = -65 mV + 15 mV * r^2 (r drawn)   v(0) = c   m(0) = a_m / (a_m + b_m)
 * After   kernel initialize: r := … ; c := … ; v := c ; m := …
 * Needs   placed values
 */
import type { Dynamics } from '../ir/dynamics.ts'
import { type Expr, readsOf, substitute } from '../ir/expr.ts'
import type { Statement } from '../ir/kernel.ts'
import type { Slot } from '../program.ts'

export interface InitialParts {
  readonly dynamics: Dynamics
  readonly substituted: ReadonlyMap<string, Expr>
  readonly slots: ReadonlyMap<string, Slot>
}

export function lowerInitial({ dynamics, substituted, slots }: InitialParts): readonly Statement[] {
  const values = new Map<string, Expr>()
  for (const variable of dynamics.variables.values()) {
    if (slots.get(variable.name)?.extent !== 'element') continue
    const value =
      variable.kind === 'param'
        ? variable.value
        : variable.kind === 'state'
          ? variable.initial
          : undefined
    if (value) values.set(variable.name, substitute(value, substituted))
  }
  const statements: Statement[] = []
  for (const name of ingredientsFirst(values)) {
    const value = values.get(name)
    if (value) statements.push({ kind: 'store', buffer: name, value })
  }
  return statements
}

/** What a value reads is set before it; a circle keeps the order of the text. */
function ingredientsFirst(values: ReadonlyMap<string, Expr>): readonly string[] {
  const ordered = new Set<string>()
  const open = new Set<string>()
  const place = (name: string): void => {
    const value = values.get(name)
    if (!value || ordered.has(name) || open.has(name)) return
    open.add(name)
    for (const needed of readsOf(value)) place(needed)
    open.delete(name)
    ordered.add(name)
  }
  for (const name of values.keys()) place(name)
  return [...ordered]
}
