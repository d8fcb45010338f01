/** The connections of one projection from a user's arrays, refused where they make no sense. */
import { UsageError } from '../compiler/usage-error.ts'
import { type Numbers, numbersFrom, wholeNumbersFrom } from './numbers-from.ts'
import type { Population, Projection } from './system.ts'
import { mustBeFields, unknownName } from './validate.ts'

/** `weight`, `delay`, `delay_NAME` and parameters of the synapse: one number, or one per connection. */
export interface ProjectionDescription {
  readonly pre: string
  readonly post: string
  readonly synapse: string
  readonly at?: string
  readonly i: ArrayLike<number>
  readonly j: ArrayLike<number>
  readonly weight?: number | ArrayLike<number>
  readonly delay?: number | ArrayLike<number>
  readonly [parameter: string]: string | number | ArrayLike<number> | undefined
}

const ownNames: ReadonlySet<string> = new Set([
  'pre',
  'post',
  'synapse',
  'at',
  'i',
  'j',
  'weight',
  'delay',
])

export function connectionsFrom(
  description: ProjectionDescription,
  place: string,
  populations: readonly Population[],
): Projection {
  mustBeFields(place, description)
  const { pre, post, synapse, at, i, j, weight, delay } = description
  mustBeLabel(`${place}.synapse`, synapse, 'synapse')
  if (at !== undefined) mustBeLabel(`${place}.at`, at, 'section')
  const sources = indices(i, `${place}.i`, found(pre, `${place}.pre`, populations))
  const targets = indices(j, `${place}.j`, found(post, `${place}.post`, populations))
  if (sources.length !== targets.length) {
    throw new UsageError(
      `${place}: i has ${sources.length} entries and j has ${targets.length}; each connection has one of both.`,
    )
  }
  const values = (name: string, given: unknown): number | Numbers =>
    numbersFrom(given, wantedOf(name, `${place}.${name}`, sources.length))
  const parameters = Object.entries(description).flatMap(([name, given]) =>
    ownNames.has(name) || given === undefined ? [] : [[name, values(name, given)] as const],
  )
  return {
    pre,
    post,
    synapse,
    ...(at === undefined ? {} : { at }),
    i: sources,
    j: targets,
    ...(weight === undefined ? {} : { weight: values('weight', weight) }),
    ...(delay === undefined ? {} : { delay: values('delay', delay) }),
    parameters: new Map(parameters),
  }
}

const wantedOf = (name: string, place: string, count: number) => {
  const isDelay = name === 'delay' || name.startsWith('delay_')
  return isDelay
    ? { place, count, least: 0, right: 'a delay is a time in ms, 0 or more' }
    : { place, count, least: -Number.MAX_VALUE, right: 'it must be a finite number' }
}

function mustBeLabel(place: string, label: unknown, what: string): void {
  if (typeof label === 'string' && label !== '') return
  throw new UsageError(`${place} is ${JSON.stringify(label)}; it must be the label of a ${what}.`)
}

function found(name: string, place: string, populations: readonly Population[]): Population {
  const population = populations.find((each) => each.name === name)
  if (population) return population
  const known = populations.map((each) => each.name)
  throw new UsageError(`${place} is ${unknownName(name, 'population', known)}`)
}

function indices(given: unknown, place: string, { name, count }: Population): Int32Array {
  const right = count === 0 ? `${name} has no cells` : `${name} has the cells 0 to ${count - 1}`
  return wholeNumbersFrom(given, { place, below: count, right })
}
