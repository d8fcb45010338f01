/**
 * Linearly implicit voltages: backward Euler for voltages that are linear in each other.
 *
 * Everything else advances first by exponential Euler from the old voltages; then
 * (1 - dt A) v' = v + dt b is solved for all voltages of the cell together. Stable for any
 * coupling between compartments.
 */
import { minus, one, over, plus, times, zero } from '../../ir/algebra.ts'
import { linearIn, linearInAll } from '../../ir/derivative.ts'
import { type Expr, read, substitute } from '../../ir/expr.ts'
import { ModelError } from '../../ir/model-error.ts'
import { applyScheme, type SchemeContext } from '../apply-scheme.ts'
import { noiseIncrement } from '../noise-increment.ts'
import { exponentialEuler } from './exponential-euler.ts'

const isVoltage = (name: string): boolean => name === 'v' || name.endsWith('.v')

export function implicit(context: SchemeContext): ReadonlyMap<string, Expr> {
  const voltages = context.members.filter(isVoltage)
  const others = context.members.filter((name) => !isVoltage(name))
  for (const name of others) refuseNonlinear(name, context)
  const gates = applyScheme(exponentialEuler, { ...context, members: others, companions: [] })
  const rows = voltages.map((name) => rowOf(name, voltages, gates, context))
  return new Map([...gates, ...solve(voltages, rows)])
}

/** One line of (1 - dt A) v' = v + dt b. */
interface Row {
  readonly coefficients: Expr[]
  right: Expr
}

function rowOf(
  name: string,
  voltages: readonly string[],
  gates: ReadonlyMap<string, Expr>,
  { system, owner }: SchemeContext,
): Row {
  const equation = system.equations.get(name)
  const drift = equation?.drift ?? zero
  const parts = linearInAll(drift, voltages)
  if (!parts) throw unsuited(name, 'the voltages', system)
  const dt = read('dt')
  const coefficients = voltages.map((other) => {
    const slope = times(dt, substitute(parts.slopes.get(other) ?? zero, gates))
    return minus(other === name ? one : zero, slope)
  })
  const right = plus(read(name), times(dt, substitute(parts.rest, gates)))
  return {
    coefficients,
    right: equation ? plus(right, noiseIncrement(equation, one, owner)) : right,
  }
}

function refuseNonlinear(name: string, { system }: SchemeContext): void {
  const equation = system.equations.get(name)
  if (equation && !linearIn(equation.drift, name)) throw unsuited(name, name, system)
}

function unsuited(name: string, of: string, { equations }: SchemeContext['system']): ModelError {
  const span = equations.get(name)?.state.span
  return new ModelError(
    span
      ? [
          {
            code: 'method-unsuited',
            severity: 'error',
            span,
            message: `method implicit cannot treat d${name}/dt, which is not linear in ${of}.`,
            notes: ['method rk2 can.'],
          },
        ]
      : [],
  )
}

/** Gauss elimination written out; the line with fewest partners goes first, so that trees fill in nothing. */
function solve(names: readonly string[], rows: readonly Row[]): ReadonlyMap<string, Expr> {
  const open = new Set(rows.keys())
  const order: number[] = []
  while (open.size > 0) {
    const pivot = [...open].reduce((a, b) =>
      partners(rows, b, open) < partners(rows, a, open) ? b : a,
    )
    open.delete(pivot)
    order.push(pivot)
    for (const other of open) eliminate(rows, pivot, other, open)
  }
  const solution = new Map<string, Expr>()
  for (const k of order.reverse()) {
    const row = rows[k]
    const name = names[k]
    if (!row || name === undefined) continue
    const known = names.reduce<Expr>((sum, other, j) => {
      const there = solution.get(other)
      return there && j !== k ? plus(sum, times(row.coefficients[j] ?? zero, there)) : sum
    }, zero)
    solution.set(name, over(minus(row.right, known), row.coefficients[k] ?? one))
  }
  return solution
}

function partners(rows: readonly Row[], k: number, open: ReadonlySet<number>): number {
  return [...open].filter((j) => rows[k]?.coefficients[j] !== zero).length
}

function eliminate(
  rows: readonly Row[],
  pivot: number,
  target: number,
  open: ReadonlySet<number>,
): void {
  const from = rows[pivot]
  const row = rows[target]
  if (!from || !row || row.coefficients[pivot] === zero) return
  const factor = over(row.coefficients[pivot] ?? zero, from.coefficients[pivot] ?? one)
  for (const j of open) {
    row.coefficients[j] = minus(
      row.coefficients[j] ?? zero,
      times(factor, from.coefficients[j] ?? zero),
    )
  }
  row.right = minus(row.right, times(factor, from.right))
  row.coefficients[pivot] = zero
}
