/** A synapse or noise does something to its target: it offers I (or G), or writes to the cell. */
import type { Report } from '../../../grammar/diagnostics.ts'
import type { Action, Dynamics } from '../../ir/dynamics.ts'
import type { Examined } from '../build-dynamics.ts'
import { complain } from '../expressions/scope.ts'

export function attachmentsOfferACurrent({ outline, dynamics }: Examined, report: Report): void {
  const { kind } = outline
  if (kind !== 'synapse' && kind !== 'noise') return
  const { name } = outline.declaration
  const offer = offerOf(dynamics)
  if (offer?.per === 'connection') {
    complain(report, 'no-current-offered', {
      span: offer.span,
      message: `${offer.name} belongs to each connection; a port adds up what exists once per cell.`,
      notes: [`Mark it \`(per connection, summed)\` to add it up.`],
    })
  }
  if (offer || writesToTheCell(dynamics)) return
  complain(report, 'no-current-offered', {
    span: name.span,
    message: `The ${kind} ${name.text} offers nothing to the cell it is attached to.`,
    notes: [
      'A definition or state named I (a current) or G (a conductance) is what a port of the cell adds up.',
    ],
  })
}

/** What a synapse or noise gives to a port. */
export function offerOf({ variables }: Dynamics) {
  const offers = [variables.get('I'), variables.get('G')]
  return offers.find(
    (v) => v && (v.kind === 'state' || v.kind === 'definition' || v.kind === 'param'),
  )
}

function writesToTheCell({ pathways, onStep, every, variables }: Dynamics): boolean {
  const blocks = [
    ...pathways.map(({ actions }) => actions),
    ...onStep,
    ...every.map((e) => e.actions),
  ]
  const isOutside = (action: Action): boolean =>
    (action.kind === 'set' || action.kind === 'add') &&
    (action.target === 'weight' ||
      /^(pre|post)\./.test(action.target) ||
      variables.get(action.target)?.kind === 'need')
  return blocks.some((actions) => actions.some(isOutside))
}
