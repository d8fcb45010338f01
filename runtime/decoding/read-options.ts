/** Reads the options of a decoding or an encoding: fills in what is usual and refuses what makes no sense. */
import { UsageError } from '../../compiler/usage-error.ts'

/** One option: what it is unless told, and what it may be. */
export interface Field<T> {
  /** Absent where it must be given. */
  readonly usual?: T
  /** Ends the sentence "it must be …". */
  readonly wanted: string
  accepts(value: unknown): boolean
}

export type Fields<Options> = { readonly [K in keyof Options]-?: Field<Options[K]> }

/** All options, of which `Options` says which may be left out. */
export type Complete<Options> = { readonly [K in keyof Options]-?: Options[K] }

export function readOptions<Options extends object>(
  what: string,
  fields: Fields<Options>,
  given: object = {},
): Complete<Options> {
  const names = Object.keys(fields)
  const unknown = Object.keys(given).find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new UsageError(`${what} has no ${unknown}; it has ${names.join(', ')}.`)
  }
  const table: Readonly<Record<string, Field<unknown>>> = fields
  const read = Object.entries(table).map(([name, field]) => {
    const own: unknown = Object.entries(given).find(([key]) => key === name)?.[1]
    const value = own === undefined ? field.usual : own
    if (field.accepts(value)) return [name, value] as const
    const told = value === undefined ? 'is missing' : `is ${shown(value)}`
    throw new UsageError(`${what}: ${name} ${told}; it must be ${field.wanted}.`)
  })
  return Object.fromEntries(read) as Complete<Options>
}

const shown = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'function' ? String(value) : JSON.stringify(value)

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)

function field<T>(
  wanted: string,
  accepts: (value: unknown) => boolean,
  usual: T | undefined,
): Field<T> {
  return { wanted, accepts, ...(usual === undefined ? {} : { usual }) }
}

export const timeAbove0 = (usual?: number): Field<number> =>
  field('a time in ms above 0', (value) => isNumber(value) && value > 0, usual)

export const timeFrom0 = (usual?: number): Field<number> =>
  field('a time in ms, 0 or more', (value) => isNumber(value) && value >= 0, usual)

export const numberAbove0 = (usual?: number): Field<number> =>
  field('a number above 0', (value) => isNumber(value) && value > 0, usual)

export const numberFrom0 = (usual?: number): Field<number> =>
  field('a number, 0 or more', (value) => isNumber(value) && value >= 0, usual)

export const fraction = (usual?: number): Field<number> =>
  field('a fraction from 0 to 1', (value) => isNumber(value) && value >= 0 && value <= 1, usual)

export const wholeFrom = (least: number, usual?: number): Field<number> =>
  field(
    `a whole number from ${least} on`,
    (value) => Number.isInteger(value) && Number(value) >= least,
    usual,
  )

export const yesOrNo = (usual?: boolean): Field<boolean> =>
  field('true or false', (value) => typeof value === 'boolean', usual)

export const text = (usual?: string): Field<string> =>
  field('a text', (value) => typeof value === 'string' && value !== '', usual)

export const numbers = (usual?: readonly number[]): Field<readonly number[]> =>
  field('a list of numbers', (value) => Array.isArray(value) && value.every(isNumber), usual)

export const texts = (usual?: readonly string[]): Field<readonly string[]> =>
  field(
    'a list of texts',
    (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
    usual,
  )

/** Anything a test of the caller's own accepts. */
export const anythingThat = <T>(
  wanted: string,
  accepts: (value: unknown) => boolean,
  usual?: T,
): Field<T> => field(wanted, accepts, usual)

/** The same, or null where there is none. */
export const orNull = <T>(inner: Field<T>): Field<T | null> => ({
  usual: null,
  wanted: `${inner.wanted}, or null`,
  accepts: (value) => value === null || inner.accepts(value),
})
