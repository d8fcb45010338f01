/**
 * Applies the chosen methods: every state's new value in terms of old ones.
 *
 * Before  dv/dt = (E_L - v) / tau + xi …     v: exact
 * After   v_new = decay_v * v + (gain · E_L / tau) + …
 * Needs   chosen integrators
 */
import type { Expr } from '../ir/expr.ts'
import { InternalError } from '../ir/internal-error.ts'
import type { Propagator } from '../ir/kernel.ts'
import { applyScheme } from './apply-scheme.ts'
import type { Choice } from './choose-integrator.ts'
import type { Equations } from './equations.ts'
import { exactLinear } from './integrators/exact-linear.ts'
import { implicit } from './integrators/implicit.ts'
import { integrators } from './integrators.ts'
import type { FreshNames } from '../ir/fresh-names.ts'

export interface Integration {
  /** New value by state. */
  readonly updates: ReadonlyMap<string, Expr>
  /** Names for parts of those values. */
  readonly names: ReadonlyMap<Expr, string>
  readonly propagators: readonly Propagator[]
}

export interface IntegrateOptions {
  readonly choices: readonly Choice[]
  readonly fresh: FreshNames
  /** Makes random streams the population's own. */
  readonly owner: string
}

export function integrate(
  system: Equations,
  { choices, fresh, owner }: IntegrateOptions,
): Integration {
  const names = new Map<Expr, string>()
  for (const [name, value] of system.definitions) {
    if (value.kind === 'apply' && !names.has(value)) names.set(value, name)
  }
  const updates = new Map<string, Expr>()
  const propagators: Propagator[] = []
  const exact = choices.filter((choice) => choice.method === 'exact').flatMap((c) => c.states)
  const settled = new Map<string, Expr>()
  for (const choice of exactFirst(choices)) {
    const members = choice.states
    const context = { system, members, companions: [], settled, names, fresh, owner }
    if (choice.method === 'exact') {
      const result = exactLinear(context)
      propagators.push(...result.propagators)
      for (const [state, value] of result.updates) {
        updates.set(state, value)
        settled.set(state, value)
      }
      continue
    }
    const scheme = schemeOf(choice.method)
    const companions = scheme && scheme.order > 1 ? exact : []
    const values = scheme ? applyScheme(scheme, { ...context, companions }) : implicit(context)
    for (const [state, value] of values) updates.set(state, value)
  }
  return { updates, names, propagators }
}

const exactFirst = (choices: readonly Choice[]): readonly Choice[] => [
  ...choices.filter(({ method }) => method === 'exact'),
  ...choices.filter(({ method }) => method !== 'exact'),
]

function schemeOf(method: string): (typeof integrators)[number] | undefined {
  const scheme = integrators.find((row) => row.name === method)
  if (!scheme && method !== 'implicit') throw new InternalError('integrate', `no method ${method}`)
  return scheme
}
