/** What names mean on a connection: its own values, the two cells, the synapse that lives in the target cell. */
import type { Dynamics } from '../ir/dynamics.ts'
import { apply, type Expr, number, read, rewrite, substitute } from '../ir/expr.ts'
import type { PlacedPopulation } from './prepare-population.ts'
import type { Moment } from './refractoriness.ts'
import { isRandom } from '../ir/streams.ts'
import { kernelName } from './rename.ts'

/** A synapse or plasticity as a connection sees it. */
export interface ConnectionScope {
  readonly pre: PlacedPopulation
  readonly post: PlacedPopulation
  /** Names of this declaration that live in the target cell, by what they are called there. */
  readonly inTarget: ReadonlyMap<string, string>
  /** Names that live on the connection, by what they are called there. */
  readonly onConnection: ReadonlyMap<string, string>
  /** Definitions evaluated on the connection, flattened. */
  readonly definitions: ReadonlyMap<string, Expr>
}

/** The random key of a connection is the connection itself, whatever `i` means to the writer. */
const self = '$self'

export const sideBuffer = (side: 'pre' | 'post', name: string): string => `${side}.${name}`

/** Writes an expression of the declaration in terms of the buffers of a connection kernel. */
export function resolveOnConnection(expr: Expr, scope: ConnectionScope, moment: Moment): Expr {
  const local = substitute(protectKeys(expr), scope.definitions)
  const seen = new Map<string, Expr>()
  return rewrite(protectKeys(local), (e) => {
    if (e.kind !== 'read') return e
    const known = seen.get(e.name) ?? meaning(e.name, scope, moment)
    seen.set(e.name, known)
    return known
  })
}

function protectKeys(expr: Expr): Expr {
  return rewrite(expr, (e) => {
    if (e.kind !== 'apply' || !isRandom(e)) return e
    const at = e.args.length - 2
    return apply(e.op, ...e.args.map((arg, k) => (k === at ? read(self) : arg)))
  })
}

function meaning(name: string, scope: ConnectionScope, moment: Moment): Expr {
  switch (name) {
    case self:
      return read('i')
    case 'i':
      return read('source')
    case 'j':
      return read('target')
    case 'N_pre':
      return read(sideBuffer('pre', 'N'))
    case 'N_post':
      return read(sideBuffer('post', 'N'))
    case 'distance':
      return distance(scope)
  }
  const mine = scope.onConnection.get(name)
  if (mine !== undefined) return read(mine)
  const there = scope.inTarget.get(name)
  if (there !== undefined) return inCell('post', there, scope, moment)
  if (name.startsWith('pre.')) return inCell('pre', kernelName(name.slice(4)), scope, moment)
  if (name.startsWith('post.')) return inCell('post', kernelName(name.slice(5)), scope, moment)
  return read(name)
}

/** A variable of one of the two cells: a buffer, or a definition written in terms of buffers. */
export function inCell(
  side: 'pre' | 'post',
  name: string,
  scope: ConnectionScope,
  moment: Moment,
): Expr {
  const cell = scope[side]
  const index = side === 'pre' ? 'source' : 'target'
  const value = cell.slots.has(name) ? read(name) : cell.definitions.get(name)
  if (!value) return read(sideBuffer(side, name))
  const settled = cell.refractoriness.settle(value, moment)
  return rewrite(settled, (e) => {
    if (e.kind !== 'read') return e
    if (e.name === 'i') return read(index)
    return cell.slots.has(e.name) ? read(sideBuffer(side, e.name)) : e
  })
}

function distance({ pre, post }: ConnectionScope): Expr {
  const squares = ['x', 'y', 'z'].map((axis) => {
    if (!pre.slots.has(axis) || !post.slots.has(axis)) return number(0)
    const difference = apply('subtract', read(`pre.${axis}`), read(`post.${axis}`))
    return apply('power', difference, number(2))
  })
  return apply(
    'sqrt',
    squares.reduce((a, b) => apply('add', a, b)),
  )
}

/** The names of a declaration by where they live. */
export function namesOf(
  dynamics: Dynamics,
  inTarget: (name: string) => string,
  onConnection: (name: string) => string,
): {
  readonly inTarget: ReadonlyMap<string, string>
  readonly onConnection: ReadonlyMap<string, string>
} {
  const there = new Map<string, string>()
  const here = new Map<string, string>()
  for (const variable of dynamics.variables.values()) {
    if (variable.kind === 'noise') continue
    if (variable.per === 'cell') there.set(variable.name, inTarget(variable.name))
    else if (variable.kind !== 'definition' || variable.every)
      here.set(variable.name, onConnection(variable.name))
  }
  return { inTarget: there, onConnection: here }
}
