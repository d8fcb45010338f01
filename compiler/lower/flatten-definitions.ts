/**
 * Writes every definition in terms of states, parameters and ports alone.
 *
 * Before  I_Na = g_Na * m^3 * h * (v - E_Na)   m = a_m / (a_m + b_m)   a_m = …v…
 * After   I_Na = g_Na * (a_m(v) / …)^3 * …     shared subexpressions stay shared
 * Needs   an assembled population
 */
import type { Dynamics, Variable } from '../ir/dynamics.ts'
import { type Expr, readsOf, substitute } from '../ir/expr.ts'
import { ModelError } from '../ir/model-error.ts'

type Definition = Variable & { kind: 'definition' }

/** Evaluated with the old state only, or kept in an array: never substituted. */
export const isKept = (variable: Definition): boolean =>
  variable.constantOverDt || variable.summed || variable.every !== undefined

/** Deeper expressions than this are refused: they would exhaust the stack of every later pass. */
const deepest = 1500

/** Asked for where values are placed, and again where equations are made of them. */
const flattened = new WeakMap<Dynamics, ReadonlyMap<string, Expr>>()

/** Definitions by name, each fully substituted, ingredients first. */
export function flattenDefinitions(dynamics: Dynamics): ReadonlyMap<string, Expr> {
  const known = flattened.get(dynamics) ?? flatten(dynamics)
  flattened.set(dynamics, known)
  return known
}

function flatten(dynamics: Dynamics): ReadonlyMap<string, Expr> {
  const flat = new Map<string, Expr>()
  const known = new Map<string, Expr>()
  for (const definition of orderDefinitions(dynamics)) {
    const value = substitute(definition.value, known)
    if (value.depth >= deepest) throw tooDeep(definition)
    flat.set(definition.name, value)
    if (!isKept(definition)) known.set(definition.name, value)
  }
  return flat
}

function tooDeep(definition: Definition): ModelError {
  return new ModelError([
    {
      code: 'nesting-too-deep',
      severity: 'error',
      span: definition.span,
      message: `${definition.name} rests on definitions nested more than ${deepest} deep.`,
      notes: [],
    },
  ])
}

/** Topological order; a circle (which attachments can close) is a model error. */
export function orderDefinitions(dynamics: Dynamics): readonly Definition[] {
  const ordered: Definition[] = []
  const state = new Map<string, 'open' | 'done'>()
  for (const start of dynamics.variables.keys()) place(start, { dynamics, ordered, state })
  return ordered
}

interface Ordering {
  readonly dynamics: Dynamics
  readonly ordered: Definition[]
  readonly state: Map<string, 'open' | 'done'>
}

/** Depth-first with a stack of its own, since chains of definitions can be long. */
function place(start: string, { dynamics, ordered, state }: Ordering): void {
  const stack = [start]
  while (stack.length > 0) {
    const name = stack[stack.length - 1] ?? ''
    const variable = dynamics.variables.get(name)
    if (variable?.kind !== 'definition' || state.get(name) === 'done') {
      stack.pop()
      continue
    }
    if (state.get(name) === 'open') {
      state.set(name, 'done')
      ordered.push(variable)
      stack.pop()
      continue
    }
    state.set(name, 'open')
    for (const needed of readsOf(variable.value)) {
      if (state.get(needed) === 'open' && dynamics.variables.get(needed)?.kind === 'definition') {
        throw circle(variable, needed)
      }
      if (!state.has(needed)) stack.push(needed)
    }
  }
}

function circle(variable: Definition, needed: string): ModelError {
  return new ModelError([
    {
      code: 'definition-cycle',
      severity: 'error',
      span: variable.span,
      message: `${variable.name} needs ${needed}, which needs ${variable.name}.`,
      notes: [`Make one of them a state: d${needed}/dt = … gives it a memory.`],
    },
  ])
}
