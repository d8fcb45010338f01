/** What may be changed in a search: weights and background of a culture, each between two numbers. */
import { UsageError } from '../../compiler/index.ts'
import type { Env } from '../env.ts'

export interface Dimension {
  /** As `setParams` takes it: `weight-EXC_EXC-dend-AMPA-weight`. */
  readonly name: string
  readonly from: number
  readonly to: number
  /** Equal steps are equal factors. */
  readonly isLogarithmic: boolean
}

export type Space = readonly Dimension[]

/** Weights may be so many times smaller or larger than the system says. */
const weightFactor = 10
const noiseFactor = 3
/** Of the parameters of a background, what a culture's life hangs on; times and reversals are anatomy. */
const wanted = /-(g_e0|std_e|g_i0|mu|level)$/

/** Around what a culture is without tuning: a search begins in the middle. */
export function spaceOf(env: Env): Space {
  return [
    ...around(weightsOf(env), weightFactor),
    ...around(noiseOf(env), noiseFactor).filter(({ name }) => wanted.test(name)),
  ]
}

const around = (values: ReadonlyMap<string, number>, factor: number): Space =>
  [...values].flatMap(([name, value]): Space => {
    const [from, to] = [value / factor, value * factor]
    return value === 0 ? [] : [{ name, from, to, isLogarithmic: true }]
  })

/** What the system gives its connections; where they differ, a weight is nothing to be searched. */
function weightsOf({ system }: Env): ReadonlyMap<string, number> {
  return new Map(
    (system?.projections ?? []).flatMap(({ pre, post, at = 'soma', synapse, weight = 1 }) =>
      typeof weight === 'number'
        ? [[`weight-${post}_${pre}-${at}-${synapse}-weight`, weight] as const]
        : [],
    ),
  )
}

/** What the model gives its background. */
function noiseOf(env: Env): ReadonlyMap<string, number> {
  const there = new Set(env.populations.filter(({ count }) => count > 0).map(({ name }) => name))
  const noises = (env.linked.model?.noises ?? []).filter(({ population }) => there.has(population))
  return new Map(
    noises.flatMap(({ population, at, dynamics }) => {
      const params = [...dynamics.variables.values()].filter(({ kind }) => kind === 'param')
      return params.flatMap(({ name }) => {
        const value = env.get(population, `${at ? `${at}.` : ''}${dynamics.name}.${name}`)
        const key = ['noise', population, ...(at ? [at] : []), name].join('-')
        return typeof value === 'number' ? [[key, value] as const] : []
      })
    }),
  )
}

/** A place in the unit cube → parameters. */
export function paramsAt(space: Space, place: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    space.map(({ name, from, to, isLogarithmic }, k) => {
      const share = place[k] ?? 0.5
      const value = isLogarithmic ? from * (to / from) ** share : from + (to - from) * share
      return [name, Number(value.toPrecision(6))]
    }),
  )
}

/** Parameters → where they are in the unit cube. */
export function placeOf(space: Space, params: Readonly<Record<string, number>>): readonly number[] {
  return space.map(({ name, from, to, isLogarithmic }) => {
    const value = params[name]
    if (value === undefined) return 0.5
    const share = isLogarithmic
      ? Math.log(value / from) / Math.log(to / from)
      : (value - from) / (to - from)
    return Math.min(1, Math.max(0, share))
  })
}

/** `weight-EXC_EXC=0.1..5` narrows, widens or adds one dimension. */
export function withRange(space: Space, text: string): Space {
  const [, name = '', low = '', high = ''] =
    /^\s*([\w-]+)\s*=\s*([^\s.][^\s]*?)\.\.(\S+)\s*$/.exec(text) ?? []
  const [from, to] = [Number(low), Number(high)]
  if (name === '' || !(from < to)) {
    throw new UsageError(
      `--range does not understand "${text}"; it takes name=from..to, such as noise-EXC-level=0.5..2.`,
    )
  }
  const changed = { name, from, to, isLogarithmic: from > 0 }
  const others = space.filter((dimension) => dimension.name !== name)
  return [...others, changed]
}
