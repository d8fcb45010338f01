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

/** `v`, that of the first compartment, or the first state. */
export function voltageOf({ variables }: Dynamics): string {
  const names = [...variables.values()].flatMap(({ kind, name }) =>
    kind === 'state' || kind === 'definition' ? [name] : [],
  )
  return names.find((name) => name === 'v' || name.endsWith('.v')) ?? names[0] ?? ''
}
