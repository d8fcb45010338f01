/** A statement stands in a block that can hold it. */
import type { EquationsKind, Statement } from '../../../grammar/ast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import type { Place } from '../outline.ts'
import { complain } from '../expressions/scope.ts'

type Kind = Statement['kind']

const anywhere: readonly EquationsKind[] = ['neuron', 'synapse', 'plasticity', 'noise', 'channel']
const cellOnly: readonly EquationsKind[] = ['neuron']

/** Which declarations can hold a statement; `in channels` are written into a membrane. */
const holders: Record<Kind, readonly EquationsKind[]> = {
  param: anywhere,
  state: anywhere,
  equation: anywhere,
  initial: anywhere,
  definition: anywhere,
  record: anywhere,
  method: anywhere,
  needs: ['synapse', 'plasticity', 'noise', 'channel'],
  input: cellOnly,
  channel: cellOnly,
  compartment: cellOnly,
  axial: cellOnly,
  threshold: cellOnly,
  reset: cellOnly,
  refractory: cellOnly,
  event: cellOnly,
  'on-event': cellOnly,
  pathway: ['synapse', 'plasticity'],
  'on-step': ['neuron', 'synapse', 'noise'],
  every: ['neuron', 'synapse', 'plasticity', 'noise'],
}

const written: Partial<Record<Kind, string>> = {
  pathway: 'on pre and on post',
  'on-event': 'on EVENT',
  'on-step': 'on step',
}

const why: Partial<Record<Kind, string>> = {
  input: 'Only a neuron has ports. What is attached to one reads its variables with needs.',
  needs: 'A neuron is attached to nothing. What comes from outside is an input or a param.',
  threshold: 'Only cells spike.',
  reset: 'Only cells spike.',
  refractory: 'Only cells spike.',
  pathway: 'What a spike does to its target is said by a synapse or plasticity.',
}

export function statementIsInPlace(
  statement: Statement,
  { kind, place }: { readonly kind: EquationsKind; readonly place: Place },
  report: Report,
): boolean {
  const word = written[statement.kind] ?? statement.kind
  const notes = why[statement.kind]
  if (!holders[statement.kind].includes(kind)) {
    const message = `A ${kind} cannot hold ${word}.`
    const span = statement.span
    complain(report, 'misplaced-statement', { span, message, notes: notes ? [notes] : [] })
    return false
  }
  const nested = statement.kind === 'compartment' || statement.kind === 'axial'
  if (place.kind !== 'compartment' || !nested) return true
  complain(report, 'misplaced-statement', {
    span: statement.span,
    message: `A compartment cannot hold ${word}.`,
    notes: ['Compartments stand side by side in the neuron; axial couples them there.'],
  })
  return false
}
