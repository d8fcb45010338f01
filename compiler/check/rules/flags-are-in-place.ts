/** A flag stands on a statement that can carry it. */
import type { EquationsKind, Flag, Statement } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { complain } from '../expressions/scope.ts'

type Carrier = 'param' | 'equation' | 'definition'

interface Row {
  readonly on: readonly Carrier[]
  readonly kinds: readonly EquationsKind[]
}

const all: readonly EquationsKind[] = ['neuron', 'synapse', 'plasticity', 'noise', 'channel']
const carriers: readonly Carrier[] = ['param', 'equation', 'definition']
const connected: readonly EquationsKind[] = ['synapse', 'plasticity']

const rows: Record<Flag['name'], Row> = {
  'unless refractory': { on: ['equation'], kinds: ['neuron', 'channel'] },
  constant: { on: ['param'], kinds: all },
  shared: { on: ['param', 'definition'], kinds: all },
  'constant over dt': { on: ['definition'], kinds: all },
  every: { on: ['definition'], kinds: all },
  'per target': { on: carriers, kinds: connected },
  'per connection': { on: carriers, kinds: connected },
  'event-driven': { on: ['equation'], kinds: connected },
  'clock-driven': { on: ['equation'], kinds: connected },
  summed: { on: ['definition'], kinds: ['synapse'] },
}

const words: Record<Carrier, string> = {
  param: 'a param',
  equation: 'a differential equation',
  definition: 'a definition',
}

export function flagsAreInPlace(statement: Statement, kind: EquationsKind, report: Report): void {
  if (!('flags' in statement)) return
  for (const flag of statement.flags) {
    const { on, kinds } = rows[flag.name]
    if (on.includes(statement.kind) && kinds.includes(kind)) continue
    const bearers = on.map((carrier) => words[carrier]).join(' or ')
    const homes = kinds.length === all.length ? '' : ` of a ${kinds.join(' or ')}`
    complain(report, 'flag-misplaced', {
      span: flag.span,
      message: `(${flag.name}) belongs to ${bearers}${homes}; ${statement.name.text} is ${words[statement.kind]} of a ${kind}.`,
    })
  }
}
