/**
 * Solves linear equations with constant coefficients exactly over one step.
 *
 * A state that stands alone decays by exp(a dt), written into the kernel. States that need each
 * other advance by the exponential of their matrix, computed by the host when a network is linked.
 */
import { one, plus, times, zero } from '../../ir/algebra.ts'
import { linearInAll } from '../../ir/derivative.ts'
import { apply, type Expr, number, read, readsOf } from '../../ir/expr.ts'
import { InternalError } from '../../ir/internal-error.ts'
import type { Propagator } from '../../ir/kernel.ts'
import type { SchemeContext } from '../apply-scheme.ts'
import type { Equation } from '../equations.ts'
import { noiseIncrement } from '../noise-increment.ts'

/** x' = Σ slopes · x + rest. */
interface Row {
  readonly equation: Equation
  readonly slopes: ReadonlyMap<string, Expr>
  readonly rest: Expr
}

export interface ExactResult {
  readonly updates: ReadonlyMap<string, Expr>
  readonly propagators: readonly Propagator[]
}

export function exactLinear(context: SchemeContext): ExactResult {
  const rows = new Map(context.members.map((name) => [name, rowOf(name, context)]))
  const updates = new Map<string, Expr>()
  const propagators: Propagator[] = []
  for (const block of connectedBlocks(rows)) {
    const [only, second] = block
    if (only && !second) updates.set(only.equation.state.name, alone(only, context))
    else propagators.push(together(block, context, updates))
  }
  return { updates, propagators }
}

function rowOf(name: string, { system, members }: SchemeContext): Row {
  const equation = system.equations.get(name)
  const parts = equation && linearInAll(equation.drift, members)
  if (!parts) throw new InternalError('integrate', `d${name}/dt is not linear`)
  return { equation, slopes: parts.slopes, rest: parts.rest }
}

/** Groups of states that need each other, directly or through others. */
function connectedBlocks(rows: ReadonlyMap<string, Row>): readonly (readonly Row[])[] {
  const blockOf = new Map<string, Row[]>()
  for (const [name, row] of rows) blockOf.set(name, [row])
  for (const [name, row] of rows) {
    for (const [other, slope] of row.slopes) {
      const mine = blockOf.get(name) ?? []
      const theirs = blockOf.get(other) ?? []
      if (slope === zero || mine === theirs) continue
      mine.push(...theirs)
      for (const moved of theirs) blockOf.set(moved.equation.state.name, mine)
    }
  }
  return [...new Set(blockOf.values())]
}

/** x e^(a dt) + dt exprel(a dt) · rest, with noise of exact variance. */
function alone({ equation, slopes, rest }: Row, context: SchemeContext): Expr {
  const { name } = equation.state
  const slope = slopes.get(name) ?? zero
  const rate = times(slope, read('dt'))
  const decay = slope === zero ? one : named(apply('exp', rate), `decay_${name}`, context)
  const gain =
    slope === zero
      ? read('dt')
      : named(times(read('dt'), apply('exprel', rate)), `gain_${name}`, context)
  const kept = times(decay, read(name))
  const spread = slope === zero ? one : apply('sqrt', apply('exprel', times(number(2), rate)))
  return plus(
    plus(kept, driven(gain, rest, context)),
    noiseIncrement(equation, spread, context.owner),
  )
}

/** gain · rest, with the constant coefficients of what drives it gathered so that they can be hoisted. */
function driven(gain: Expr, rest: Expr, context: SchemeContext): Expr {
  const { isConstant } = context.system
  const drives = [...readsOf(rest)].filter((name) => !isConstant(read(name)))
  const parts = linearInAll(rest, drives)
  if (!parts || ![...parts.slopes.values(), parts.rest].every(isConstant)) return times(gain, rest)
  const terms = [...parts.slopes].map(([name, slope]) => times(times(gain, slope), read(name)))
  return terms.reduce(plus, times(gain, parts.rest))
}

function named(expr: Expr, wish: string, { names, fresh }: SchemeContext): Expr {
  if (expr.kind === 'apply' && !names.has(expr)) names.set(expr, fresh.fresh(wish))
  return expr
}

/** Several states: x' = P x + Q b with P and Q from the host. Fills `updates`. */
function together(
  block: readonly Row[],
  context: SchemeContext,
  updates: Map<string, Expr>,
): Propagator {
  const states = block.map((row) => row.equation.state.name)
  const matrix = block.map((row) => states.map((name) => row.slopes.get(name) ?? zero))
  const reach = reachable(matrix)
  const nameFor = (kind: string, i: number, j: number): string =>
    context.fresh.fresh(`${kind}_${states[i]}_${states[j]}`)
  const cells = (wanted: (i: number, j: number) => boolean, kind: string) =>
    states.map((_, i) => states.map((_, j) => (wanted(i, j) ? nameFor(kind, i, j) : undefined)))
  const reaches = (i: number, j: number): boolean => reach[i]?.[j] ?? false
  const isDriven = (j: number): boolean => block[j]?.rest !== zero
  const transition = cells(reaches, 'P')
  const gain = cells((i, j) => reaches(i, j) && isDriven(j), 'Q')
  block.forEach((row, i) => {
    const moved = weighted(transition[i], states.map(read))
    const pushed = (gain[i] ?? []).reduce<Expr>((sum, q, j) => {
      return q ? plus(sum, driven(read(q), block[j]?.rest ?? zero, withReads(context, q))) : sum
    }, zero)
    const noise = noiseIncrement(row.equation, one, context.owner)
    updates.set(row.equation.state.name, plus(plus(moved, pushed), noise))
  })
  const isShared = matrix.flat().every((entry) => isSharedConstant(entry, context))
  return { states, matrix, transition, gain, extent: isShared ? 'shared' : 'element' }
}

function weighted(
  names: readonly (string | undefined)[] | undefined,
  values: readonly Expr[],
): Expr {
  return values.reduce<Expr>((sum, value, j) => {
    const name = names?.[j]
    return name ? plus(sum, times(read(name), value)) : sum
  }, zero)
}

/** The entries of the propagator are as constant as parameters. */
function withReads(context: SchemeContext, name: string): SchemeContext {
  const { system } = context
  const isConstant = (expr: Expr): boolean => expr === read(name) || system.isConstant(expr)
  return { ...context, system: { ...system, isConstant } }
}

function isSharedConstant(expr: Expr, { system }: SchemeContext): boolean {
  return [...readsOf(expr)].every((name) => {
    const slot = system.placement.slots.get(name)
    return slot === undefined || slot.extent === 'shared'
  })
}

/** Which entries of the exponential can be other than zero: the transitive closure of the matrix. */
function reachable(matrix: readonly (readonly Expr[])[]): readonly (readonly boolean[])[] {
  const reach = matrix.map((row, i) => row.map((entry, j) => i === j || entry !== zero))
  for (let k = 0; k < matrix.length; k++) {
    for (const row of reach) {
      if (row[k])
        reach[k]?.forEach((there, j) => {
          if (there) row[j] = true
        })
    }
  }
  return reach
}
