/** What a projection of a system brings along: values for the synapse it ends on, and values of its connections. */
import { type Dynamics, type Model, UsageError } from '../../compiler/index.ts'
import { nearest } from '../../systems/nearest.ts'
import { receptorValues } from './receptors.ts'
import type { SystemLike } from './system-like.ts'

type SystemProjection = SystemLike['projections'][number]
type Synapse = Model['synapses'][number]
type Numbers = number | Float32Array | Float64Array

export interface Brought {
  /** Of the synapse on its cells: one number each, in kernel units. */
  readonly values: ReadonlyMap<string, number>
  /** Of the connections, in kernel units. */
  readonly parameters: ReadonlyMap<string, Numbers>
}

/** Numbers are in the units the parameters were declared with. */
export function broughtBy(projection: SystemProjection, synapse: Synapse): Brought {
  const values = new Map(receptorValues(projection.mechanism ?? {}, synapse))
  const parameters = new Map<string, Numbers>()
  const perConnection = scalesOf(synapse, 'connection')
  const perCell = scalesOf(synapse, 'cell')
  for (const [name, given] of projection.parameters) {
    const [own, shared] = [perConnection.get(name), perCell.get(name)]
    if (name.startsWith('delay_')) parameters.set(name, given)
    else if (own !== undefined) parameters.set(name, scaled(given, own))
    else if (shared === undefined) throw unknown(name, projection, [...perCell, ...perConnection])
    else if (typeof given === 'number') values.set(name, given * shared)
    else throw notOne(name, projection)
  }
  return { values: withoutUsual(values, synapse), parameters }
}

/** What can be chosen of a synapse and its plasticities: kernel units in the unit of each. */
function scalesOf(
  { dynamics, plasticities }: Synapse,
  per: 'cell' | 'connection',
): ReadonlyMap<string, number> {
  const all = per === 'cell' ? [dynamics] : [dynamics, ...plasticities.map((p) => p.dynamics)]
  return new Map(all.flatMap((each) => chosenIn(each, per)))
}

const chosenIn = ({ variables }: Dynamics, per: 'cell' | 'connection') =>
  [...variables.values()].flatMap((v) => {
    const isChosen = v.kind === 'param' || (v.kind === 'state' && per === 'connection')
    return isChosen && v.per === per ? [[v.name, v.scale] as const] : []
  })

const scaled = (given: Numbers, scale: number): Numbers => {
  if (scale === 1) return given
  return typeof given === 'number' ? given * scale : Float64Array.from(given, (x) => x * scale)
}

/** A value that the synapse has anyway makes no other instance of it. */
function withoutUsual(
  values: ReadonlyMap<string, number>,
  { dynamics, overrides }: Synapse,
): ReadonlyMap<string, number> {
  const isUsual = ([name, value]: readonly [string, number]): boolean => {
    const variable = dynamics.variables.get(name)
    const usual =
      overrides.find((override) => override.name === name)?.value ??
      (variable?.kind === 'param' ? variable.value : undefined)
    return usual?.kind === 'number' && usual.value === value
  }
  return new Map([...values].filter((each) => !isUsual(each)))
}

const placeOf = ({ pre, post, synapse }: SystemProjection): string =>
  `The projection from ${pre} to ${post} through ${synapse}`

function unknown(
  name: string,
  projection: SystemProjection,
  scales: readonly (readonly [string, number])[],
): UsageError {
  const known = [...new Set(['weight', 'delay', ...scales.map(([each]) => each)])]
  const near = nearest(name, known)
  return new UsageError(
    `${placeOf(projection)} sets ${name}, which ${projection.synapse} does not have${near ? `; did you mean ${near}?` : '.'} ` +
      `It has ${known.join(', ')}.`,
  )
}

const notOne = (name: string, projection: SystemProjection): UsageError =>
  new UsageError(
    `${placeOf(projection)} sets ${name} for each connection, but it belongs to the synapse on the target cell, ` +
      `where it is one number for the whole projection. Write (per connection) behind ${name} to have one for each.`,
  )
