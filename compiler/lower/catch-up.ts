/**
 * Brings states that waited for an event to the present, exactly.
 *
 * Before  dpre/dt = -pre / tau_pre (event-driven)
 * After   since = (step - updated) * dt   pre := pre * exp(-since / tau_pre)   updated := step
 * Needs   linear equations whose coefficients do not change
 */
import { plus, times, zero } from '../ir/algebra.ts'
import { linearIn } from '../ir/derivative.ts'
import { apply, type Expr, read, substitute } from '../ir/expr.ts'
import type { FreshNames } from '../ir/fresh-names.ts'
import type { Statement } from '../ir/kernel.ts'
import { type Member, waitingStates } from './projection-member.ts'
import { resolveOnConnection } from './resolve-connection.ts'

/** The step at which the waiting states of a connection were last brought up to date. */
export const updated = 'updated'

export function catchUp(members: readonly Member[], fresh: FreshNames): readonly Statement[] {
  const states = members.flatMap((member) =>
    waitingStates(member).map(({ name, drift }) => ({ member, name, drift })),
  )
  if (states.length === 0) return []
  const since = times(apply('elapsed', read('step'), read(updated)), read('dt'))
  const gap = fresh.fresh('since')
  const lets: Statement[] = [{ kind: 'let', name: gap, value: since }]
  const stores = states.map(({ member, name, drift }): Statement => {
    const now = fresh.fresh(`${name}_now`)
    const { scope } = member
    const onConnection = new Map([...scope.onConnection, [gap, gap]])
    const present = presentValue(name, substitute(drift, scope.definitions), gap)
    const value = resolveOnConnection(present, { ...scope, onConnection }, 'deliver')
    lets.push({ kind: 'let', name: now, value })
    return { kind: 'store', buffer: scope.onConnection.get(name) ?? name, value: read(now) }
  })
  return [...lets, ...stores, { kind: 'store', buffer: updated, value: read('step') }]
}

/** x e^(A Δ) + Δ exprel(A Δ) B, where x' = A x + B. */
function presentValue(name: string, drift: Expr, gap: string): Expr {
  const { slope, rest } = linearIn(drift, name) ?? { slope: zero, rest: zero }
  const rate = times(slope, read(gap))
  const kept = slope === zero ? read(name) : times(apply('exp', rate), read(name))
  const gained = rest === zero ? zero : times(times(read(gap), apply('exprel', rate)), rest)
  return plus(kept, gained)
}
