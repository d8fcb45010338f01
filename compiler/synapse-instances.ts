/** Instances of a synapse on its target cells: one for each distinct set of values that projections bring along. */
import type { Model, Override } from './ir/dynamics.ts'
import { number } from './ir/expr.ts'
import { FreshNames } from './ir/fresh-names.ts'
import { placeOf } from './parts-of.ts'
import { UsageError } from './usage-error.ts'

type Synapse = Model['synapses'][number]

/** Where connections end, and what they bring along for the synapse there. */
export interface Landing {
  readonly post: string
  readonly synapse: string
  readonly at?: string
  readonly values?: ReadonlyMap<string, number>
}

export interface Instance {
  /** The compartment it is in. */
  readonly place: string | undefined
  /** What it is called there: the label of its cast, or `AMPA_2` for one with other values. */
  readonly name: string
  /** The cast with those values. */
  readonly synapse: Synapse
}

const none: ReadonlyMap<string, number> = new Map()

/** The instance that each of some projections ends on; equal values are one instance. */
export function instancesOf<Ends extends Landing>(
  model: Model,
  shapes: readonly Ends[],
): ReadonlyMap<Ends, Instance> {
  const labels = model.synapses.map(({ label }) => label)
  const landed = new Map<string, { made: Map<string, Instance>; free: FreshNames }>()
  const instances = new Map<Ends, Instance>()
  for (const shape of shapes) {
    const { post, synapse: label, values = none } = shape
    const cast = model.synapses.find((each) => each.label === label)
    if (!cast) throw new UsageError(`There is no synapse ${label}.`)
    const place = placeOf(model, shape)
    const here = [post, place, label].join('\n')
    const { made, free } = landed.get(here) ?? { made: new Map(), free: new FreshNames(labels) }
    landed.set(here, { made, free })
    const text = [...values].map(([name, value]) => `${name} ${value}`).sort()
    const instance = made.get(text.join()) ?? {
      place,
      name: made.size === 0 ? label : free.fresh(label),
      synapse: withValues(cast, values),
    }
    made.set(text.join(), instance)
    instances.set(shape, instance)
  }
  return instances
}

function withValues(cast: Synapse, values: ReadonlyMap<string, number>): Synapse {
  if (values.size === 0) return cast
  const brought = [...values].flatMap(([name, value]): readonly Override[] => {
    const variable = cast.dynamics.variables.get(name)
    if (!variable) return []
    const { dimension, span } = variable
    return [{ name, value: number(value, dimension), auxiliary: false, dimension, span }]
  })
  const overrides = [...cast.overrides.filter(({ name }) => !values.has(name)), ...brought]
  return { ...cast, overrides }
}
