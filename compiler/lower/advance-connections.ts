/** Equations of connections that cannot wait for events: one step of each, in every step. */
import type { Dynamics } from '../ir/dynamics.ts'
import { type Expr, read, substitute } from '../ir/expr.ts'
import type { FreshNames } from '../ir/fresh-names.ts'
import type { Let, Propagator, Statement } from '../ir/kernel.ts'
import { chooseIntegrators } from './choose-integrator.ts'
import { equationsOf } from './equations.ts'
import { integrate } from './integrate.ts'
import { LetWriter } from './name-subexpressions.ts'
import { placeValues } from './place-values.ts'
import { type Member, ownOf, waitingStates } from './projection-member.ts'
import { resolveOnConnection } from './resolve-connection.ts'

export interface Advance {
  readonly statements: readonly Statement[]
  readonly propagators: readonly Propagator[]
}

export interface AdvanceOptions {
  readonly fresh: FreshNames
  readonly perElement: ReadonlySet<string>
  /** Makes random streams the projection's own. */
  readonly label: string
}

export function advanceMember(member: Member, options: AdvanceOptions): Advance {
  const { scope } = member
  const own = ownOf(member.dynamics)
  const { slots } = placeValues(own, options.perElement)
  const system = equationsOf(moving(own, member), scope.definitions, { slots })
  if (system.equations.size === 0) return { statements: [], propagators: [] }
  const { fresh, label } = options
  const choices = chooseIntegrators(system, false)
  const result = integrate(system, { choices, fresh, owner: `${label}/${own.name}` })
  const writer = new LetWriter(result.names)
  const lets: Let[] = []
  const stores = [...result.updates].map(([name, update]): Statement => {
    const value = writer.write(update, lets)
    const next = fresh.fresh(`${name}_new`)
    lets.push({ kind: 'let', name: next, value })
    return { kind: 'store', buffer: scope.onConnection.get(name) ?? name, value: read(next) }
  })
  const settled = lets.map((one) => {
    return { ...one, value: resolveOnConnection(one.value, scope, 'before') }
  })
  return {
    statements: [...settled, ...stores],
    propagators: result.propagators.map((propagator) => renamed(propagator, member)),
  }
}

/** Without the states that wait. */
function moving(dynamics: Dynamics, member: Member): Dynamics {
  const waiting = new Set(waitingStates(member).map(({ name }) => name))
  const variables = [...dynamics.variables].filter(([name]) => !waiting.has(name))
  return { ...dynamics, variables: new Map(variables) }
}

/** Its matrix reads values by what they are called on the connection. */
function renamed(propagator: Propagator, { scope }: Member): Propagator {
  const names = new Map([...scope.onConnection].map(([name, here]) => [name, read(here)]))
  const rename = (entry: Expr): Expr => substitute(entry, names)
  return { ...propagator, matrix: propagator.matrix.map((row) => row.map(rename)) }
}
