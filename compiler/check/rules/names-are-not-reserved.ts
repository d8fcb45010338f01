/** A declared name is not one the language keeps for itself. */
import type { EquationsKind, Name } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { complain } from '../expressions/scope.ts'

const always: ReadonlyMap<string, string> = new Map([
  ['t', 'the time'],
  ['dt', 'the time step'],
  ['xi', 'white noise'],
  ['i', 'the index of the cell'],
  ['N', 'the number of cells'],
  ['gid', 'the global index of the cell'],
  ['lastspike', 'the time of the last spike'],
  ['not_refractory', 'whether the cell can spike'],
])

const onConnections: ReadonlyMap<string, string> = new Map([
  ['j', 'the index of the target cell'],
  ['N_pre', 'the number of source cells'],
  ['N_post', 'the number of target cells'],
  ['weight', 'the strength of the connection, which every connection has'],
  ['delay', 'the delay of the connection, which every connection has'],
  ['distance', 'the distance between the two cells'],
])

export function meaningOf(name: string, kind: EquationsKind): string | undefined {
  const isConnected = kind === 'synapse' || kind === 'plasticity'
  if (name.startsWith('xi_')) return 'white noise'
  return always.get(name) ?? (isConnected ? onConnections.get(name) : undefined)
}

export function nameIsFree({ text, span }: Name, kind: EquationsKind, report: Report): boolean {
  const meaning = meaningOf(text, kind)
  if (!meaning) return true
  const message = `${text} is ${meaning}; choose another name.`
  complain(report, 'reserved-name', { span, message })
  return false
}
