/** The differential equations of a population as an integrator sees them: drift and noise, definitions substituted. */
import { linearInAll } from '../ir/derivative.ts'
import type { Dynamics, Variable } from '../ir/dynamics.ts'
import { type Expr, readsOf, substitute } from '../ir/expr.ts'
import { ModelError } from '../ir/model-error.ts'
import type { Placement } from './place-values.ts'

export type State = Variable & { kind: 'state' }

export interface Equation {
  readonly state: State
  readonly drift: Expr
  /** Amplitude by white noise. */
  readonly noise: ReadonlyMap<string, Expr>
}

export interface Equations {
  readonly equations: ReadonlyMap<string, Equation>
  /** Definitions, substituted; they name parts of the drift. */
  readonly definitions: ReadonlyMap<string, Expr>
  /** Those that hold still over a step, substituted in each other too: a method may choose where in the step. */
  readonly frozen: ReadonlyMap<string, Expr>
  readonly placement: Placement
  /** Does a value stay the same during a run? */
  readonly isConstant: (expr: Expr) => boolean
}

/** States with an equation that advances with every step. */
export function equationsOf(
  dynamics: Dynamics,
  definitions: ReadonlyMap<string, Expr>,
  placement: Placement,
): Equations {
  const kept = keptApart(dynamics, definitions)
  const equations = new Map<string, Equation>()
  for (const state of dynamics.variables.values()) {
    if (state.kind !== 'state' || !state.drift || state.advance === 'event-driven') continue
    equations.set(state.name, equationOf(state, substitute(state.drift, kept)))
  }
  const isConstant = (expr: Expr): boolean =>
    [...readsOf(expr)].every((name) => isFixed(name, placement))
  const frozen = frozenOf(dynamics, definitions)
  return { equations, definitions, frozen, placement, isConstant }
}

function frozenOf(
  { variables }: Dynamics,
  definitions: ReadonlyMap<string, Expr>,
): ReadonlyMap<string, Expr> {
  const frozen = new Map<string, Expr>()
  for (const [name, value] of definitions) {
    const variable = variables.get(name)
    const isFrozen = variable?.kind === 'definition' && variable.constantOverDt
    if (isFrozen) frozen.set(name, substitute(value, frozen))
  }
  return frozen
}

/** The definitions that are substituted: not those kept in arrays or frozen at the old state. */
export function keptApart(
  dynamics: Dynamics,
  definitions: ReadonlyMap<string, Expr>,
): ReadonlyMap<string, Expr> {
  const substituted = new Map<string, Expr>()
  for (const [name, value] of definitions) {
    const variable = dynamics.variables.get(name)
    if (variable?.kind !== 'definition') continue
    if (!variable.constantOverDt && !variable.summed && !variable.every)
      substituted.set(name, value)
  }
  return substituted
}

function isFixed(name: string, { slots }: Placement): boolean {
  if (name === 'dt' || name === 'seed') return true
  const slot = slots.get(name)
  return slot !== undefined && (slot.role === 'param' || slot.role === 'internal')
}

const isNoise = (name: string): boolean => /(^|\.)xi(_|\(|$)/.test(name)

function equationOf(state: State, drift: Expr): Equation {
  const sources = [...readsOf(drift)].filter(isNoise)
  if (sources.length === 0) return { state, drift, noise: new Map() }
  const parts = linearInAll(drift, sources)
  if (!parts) throw notLinearInNoise(state)
  return { state, drift: parts.rest, noise: parts.slopes }
}

function notLinearInNoise(state: State): ModelError {
  return new ModelError([
    {
      code: 'noise-used-twice',
      severity: 'error',
      span: state.span,
      message: `d${state.name}/dt must be linear in its white noise xi.`,
      notes: ['White noise has no square and no sine: write drift + amplitude * xi.'],
    },
  ])
}
