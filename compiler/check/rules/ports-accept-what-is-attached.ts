/** What a synapse or noise offers finds a port that lists its source and sums its unit. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { equal } from '../../ir/dimension.ts'
import type { Variable } from '../../ir/dynamics.ts'
import { complain } from '../expressions/scope.ts'
import { offerOf } from './attachments-offer-a-current.ts'
import type { Junction } from './models-hold-together.ts'
import { quantityNamed } from '../expressions/describe.ts'

type Port = Extract<Variable, { kind: 'input' }>

export function portsAccept({ attached, name, source, cell, at }: Junction, report: Report): void {
  const offer = offerOf(attached.dynamics)
  if (!offer) return
  const ports = portsFor({ source, cell, at })
  if (ports.some(({ dimension }) => equal(dimension, offer.dimension))) return
  const [port] = ports
  const where = at === undefined ? cell.name.text : `${at} of ${cell.name.text}`
  if (port) {
    complain(report, 'unit-mismatch', {
      span: name.span,
      message: `${attached.name.text} offers ${offer.name}, ${quantityNamed(offer)}; the port ${port.name} of ${cell.name.text} adds up ${quantityNamed(port)}.`,
    })
    return
  }
  complain(report, 'no-port', {
    span: name.span,
    message: `${where} has no port for ${source}, so nothing accepts the ${offer.name} of ${attached.name.text}.`,
    notes: [
      `Add \`input ${offer.name} : ${offer.unit} from ${source}\` to it, and use ${offer.name} in its equations.`,
    ],
  })
}

/** The ports of a cell, or of one of its compartments, that list a source. */
export function portsFor({
  source,
  cell,
  at,
}: Pick<Junction, 'source' | 'cell' | 'at'>): readonly Port[] {
  return [...cell.dynamics.variables.values()].filter(
    (variable): variable is Port =>
      variable.kind === 'input' &&
      variable.sources.includes(source) &&
      (at === undefined || variable.name.startsWith(`${at}.`)),
  )
}
