/** One declaration on a connection, a plasticity or the synapse itself: which of its states wait for events. */
import { linearIn } from '../ir/derivative.ts'
import type { Dynamics, Variable } from '../ir/dynamics.ts'
import { type Expr, readsOf, substitute } from '../ir/expr.ts'
import type { ConnectionScope } from './resolve-connection.ts'

export interface Member {
  readonly dynamics: Dynamics
  readonly scope: ConnectionScope
  readonly isPlasticity: boolean
}

type Moving = Variable & { readonly kind: 'state'; readonly drift: Expr }

/** The part of a declaration that lives on the connection. */
export function ownOf(dynamics: Dynamics): Dynamics {
  const variables = [...dynamics.variables].filter(([, v]) => v.per === 'connection')
  return { ...dynamics, variables: new Map(variables) }
}

const movingOf = ({ dynamics }: Member): readonly Moving[] =>
  [...ownOf(dynamics).variables.values()].filter(
    (v): v is Moving => v.kind === 'state' && v.drift !== undefined,
  )

/**
 * States that are brought up to date only when something happens on the connection: linear ones of
 * plasticities, unless something that is evaluated in every step reads them.
 */
export function waitingStates(member: Member): readonly Moving[] {
  const moving = movingOf(member)
  const apt = moving.filter((state) => couldWait(state, member))
  const isAsserted = (state: Moving): boolean => state.advance === 'event-driven'
  const watched = new Set(
    [...summedOf(member), ...moving.filter((state) => !apt.includes(state)).map((s) => s.drift)]
      .map((expr) => substitute(expr, member.scope.definitions))
      .flatMap((expr) => [...readsOf(expr)]),
  )
  return apt.filter((state) => isAsserted(state) || !watched.has(state.name))
}

const summedOf = ({ dynamics }: Member): readonly Expr[] =>
  [...dynamics.variables.values()].flatMap((v) =>
    v.kind === 'definition' && v.summed ? [v.value] : [],
  )

function couldWait(state: Moving, { dynamics, scope, isPlasticity }: Member): boolean {
  if (state.advance === 'clock-driven') return false
  if (state.advance === 'event-driven') return true
  if (!isPlasticity) return false
  const linear = linearIn(substitute(state.drift, scope.definitions), state.name)
  if (!linear) return false
  return [...readsOf(linear.slope), ...readsOf(linear.rest)].every(
    (name) => dynamics.variables.get(name)?.kind === 'param',
  )
}
