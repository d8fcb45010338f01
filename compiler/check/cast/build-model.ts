/**
 * Turns a cast into a Model: who plays whom, what attaches where, who is connected to whom.
 *
 * Before  population EXC is LIF { C = 100 pF }   synapse AMPA is Exponential   connect EXC to EXC by AMPA
 * After   the same with declarations instead of names, every override a value in kernel units
 * Needs   examined declarations
 */
import type { ModelDeclaration } from '../../../grammar/ast.ts'
import type { Cast } from '../../../grammar/cast.ts'
import type { Model } from '../../ir/dynamics.ts'
import { type Attached, attach, type ModelWork } from './attach.ts'
import { buildConnect } from './build-connect.ts'
import type { CastMembers, Label, Noise, Population } from './cast-members.ts'
import { promoteWritten } from './promote.ts'
import { castNamesAreDistinct, populationIsCast } from '../rules/casts-are-known.ts'
import { modelHoldsTogether } from '../rules/models-hold-together.ts'
import { sectionsMapToCompartments } from '../rules/sections-map-to-compartments.ts'

type Of<K extends Cast['kind']> = Extract<Cast, { kind: K }>

export function buildModel(declaration: ModelDeclaration, work: ModelWork): Model {
  const { casts, name, comments } = declaration
  const { report } = work.inquiry
  castNamesAreDistinct(casts, report)
  const members = castMembers(casts, work)
  const connects = castsOf(casts, 'connect').flatMap((cast, k) =>
    buildConnect(cast, k, { members, work }),
  )
  const sections = castsOf(casts, 'section')
  sectionsMapToCompartments(sections, [...members.populations.values()], report)
  modelHoldsTogether(members, connects, work.inquiry)
  return {
    name: name.text,
    doc: comments.above.join('\n').trim(),
    path: work.names.file.source.path,
    populations: promoteWritten(members, connects),
    synapses: [...members.labels.values()].map(plainSynapse),
    noises: members.noises.map(({ attached, population, at }) => ({
      ...plain(attached),
      population,
      ...(at ? { at: at.text } : {}),
    })),
    sections: new Map(sections.map((cast) => [cast.name.text, cast.is.text])),
    connects: connects.map(({ connect }) => connect),
  }
}

function castsOf<K extends Cast['kind']>(casts: readonly Cast[], kind: K): readonly Of<K>[] {
  return casts.filter((cast): cast is Of<K> => cast.kind === kind)
}

const plain = ({ dynamics, overrides }: Attached) => ({ dynamics, overrides })

const plainSynapse = ({ label, synapse, plasticities }: Label): Model['synapses'][number] => ({
  ...plain(synapse),
  label,
  plasticities: plasticities.map(plain),
})

function castMembers(casts: readonly Cast[], work: ModelWork): CastMembers {
  const populations = new Map<string, Population>()
  const labels = new Map<string, Label>()
  for (const cast of castsOf(casts, 'population')) {
    const wanted = { kind: 'neuron', overrides: cast.overrides, owner: cast.name.text } as const
    const attached = attach(cast.is, wanted, work)
    const count = cast.count === undefined ? {} : { count: cast.count }
    const population = { name: cast.name, attached, ...count }
    if (!populations.has(cast.name.text)) populations.set(cast.name.text, population)
  }
  for (const cast of castsOf(casts, 'synapse')) {
    const label = castSynapse(cast, work)
    if (label && !labels.has(label.label)) labels.set(label.label, label)
  }
  const noises = castsOf(casts, 'noise').flatMap((cast, k) =>
    castNoise(cast, k, { populations, work }),
  )
  const synapseNames = new Set(castsOf(casts, 'synapse').map(({ name }) => name.text))
  return { populations, labels, noises, synapseNames }
}

function castSynapse(cast: Of<'synapse'>, work: ModelWork): Label | undefined {
  const label = cast.name.text
  const synapse = attach(
    cast.is,
    { kind: 'synapse', overrides: cast.overrides, owner: label },
    work,
  )
  const plasticities = cast.with.flatMap(({ name, overrides }, k) => {
    const owner = `${label}/${name.text}/${k}`
    return attach(name, { kind: 'plasticity', overrides, owner }, work) ?? []
  })
  return synapse && { label, synapse, plasticities }
}

function castNoise(
  cast: Of<'noise'>,
  k: number,
  {
    populations,
    work,
  }: { readonly populations: CastMembers['populations']; readonly work: ModelWork },
): readonly Noise[] {
  const { population, at, is, overrides } = cast
  const owner = `${population.text}/${at?.text ?? ''}/${is.text}/${k}`
  const attached = attach(is, { kind: 'noise', overrides, owner }, work)
  const isCast = populationIsCast(population, populations, work.inquiry.report)
  if (!attached || !isCast) return []
  return [{ attached, population: population.text, ...(at ? { at } : {}) }]
}
