/** What actions and observations look like: what is inside, and one of them at random. */
import { uniformAt } from '../../compiler/ir/random.ts'
import { UsageError } from '../../compiler/usage-error.ts'

export interface Space<Value> {
  /** One of its values, the same for the same seed; any without one. */
  sample(seed?: number): Value
  contains(value: unknown): value is Value
  /** As numbers in a row: for a network that takes nothing else. */
  flatten(value: Value): Float64Array
  /** The lowest and highest of these numbers. */
  readonly flat: Bounds
  toString(): string
}

export interface Bounds {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** Streams of random numbers of spaces, apart from those of noise. */
const stream = 0x5bace

/** Uniform on [0, 1): number k of a seed. */
export const uniform = (seed: number, k: number): number => uniformAt(seed, stream, k)

/** Where a caller does not care. */
export const anySeed = (): number => Math.floor(Math.random() * 2 ** 32)

/** Parts of a space have seeds of their own. */
export const seedOfPart = (seed: number, k: number): number =>
  Math.floor(uniformAt(seed, stream + 1, k) * 2 ** 32)

/** A whole number that counts something. */
export function mustCount(what: string, n: number): void {
  if (Number.isInteger(n) && n > 0) return
  throw new UsageError(`${what} is ${n}; it must be a whole number from 1 on.`)
}

export const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))

/** Whether it is a list of so many whole numbers, each in its range. */
export const areWholeIn = (value: unknown, counts: readonly number[]): value is ArrayLike<number> =>
  isList(value) &&
  value.length === counts.length &&
  counts.every(
    (n, k) => Number.isInteger(value[k]) && Number(value[k]) >= 0 && Number(value[k]) < n,
  )

/** A row of zeros with a single 1. */
export function oneHot(n: number, at: number): Float64Array {
  const row = new Float64Array(n)
  row[at] = 1
  return row
}

export function joined(rows: readonly Float64Array[]): Float64Array {
  return Float64Array.from(rows.flatMap((row) => [...row]))
}
