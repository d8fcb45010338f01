/** Where stimuli reach the cells of a population: its inputs that name a source for them. */
import { type Dimension, equal } from '../../compiler/ir/dimension.ts'
import { readUnit } from '../../compiler/ir/read-unit.ts'
import { UsageError } from '../../compiler/index.ts'
import type { Member } from '../engine/member.ts'
import { isMode, modes, photonFlux } from '../stimulus/modes.ts'
import type { Stimulus } from '../stimulus/stimulus.ts'

export interface Port {
  /** The array that its values are in. */
  readonly name: string
  readonly sources: readonly string[]
  /** Empty where cells have none. */
  readonly compartment: string
  readonly unit: string
  readonly scale: number
  readonly dimension: Dimension
}

/** Filled by what a model attaches, not by stimuli. */
const attached: ReadonlySet<string> = new Set(['synapses', 'noise'])

const known = new WeakMap<Member, readonly Port[]>()

export function portsOf(member: Member): readonly Port[] {
  const ports = known.get(member) ?? findPorts(member)
  known.set(member, ports)
  return ports
}

function findPorts({ population }: Member): readonly Port[] {
  const { dynamics } = population.compiled
  const compartments = dynamics.compartments.map(({ name }) => name)
  return [...dynamics.variables.values()].flatMap((variable): readonly Port[] => {
    if (variable.kind !== 'input') return []
    const sources = variable.sources.filter((source) => !attached.has(source))
    if (sources.length === 0) return []
    const { name, unit, scale, dimension } = variable
    const compartment = compartments.find((each) => name.startsWith(`${each}.`)) ?? ''
    return [{ name, sources, compartment, unit, scale, dimension }]
  })
}

/** What stimuli the cells of a population take. */
export const acceptedBy = (member: Member): readonly string[] => [
  ...new Set(portsOf(member).flatMap(({ sources }) => sources)),
]

/** A unit of the port's dimension that the stimulus can be in, and the factor from there to kernels. */
export function fitting(stimulus: Stimulus, port: Port): { unit: string; factor: number } {
  const { mode, unit } = stimulus
  if (unit === '') return { unit, factor: port.scale }
  const others = isMode(mode) && mode === 'irradiance' ? [photonFlux, modes[mode].unit] : []
  for (const each of [unit, ...others]) {
    const meaning = readUnit(each)
    if (meaning && equal(meaning.dimension, port.dimension)) {
      return { unit: each, factor: meaning.scale }
    }
  }
  throw new UsageError(
    `The ${stimulus.mode} stimulus is in ${stimulus.unit}; input ${port.name.replace(/\.stimulus$/, '')} is in ${port.unit}.`,
  )
}
