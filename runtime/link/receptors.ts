/** What a system knows of its receptors, as defaults of the synapses with their labels. */
import type { CompiledPopulation, CompiledProjection, Model } from '../../compiler/index.ts'
import { UsageError } from '../../compiler/index.ts'
import { type Dimension, over, power, times } from '../../compiler/ir/dimension.ts'
import { current, length, mass, time } from '../../compiler/ir/dimension.ts'
import { number } from '../../compiler/ir/expr.ts'
import type { SystemLike } from './system-like.ts'

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

export interface Receiving {
  readonly model: Model | undefined
  readonly system: SystemLike | undefined
  /** Those of the system, in its order. */
  readonly projections: readonly CompiledProjection[]
}

/** Populations whose synapses start out as the system says, where the model does not say otherwise. */
export function withReceptors(
  populations: readonly CompiledPopulation[],
  { model, system, projections }: Receiving,
): readonly CompiledPopulation[] {
  const known = new Map<string, number>()
  system?.projections.forEach(({ mechanism = {}, synapse }, k) => {
    const cast = model?.synapses.find(({ label }) => label === synapse)
    const { post, label } = projections[k] ?? {}
    for (const [property, value] of Object.entries(mechanism)) {
      const row = Object.hasOwn(rows, property) ? rows[property] : undefined
      if (!row || cast?.overrides.some(({ name }) => name === row.param)) continue
      settle(known, `${post} ${label}.${row.param}`, value * row.scale)
    }
  })
  return populations.map((population) => receiving(population, known))
}

function settle(known: Map<string, number>, place: string, value: number): void {
  const before = known.get(place)
  if (before !== undefined && before !== value) {
    throw new UsageError(
      `Two projections of the system end on the same synapse and disagree about ${place}: ${before} and ${value}. ` +
        'Give one of them a label of its own, or set the parameter in the model.',
    )
  }
  known.set(place, value)
}

function receiving(
  population: CompiledPopulation,
  known: ReadonlyMap<string, number>,
): CompiledPopulation {
  const slots = population.slots.map((slot) => {
    const value = known.get(`${population.name} ${slot.name}`)
    const dimension = population.dynamics.variables.get(slot.name)?.dimension
    const wanted = rowOf(slot.name.slice(slot.name.lastIndexOf('.') + 1))?.dimension
    const fits = dimension && wanted && dimension.every((n, k) => n === wanted[k])
    return value === undefined || !fits ? slot : { ...slot, initial: number(value) }
  })
  return { ...population, slots }
}

const rowOf = (param: string): Row | undefined =>
  Object.values(rows).find((row) => row.param === param)
