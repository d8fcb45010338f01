/**
 * Chooses how each equation is integrated, and says why.
 *
 * Before  dg/dt = -g / tau   dv/dt = (… - g * (v - E)) / C   no method named
 * After   g: exact (linear, constant coefficients)   v: exponential_euler (linear in v)
 * Needs   equations with definitions substituted
 */
import { dependsOn, linearIn, linearInAll } from '../ir/derivative.ts'
import { ModelError } from '../ir/model-error.ts'
import type { Equation, Equations, State } from './equations.ts'
import { integrators } from './integrators.ts'

export interface Choice {
  readonly method: string
  readonly states: readonly string[]
  readonly why: string
}

export function chooseIntegrators(system: Equations, hasAxials: boolean): readonly Choice[] {
  const named = new Map<string, string[]>()
  const free: string[] = []
  for (const { state } of system.equations.values()) {
    const method = state.method && canonical(state.method)
    if (method) named.set(method, [...(named.get(method) ?? []), state.name])
    else free.push(state.name)
  }
  const chosen = [...named].map(([method, states]) => ({
    method,
    states,
    why: 'named by the model',
  }))
  for (const choice of chosen) refuseUnsuited(choice, system)
  return [...chosen, ...automatic(free, system, hasAxials)]
}

/** `linear` → `exact`, `midpoint` → `rk2`; the checker has refused unknown names. */
function canonical(method: string): string {
  if (method === 'linear') return 'exact'
  return integrators.find((row) => row.aliases.includes(method))?.name ?? method
}

function automatic(
  states: readonly string[],
  system: Equations,
  hasAxials: boolean,
): readonly Choice[] {
  if (states.length === 0) return []
  const exact = closedLinear(states, system)
  const rest = states.filter((name) => !exact.includes(name))
  const choices: Choice[] = []
  if (exact.length > 0) {
    choices.push({ method: 'exact', states: exact, why: 'linear with constant coefficients' })
  }
  if (rest.length > 0) choices.push({ ...choiceForRest(rest, system, hasAxials), states: rest })
  return choices
}

function choiceForRest(
  rest: readonly string[],
  system: Equations,
  hasAxials: boolean,
): { method: string; why: string } {
  if (hasAxials) return { method: 'implicit', why: 'voltages coupled by axial' }
  const equations = rest.map((name) => equationOf(name, system))
  const multiplicative = equations.find((equation) => !isAdditive(equation, system))
  if (multiplicative) {
    return { method: 'heun', why: `the noise of ${multiplicative.state.name} depends on a state` }
  }
  const bent = equations.find(({ state, drift }) => !linearIn(drift, state.name))
  if (!bent) return { method: 'exponential_euler', why: 'each equation is linear in its own state' }
  if (equations.some(({ noise }) => noise.size > 0)) {
    return { method: 'euler', why: `d${bent.state.name}/dt is nonlinear and the noise is additive` }
  }
  return { method: 'rk2', why: `d${bent.state.name}/dt is nonlinear in ${bent.state.name}` }
}

const equationOf = (name: string, system: Equations): Equation => {
  const equation = system.equations.get(name)
  if (!equation) throw new Error(name)
  return equation
}

/** The largest set of states that are linear in each other with constant coefficients and need no others. */
function closedLinear(states: readonly string[], system: Equations): readonly string[] {
  const all = allStates(system)
  let closed = states.filter((name) => isLinear(equationOf(name, system), all, system))
  for (let shrunk = true; shrunk; ) {
    const kept = closed.filter((name) => isClosed(equationOf(name, system), closed, system))
    shrunk = kept.length < closed.length
    closed = kept
  }
  return closed
}

const allStates = (system: Equations): readonly string[] => [...system.equations.keys()]

function isLinear({ drift, noise }: Equation, over: readonly string[], system: Equations): boolean {
  const parts = linearInAll(drift, over)
  if (!parts || dependsOn(drift, 't')) return false
  if ([...noise.values()].some((g) => !system.isConstant(g))) return false
  return [...parts.slopes.values()].every(system.isConstant)
}

function isClosed({ drift }: Equation, closed: readonly string[], system: Equations): boolean {
  return allStates(system).every((name) => closed.includes(name) || !dependsOn(drift, name))
}

/** Does the noise amplitude stay clear of every state? */
export function isAdditive({ noise }: Equation, system: Equations): boolean {
  return [...noise.values()].every((g) => allStates(system).every((name) => !dependsOn(g, name)))
}

function refuseUnsuited(choice: Choice, system: Equations): void {
  for (const name of choice.states) {
    const equation = equationOf(name, system)
    const reason = unsuited(choice, equation, system)
    if (reason) throw refusal(choice.method, equation.state, reason)
  }
}

/** Why a method cannot treat an equation, and which can. */
function unsuited(
  { method, states }: { method: string; states: readonly string[] },
  equation: Equation,
  system: Equations,
): [string, string] | undefined {
  const { state, drift, noise } = equation
  const integrator = integrators.find((row) => row.name === method)
  if (method === 'exact' && !isLinear(equation, states, system)) {
    return [
      'is not linear with constant coefficients',
      linearIn(drift, state.name) ? 'exponential_euler' : 'rk2',
    ]
  }
  if (method === 'exponential_euler' && !linearIn(drift, state.name)) {
    return [`is not linear in ${state.name}`, noise.size > 0 ? 'euler' : 'rk2']
  }
  if (noise.size > 0 && integrator?.noise === 'none') {
    return ['has noise', isAdditive(equation, system) ? 'euler' : 'heun']
  }
  if (integrator?.noise === 'additive' && !isAdditive(equation, system)) {
    return ['has noise that depends on a state', 'heun']
  }
  if (integrator?.noise === 'diagonal' && noise.size > 1) return ['has more than one noise', 'heun']
  return undefined
}

function refusal(method: string, state: State, [reason, better]: [string, string]): ModelError {
  return new ModelError([
    {
      code: 'method-unsuited',
      severity: 'error',
      span: state.span,
      message: `method ${method} cannot treat d${state.name}/dt, which ${reason}.`,
      notes: [`method ${better} can.`],
    },
  ])
}
