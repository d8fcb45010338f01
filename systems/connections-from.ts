/** The connections of one projection from a user's arrays, refused where they make no sense. */
import { UsageError } from '../compiler/usage-error.ts'
import { nearest } from './nearest.ts'
import type { Population, Projection } from './system.ts'

type Numbers = Float64Array | Float32Array

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
  const { pre, post, synapse, at, i, j, weight, delay } = description
  const source = found(pre, `${place}.pre`, populations)
  const target = found(post, `${place}.post`, populations)
  if (typeof synapse !== 'string' || synapse === '') {
    throw new UsageError(`${place}.synapse is ${synapse}; it must be the label of a synapse.`)
  }
  const sources = indices(i, `${place}.i`, source)
  const targets = indices(j, `${place}.j`, target)
  if (sources.length !== targets.length) {
    throw new UsageError(
      `${place}: i has ${sources.length} entries and j has ${targets.length}; each connection has one of both.`,
    )
  }
  const values = (name: string, given: number | ArrayLike<number>): number | Numbers =>
    numbers(given, { place: `${place}.${name}`, count: sources.length, isDelay: isDelay(name) })
  const parameters = Object.entries(description).flatMap(([name, given]) =>
    ownNames.has(name) || given === undefined || typeof given === 'string'
      ? []
      : [[name, values(name, given)] as const],
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

const isDelay = (name: string): boolean => name === 'delay' || name.startsWith('delay_')

function found(name: string, place: string, populations: readonly Population[]): Population {
  const population = populations.find((each) => each.name === name)
  if (population) return population
  const known = populations.map((each) => each.name)
  const meant = nearest(name, known)
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  throw new UsageError(
    `${place} is ${name}, which is no population; there is ${known.join(', ') || 'none'}.${hint}`,
  )
}

function indices(given: ArrayLike<number>, place: string, { name, count }: Population): Int32Array {
  if (typeof given !== 'object' || given === null || typeof given.length !== 'number') {
    throw new UsageError(`${place} is ${given}; it must be an array of cell numbers.`)
  }
  for (let k = 0; k < given.length; k++) {
    const index = given[k] ?? Number.NaN
    if (index >= 0 && index < count && Number.isInteger(index)) continue
    throw new UsageError(`${place}[${k}] is ${index}; ${name} has the cells 0 to ${count - 1}.`)
  }
  return given instanceof Int32Array ? given : Int32Array.from(given)
}

interface Wanted {
  readonly place: string
  readonly count: number
  readonly isDelay: boolean
}

function numbers(given: number | ArrayLike<number>, wanted: Wanted): number | Numbers {
  const { place, count, isDelay } = wanted
  if (typeof given === 'number') {
    mustFit(given, place, isDelay)
    return given
  }
  if (given.length !== count) {
    throw new UsageError(`${place} has ${given.length} values; there are ${count} connections.`)
  }
  for (let k = 0; k < given.length; k++) {
    const value = given[k] ?? Number.NaN
    if (Number.isFinite(value) && !(isDelay && value < 0)) continue
    mustFit(value, `${place}[${k}]`, isDelay)
  }
  return given instanceof Float64Array || given instanceof Float32Array
    ? given
    : Float64Array.from(given)
}

function mustFit(value: number, place: string, isDelay: boolean): void {
  if (typeof value === 'number' && Number.isFinite(value) && !(isDelay && value < 0)) return
  const right = isDelay ? 'a delay is a time in ms, 0 or more' : 'it must be a finite number'
  throw new UsageError(`${place} is ${value}; ${right}.`)
}
