/** What a system knows of its receptors, as values of the parameters of a synapse. */
import type { Model } from '../../compiler/index.ts'
import { type Dimension, equal, over, power, times } from '../../compiler/ir/dimension.ts'
import { current, length, mass, time } from '../../compiler/ir/dimension.ts'

interface Row {
  /** The parameter of a synapse that a property of a receptor sets. */
  readonly param: string
  readonly dimension: Dimension
  /** Kernel units in the unit of the property. */
  readonly scale: number
}

/** kg m² / s³ / A */
const voltage = over(times(mass, power(length, 2)), times(power(time, 3), current))

const rows: Readonly<Record<string, Row>> = {
  e: { param: 'E_rev', dimension: voltage, scale: 1 },
  g_unit: { param: 'q', dimension: over(current, voltage), scale: 1000 },
  tau_rise: { param: 'tau_rise', dimension: time, scale: 1 },
  tau_decay: { param: 'tau_decay', dimension: time, scale: 1 },
}

/** In kernel units, where the model itself does not say otherwise. */
export function receptorValues(
  mechanism: Readonly<Record<string, number>>,
  { dynamics, overrides }: Model['synapses'][number],
): ReadonlyMap<string, number> {
  const values = Object.entries(mechanism).flatMap(([property, value]) => {
    const row = Object.hasOwn(rows, property) ? rows[property] : undefined
    const variable = row && dynamics.variables.get(row.param)
    if (!row || variable?.kind !== 'param') return []
    const isSaid = overrides.some(({ name }) => name === row.param)
    if (isSaid || !equal(variable.dimension, row.dimension)) return []
    return [[row.param, value * row.scale] as const]
  })
  return new Map(values)
}
