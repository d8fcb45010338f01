/** Where a neuron takes a current, and what of it a reader looks at. */
import type { Dynamics } from '../../../compiler/index.ts'

const sources = ['current', 'current_density', 'noise', 'synapses']

/** The port for currents, or what comes nearest; undefined where nothing does. */
export function portOf({ variables }: Dynamics) {
  const inputs = [...variables.values()].flatMap((each) => (each.kind === 'input' ? [each] : []))
  const found = sources.flatMap(
    (wanted) => inputs.find((each) => each.sources.includes(wanted)) ?? [],
  )
  return found[0] ? { name: found[0].name, unit: found[0].unit } : undefined
}

/** `v`, that of the first compartment, or the first state; nothing in a cell without a membrane. */
export function voltageOf({ variables }: Dynamics): string {
  const all = [...variables.values()]
  const shown = all.filter(({ kind }) => kind === 'state' || kind === 'definition')
  const voltage = shown.find(({ name }) => name === 'v' || name.endsWith('.v'))
  const moving = all.find((each) => each.kind === 'state' && each.drift !== undefined)
  return (voltage ?? moving)?.name ?? ''
}
