/** When a cell is free: Brian2's refractory rule, at every moment of a step it can be asked. */
import { isNumber, minus, times } from '../ir/algebra.ts'
import type { Dynamics } from '../ir/dynamics.ts'
import { always, apply, type Expr, number, read, readsOf, substitute } from '../ir/expr.ts'
import type { Slot } from '../program.ts'

/** Slots that remember the last spike. */
export const lastSpike = 'lastspike'
export const freeFlag = 'not_refractory'

/** The moments of a step at which a cell may be asked whether it is free. */
export type Moment =
  /** Recorders and `every` blocks, before the cells advance: as the step before left it. */
  | 'before'
  /** While the cell advances. */
  | 'advance'
  /** When connections deliver: a cell that has just spiked is refractory. */
  | 'deliver'

export interface Refractoriness {
  readonly slots: readonly Slot[]
  /** Is the cell free at that moment? Absent where cells are always free. */
  readonly free?: (moment: Moment) => Expr
  /** Writes `lastspike` and `not_refractory` in terms of what is stored. */
  readonly settle: (expr: Expr, moment: Moment) => Expr
  readonly isRemembered: boolean
  /** How many steps a cell stays silent, where that is a duration. */
  readonly steps?: Expr
}

export function refractorinessOf(dynamics: Dynamics, everything: readonly Expr[]): Refractoriness {
  const { refractory } = dynamics
  const reads = new Set(everything.flatMap((expr) => [...readsOf(expr)]))
  const isRemembered = refractory !== undefined || reads.has(lastSpike)
  const slots: Slot[] = []
  if (isRemembered) slots.push(slot(lastSpike, 'integer', -1e9))
  if (refractory?.kind === 'condition') slots.push(slot(freeFlag, 'boolean', 1))
  const free = refractory && ((moment: Moment): Expr => freeAt(moment, refractory))
  const settle = (expr: Expr, moment: Moment): Expr =>
    substitute(
      expr,
      new Map([
        [lastSpike, minus(read('t'), times(sinceSpike, read('dt')))],
        [freeFlag, free ? free(moment) : always],
      ]),
    )
  const steps = refractory?.kind === 'duration' ? { steps: stepsOf(refractory.value) } : {}
  return { slots, settle, isRemembered, ...(free ? { free } : {}), ...steps }
}

const sinceSpike = apply('elapsed', read('step'), read(lastSpike))

function freeAt(moment: Moment, refractory: NonNullable<Dynamics['refractory']>): Expr {
  if (refractory.kind === 'condition') {
    if (moment !== 'advance') return read(freeFlag)
    const condition = substitute(
      refractory.value,
      new Map([
        [lastSpike, minus(read('t'), times(sinceSpike, read('dt')))],
        [freeFlag, read(freeFlag)],
      ]),
    )
    return apply('or', read(freeFlag), apply('not', condition))
  }
  const steps = stepsOf(refractory.value)
  if (moment === 'advance') return apply('greaterEqual', sinceSpike, steps)
  const atLeastOne = apply('max', steps, number(1))
  const since = moment === 'before' ? minus(sinceSpike, number(1)) : sinceSpike
  return apply('greaterEqual', since, atLeastOne)
}

/** floor(T / dt + 0.001): 2.06 ms at dt 0.1 ms acts as 2.0 ms. */
function stepsOf(duration: Expr): Expr {
  if (isNumber(duration, 0)) return number(0)
  return apply('floor', apply('add', apply('divide', duration, read('dt')), number(0.001)))
}

function slot(name: string, type: 'integer' | 'boolean', value: number): Slot {
  return { name, role: 'internal', type, extent: 'element', unit: '1', scale: 1, doc: '', value }
}
