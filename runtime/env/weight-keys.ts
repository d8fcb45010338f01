/** Names of weights, `EXC_EXC-dend-AMPA-weight`: from EXC onto EXC, and who is meant by them. */
import { UsageError } from '../../compiler/index.ts'
import { nearest } from '../../systems/nearest.ts'
import type { Projection } from '../engine/projection.ts'
import type { PlannedProjection } from '../engine/plan.ts'
import { compartmentIn, sectionsAgree } from './sections.ts'
import type { Session } from './session.ts'

/** POST_PRE-SECTION-RECEPTOR-PARAM; what is missing from the end matches anything. */
export interface WeightKey {
  readonly post: string
  readonly pre: string
  readonly section?: string
  readonly receptor?: string
  readonly param: string
}

/** POST and PRE part at the first underscore before the first dash. */
export function readWeightKey(key: string): WeightKey {
  const [ends = '', section, receptor, param = 'weight', ...more] = key.split('-')
  const [, post, pre] = /^([^_]+)_(.+)$/.exec(ends) ?? []
  if (post === undefined || pre === undefined || more.length > 0) {
    throw new UsageError(
      `${key} names no weight; a name is POST_PRE-SECTION-RECEPTOR-weight, such as EXC_INH-soma-GABA_A-weight.`,
    )
  }
  return { post, pre, ...(section ? { section } : {}), ...(receptor ? { receptor } : {}), param }
}

/** A projection with the names by which it can be meant. */
export interface Named {
  readonly name: string
  readonly planned: PlannedProjection
  readonly projection: Projection
}

/** Every weight there is. */
export function namedWeights({ linked, simulation }: Session): readonly Named[] {
  return linked.plan.projections.flatMap((planned, k) => {
    const projection = simulation.projections[k]
    const { pre, post } = planned.compiled
    const name = `${post}_${pre}-${planned.at ?? 'soma'}-${planned.synapse}-weight`
    return projection ? [{ name, planned, projection }] : []
  })
}

/** The projections a key means; an error where it means none. */
export function meantBy(session: Session, key: string): readonly Named[] {
  const wanted = readWeightKey(key)
  const all = namedWeights(session)
  const between = all.filter(
    ({ planned: { compiled, synapse } }) =>
      compiled.post === wanted.post &&
      compiled.pre === wanted.pre &&
      (wanted.receptor === undefined || wanted.receptor === synapse),
  )
  const there = between.filter((named) => endsOn(session, named, wanted.section))
  if (there.length > 0 && wanted.param === 'weight') return there
  throw unknownWeight(key, [...new Set(all.map(({ name }) => name))])
}

/** A cell without compartments has all of its sections in one. */
function endsOn({ linked }: Session, { planned, projection }: Named, section?: string): boolean {
  if (section === undefined) return true
  if (projection.post.compiled.dynamics.compartments.length === 0) return true
  const at = planned.at ?? 'soma'
  return (
    sectionsAgree(at, section) ||
    compartmentIn(linked.model, at) === compartmentIn(linked.model, section)
  )
}

function unknownWeight(key: string, known: readonly string[]): UsageError {
  if (known.length === 0) {
    return new UsageError(`There is no weight ${key}: the cells are not connected.`)
  }
  const near = nearest(key, known)
  return new UsageError(
    `There is no weight ${key}${near ? `; did you mean ${near}?` : '.'} There are ${known.join(', ')}.`,
  )
}
