/** Names of the background, `EXC-dend-g_e0`, `EXC-level`, `level`: parameters of the noises that a model casts. */
import { UsageError } from '../../compiler/index.ts'
import { nearest } from '../../systems/nearest.ts'
import type { Member } from '../engine/member.ts'
import { compartmentIn, sectionsAgree } from './sections.ts'
import type { Session } from './session.ts'

/** A parameter of a noise in its place. */
export interface NoiseParam {
  readonly member: Member
  readonly population: string
  /** A compartment; empty where cells have none. */
  readonly section: string
  readonly param: string
  /** The slot that holds it. */
  readonly slot: string
}

export function noiseParams({ linked, simulation }: Session): readonly NoiseParam[] {
  const noises = linked.model?.noises ?? []
  return simulation.members.flatMap((member) => {
    const { name: population, slots } = member.population.compiled
    const own = noises.filter((noise) => noise.population === population)
    return slots.flatMap(({ name: slot, role }): readonly NoiseParam[] => {
      if (role !== 'param') return []
      // The second noise of a name at one place is called NAME_2.
      const [, section = '', noise = '', param = ''] =
        /^(?:(.+)\.)?(\w+?)(?:_\d+)?\.(\w+)$/.exec(slot) ?? []
      const isCast = own.some(({ dynamics, at = '' }) => dynamics.name === noise && at === section)
      return isCast ? [{ member, population, section, param, slot }] : []
    })
  })
}

/** PARAM, POPULATION-PARAM or POPULATION-SECTION-PARAM; an error where it means nothing. */
export function noiseMeantBy(session: Session, key: string): readonly NoiseParam[] {
  const all = noiseParams(session)
  const parts = key.split('-')
  const param = parts.at(-1)
  const [population, section] = parts.slice(0, -1)
  const meant = all.filter(
    (each) =>
      parts.length <= 3 &&
      each.param === param &&
      (population === undefined || each.population === population) &&
      (section === undefined || isAt(session, each, section)),
  )
  if (meant.length > 0) return meant
  const known = namesOf(all)
  const near = nearest(key, known)
  throw new UsageError(
    known.length === 0
      ? `There is no noise ${key}: ${session.linked.plan.name} casts no noise.`
      : `There is no noise ${key}${near ? `; did you mean ${near}?` : '.'} There is ${known.join(', ')}.`,
  )
}

/** What is more special counts more, in whatever order keys are given. */
export const specialLast = (keys: readonly string[]): readonly string[] =>
  [...keys].sort((a, b) => a.split('-').length - b.split('-').length)

const isAt = ({ linked }: Session, { section }: NoiseParam, wanted: string): boolean =>
  section === '' ||
  sectionsAgree(section, wanted) ||
  section === compartmentIn(linked.model, wanted)

export const namesOf = (all: readonly NoiseParam[]): readonly string[] => [
  ...new Set(
    all.map(({ population, section, param }) =>
      [population, ...(section === '' ? [] : [section]), param].join('-'),
    ),
  ),
]
