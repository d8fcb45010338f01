/** Weights, background and values of cells by their public names: what can be set, and the setting of it. */
import { type Slot, UsageError } from '../../compiler/index.ts'
import { setValue } from '../cell-values.ts'
import { namesOf, noiseMeantBy, noiseParams, specialLast } from './noise-keys.ts'
import type { Session } from './session.ts'
import { meantBy, namedWeights } from './weight-keys.ts'

export type Numbers = Readonly<Record<string, number>>

/** Everything that `setParams` takes, by prefix. */
export interface Admissible {
  readonly weights: readonly string[]
  readonly noise: readonly string[]
  readonly cells: readonly string[]
}

export function admissibleIn(session: Session): Admissible {
  const cells = session.simulation.members.flatMap(({ population }) =>
    ownParams(session, population.compiled.name),
  )
  return {
    weights: [...new Set(namedWeights(session).map(({ name }) => name))],
    noise: namesOf(noiseParams(session)),
    cells: [...new Set(cells)],
  }
}

/** Parameters of the neuron itself, not of what is attached to it. */
export function ownParams(session: Session, population: string): readonly string[] {
  const [member] = session.members(population)
  if (!member) return []
  const attached = new Set(noiseParams(session).map(({ slot }) => slot))
  const labels = (session.linked.model?.synapses ?? []).map(({ label }) => label)
  const isOwn = ({ name, role }: Slot): boolean =>
    role === 'param' && !attached.has(name) && !isOfSynapse(name, labels)
  return member.population.compiled.slots.filter(isOwn).map(({ name }) => name)
}

const isOfSynapse = (name: string, labels: readonly string[]): boolean =>
  labels.some((label) => name.startsWith(`${label}.`) || name.includes(`.${label}.`))

/** All names are looked up before anything is set. */
export function setWeights(session: Session, weights: Numbers): void {
  const plans = Object.entries(weights).map(([key, value]) => {
    mustBeNumber(key, value)
    return [meantBy(session, key), value] as const
  })
  for (const [meant, value] of plans) {
    for (const { projection } of meant) projection.set('weight', value)
  }
  session.simulation.relink()
}

export function setNoise(session: Session, noise: Numbers): void {
  const keys = specialLast(Object.keys(noise))
  const plans = keys.map((key) => {
    const value = mustBeNumber(key, noise[key])
    return [noiseMeantBy(session, key), value] as const
  })
  for (const [meant, value] of plans) {
    for (const { member, slot } of meant) setValue(member.population, slot, value)
  }
  session.simulation.relink()
}

function mustBeNumber(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new UsageError(`${name} is ${String(value)}; it must be a number.`)
}

const prefixes = ['weight', 'noise', 'cells', 'io'] as const
export type Prefix = (typeof prefixes)[number]

/** Parameters by what they are of; those without a prefix are weights. */
export function sorted<Value>(
  params: Readonly<Record<string, Value>>,
): Readonly<Record<Prefix, Readonly<Record<string, Value>>>> {
  const groups: Record<Prefix, Record<string, Value>> = { weight: {}, noise: {}, cells: {}, io: {} }
  for (const [key, value] of Object.entries(params)) {
    const prefix = prefixes.find((each) => key.startsWith(`${each}-`))
    if (prefix) groups[prefix][key.slice(prefix.length + 1)] = value
    else groups.weight[key] = value
  }
  return groups
}
