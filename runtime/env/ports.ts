/** Where stimuli reach the cells of a population: its inputs that name a source for them. */
import { type Dimension, equal } from '../../compiler/ir/dimension.ts'
import { readUnit } from '../../compiler/ir/read-unit.ts'
import { UsageError } from '../../compiler/index.ts'
import type { Member } from '../engine/member.ts'
import { isMode } from '../stimulus/modes.ts'
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

/** The stimulus in a unit of the port's dimension, and the factor from there to kernels. */
export function fitted(stimulus: Stimulus, port: Port): { stimulus: Stimulus; factor: number } {
  if (stimulus.unit === '') return { stimulus, factor: port.scale }
  const factor = factorFor(stimulus, port)
  if (factor !== undefined) return { stimulus, factor }
  for (const light of inPhotons(stimulus)) {
    const other = factorFor(light, port)
    if (other !== undefined) return { stimulus: light, factor: other }
  }
  throw new UsageError(
    `The ${stimulus.mode} stimulus is in ${stimulus.unit}; input ${port.name.replace(/\.stimulus$/, '')} is in ${port.unit}.`,
  )
}

function factorFor({ unit }: Stimulus, { dimension }: Port): number | undefined {
  const meaning = readUnit(unit)
  return meaning && equal(meaning.dimension, dimension) ? meaning.scale : undefined
}

const inPhotons = (stimulus: Stimulus): readonly Stimulus[] =>
  isMode(stimulus.mode) && stimulus.mode === 'irradiance'
    ? [stimulus.convertTo('photon_flux'), stimulus.convertTo('mW/mm^2')]
    : []
