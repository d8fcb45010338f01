/** Which variable of a cell an attachment means by a name: its compartment's, then the cell's. */
import type { Variable } from '../../ir/dynamics.ts'
import { offerOf } from '../rules/attachments-offer-a-current.ts'
import type { Junction } from '../rules/models-hold-together.ts'
import { portsFor } from '../rules/ports-accept-what-is-attached.ts'

export function inCell(name: string, junction: Junction): Variable | undefined {
  const { variables, compartments } = junction.cell.dynamics
  const place = junction.at ?? compartmentOfPort(junction)
  const places = place === undefined ? compartments.map((compartment) => compartment.name) : []
  const candidates = [...(place === undefined ? [] : [`${place}.${name}`]), name]
  for (const known of [...candidates, ...places.map((compartment) => `${compartment}.${name}`)]) {
    const variable = variables.get(known)
    if (variable) return variable
  }
  return undefined
}

/** Without `at`, an attachment lives where the first port is that takes what it offers. */
function compartmentOfPort(junction: Junction): string | undefined {
  const offer = offerOf(junction.attached.dynamics)
  if (!offer) return undefined
  const [port] = portsFor(junction)
  return port?.name.includes('.') ? port.name.slice(0, port.name.lastIndexOf('.')) : undefined
}

/** `Cuba`, or `dend of PinskyRinzel`. */
export const describeSurrounding = ({ at, cell }: Junction): string =>
  at === undefined ? cell.name.text : `${at} of ${cell.name.text}`
