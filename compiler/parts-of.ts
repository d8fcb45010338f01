/** What one population is made of: its neuron, the synapses that land on it and where, its noises. */
import type { Model } from './ir/dynamics.ts'
import {
  type Parts,
  type Placed,
  perCell,
  plasticLabel,
  prefixOf,
} from './lower/assemble-population.ts'
import type { Instance } from './synapse-instances.ts'
import { UsageError } from './usage-error.ts'

/** Where connections end. */
interface Ending {
  readonly post: string
  readonly synapse: string
  readonly at?: string | undefined
}

/** Who lands on a population: instances of synapses that reach it. */
export function partsOf(
  model: Model,
  population: Model['populations'][number],
  instances: ReadonlyMap<Ending, Instance>,
): Parts {
  const { name } = population
  const landing = new Map<string, Placed>()
  for (const [{ post }, instance] of instances) {
    if (post !== name) continue
    for (const placed of placedParts(instance)) {
      landing.set(prefixOf(placed.label, placed.at), placed)
    }
  }
  return {
    name,
    neuron: population,
    synapses: [...landing.values()],
    noises: labelled(model.noises.filter((noise) => noise.population === name)),
  }
}

/** A noise is called after its declaration; the second of a name in one place is NAME_2. */
function labelled(noises: Model['noises']): readonly Placed[] {
  const taken = new Map<string, number>()
  return noises.map((noise) => {
    const { name } = noise.dynamics
    const place = prefixOf(name, noise.at)
    const count = (taken.get(place) ?? 0) + 1
    taken.set(place, count)
    return { ...noise, label: count === 1 ? name : `${name}_${count}` }
  })
}

/** What a synapse and its plasticities keep once per target cell. */
function placedParts({ synapse, name: label, place: at }: Instance): readonly Placed[] {
  const place = at ? { at } : {}
  const plastic = synapse.plasticities
    .filter(({ dynamics }) => perCell(dynamics).variables.size > 0)
    .map((attachment) => {
      return { ...attachment, label: plasticLabel(label, attachment.dynamics), ...place }
    })
  return [{ ...synapse, label, ...place }, ...plastic]
}

/** A section label of a system names a compartment; a cell without compartments has all its sections in one. */
export function placeOf(
  { name, populations, sections }: Model,
  { post, synapse, at }: Ending,
): string | undefined {
  const { compartments = [] } = populations.find((p) => p.name === post)?.dynamics ?? {}
  if (at === undefined || compartments.length === 0) return undefined
  const place = sections.get(at) ?? at
  const known = compartments.map((compartment) => compartment.name)
  if (known.includes(place)) return place
  throw new UsageError(
    `${synapse} ends on section ${at} of ${post}, which has ${known.join(', ')}. ` +
      `A line such as section ${at} is ${known.at(-1)} in model ${name} says where that is.`,
  )
}
