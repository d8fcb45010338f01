/**
 * Drops the dimensions of numbers: inside kernels all values are in ms, mV, pA, um, amol and K.
 *
 * Before  v - (-70 mV)     a / (1 ms)
 * After   v - (-70)        a / 1
 * Needs   numbers in kernel units, as the checker makes them
 */
import type { Action, Dynamics, Variable } from '../ir/dynamics.ts'
import { type Expr, number, rewriteSought } from '../ir/expr.ts'
import { type Memory, remembering } from '../ir/memory.ts'
import { numbers } from '../ir/sought.ts'

export const toKernelUnits = (dynamics: Dynamics): Dynamics =>
  remembering((seen: Memory<Expr>) => {
    const bareNumber = (e: Expr): Expr => (e.kind === 'number' ? number(e.value) : e)
    return changed(dynamics, (expr) => rewriteSought(expr, bareNumber, { sought: numbers, seen }))
  })

function changed(dynamics: Dynamics, bare: (expr: Expr) => Expr): Dynamics {
  const actions = (list: readonly Action[]): readonly Action[] =>
    list.map((action) => ({ ...action, value: bare(action.value) }))
  const { threshold, refractory } = dynamics
  return {
    ...dynamics,
    variables: new Map([...dynamics.variables].map(([name, v]) => [name, variable(v, bare)])),
    axials: dynamics.axials.map((axial) => ({ ...axial, conductance: bare(axial.conductance) })),
    ...(threshold ? { threshold: bare(threshold) } : {}),
    ...(refractory ? { refractory: { ...refractory, value: bare(refractory.value) } } : {}),
    reset: actions(dynamics.reset),
    events: dynamics.events.map((event) => ({
      ...event,
      condition: bare(event.condition),
      actions: actions(event.actions),
    })),
    pathways: dynamics.pathways.map((path) => ({ ...path, actions: actions(path.actions) })),
    onStep: dynamics.onStep.map(actions),
    every: dynamics.every.map((e) => ({ period: bare(e.period), actions: actions(e.actions) })),
    records: dynamics.records.map((record) => ({ ...record, value: bare(record.value) })),
  }
}

function variable(v: Variable, bare: (expr: Expr) => Expr): Variable {
  switch (v.kind) {
    case 'param':
      return v.value ? { ...v, value: bare(v.value) } : v
    case 'state':
      return {
        ...v,
        ...(v.drift ? { drift: bare(v.drift) } : {}),
        ...(v.initial ? { initial: bare(v.initial) } : {}),
      }
    case 'definition':
      return { ...v, value: bare(v.value), ...(v.every ? { every: bare(v.every) } : {}) }
    default:
      return v
  }
}
