/** Numbers from a user's arrays: kept where they are typed, and refused at the first that makes no sense. */
import { UsageError } from '../compiler/usage-error.ts'

export type Numbers = Float64Array | Float32Array

interface Wanted {
  /** What to call the argument in a message. */
  readonly place: string
  /** What the values must be, as the end of a message. */
  readonly right: string
}

/** One number for all, or as many as wanted, all finite and none below the least. */
export function numbersFrom(
  given: unknown,
  wanted: Wanted & { readonly count: number; readonly least: number },
): number | Numbers {
  const { place, right, count, least } = wanted
  if (typeof given === 'number') {
    if (Number.isFinite(given) && given >= least) return given
    throw new UsageError(`${place} is ${given}; ${right}.`)
  }
  if (!isArrayLike(given)) {
    throw new UsageError(`${place} is ${shown(given)}; it must be a number, or an array of them.`)
  }
  if (given.length !== count) {
    throw new UsageError(`${place} has ${given.length} values; there are ${count} connections.`)
  }
  const wrong = firstOutside(given, least)
  if (wrong >= 0) throw new UsageError(`${place}[${wrong}] is ${shown(given[wrong])}; ${right}.`)
  return given instanceof Float64Array || given instanceof Float32Array
    ? given
    : Float64Array.from(given)
}

/** Whole numbers from 0 to below a count. */
export function wholeNumbersFrom(
  given: unknown,
  { place, right, below }: Wanted & { readonly below: number },
): Int32Array {
  if (!isArrayLike(given)) {
    throw new UsageError(`${place} is ${shown(given)}; it must be an array of cell numbers.`)
  }
  const wrong = firstNoIndex(given, below)
  if (wrong >= 0) throw new UsageError(`${place}[${wrong}] is ${shown(given[wrong])}; ${right}.`)
  if (given instanceof Int32Array) return given
  if (given instanceof Uint32Array) {
    return new Int32Array(given.buffer, given.byteOffset, given.length)
  }
  return Int32Array.from(given)
}

export function isArrayLike(given: unknown): given is ArrayLike<number> {
  return typeof given === 'object' && given !== null && 'length' in given
}

/** What somebody gave, in few words: strings look like strings, so that "3" is told from 3. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(cut(value))
  if (typeof value !== 'object' || value === null) return String(value)
  if (isArrayLike(value)) return `[${cut(Array.from(value, inside).join(', '))}]`
  const fields = Object.entries(value).map(([name, own]) => `${name}: ${inside(own)}`)
  return fields.length === 0 ? '{}' : `{ ${cut(fields.join(', '))} }`
}

const inside = (value: unknown): string =>
  typeof value === 'object' && value !== null ? '…' : shown(value)

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** Place of the first value that is no finite number of the range; -1 where all are. */
export function firstOutside(values: ArrayLike<unknown>, least: number): number {
  if (values instanceof Float64Array) return firstOutsideDoubles(values, least)
  if (values instanceof Float32Array) return firstOutsideSingles(values, least)
  for (let k = 0; k < values.length; k++) {
    const value = values[k]
    if (typeof value !== 'number' || !Number.isFinite(value) || value < least) return k
  }
  return -1
}

// A loop of its own for each type: one loop that has seen several is three times slower.

function firstOutsideDoubles(values: Float64Array, least: number): number {
  const most = Number.MAX_VALUE
  for (let k = 0; k < values.length; k++) {
    const value = values[k] ?? Number.NaN
    if (!(value >= least && value <= most)) return k
  }
  return -1
}

function firstOutsideSingles(values: Float32Array, least: number): number {
  const most = Number.MAX_VALUE
  for (let k = 0; k < values.length; k++) {
    const value = values[k] ?? Number.NaN
    if (!(value >= least && value <= most)) return k
  }
  return -1
}

function firstNoIndex(values: ArrayLike<unknown>, below: number): number {
  if (values instanceof Int32Array) return firstNoIndexOfIntegers(values, below)
  for (let k = 0; k < values.length; k++) {
    const value = values[k]
    if (typeof value !== 'number' || !(value >= 0 && value < below)) return k
    if (value !== Math.floor(value)) return k
  }
  return -1
}

function firstNoIndexOfIntegers(values: Int32Array, below: number): number {
  for (let k = 0; k < values.length; k++) {
    const value = values[k] ?? -1
    if (value < 0 || value >= below) return k
  }
  return -1
}
