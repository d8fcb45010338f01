/** What the fields of a document must be, as a table; the first that is not is refused with its place and value. */
import { UsageError } from '../compiler/usage-error.ts'
import { shown } from './numbers-from.ts'
import { mustBeFields, unknownName } from './validate.ts'

/** Refuses a value that is wrong. */
export type Check = (place: string, value: unknown) => void

const that =
  (right: string, isRight: (value: unknown) => boolean): Check =>
  (place, value) => {
    if (isRight(value)) return
    throw new UsageError(`${place} is ${printed(value)}; it must be ${right}.`)
  }

const printed = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : shown(value)

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)

export const finite = that('a finite number', isNumber)
export const positive = that('a number above 0', (value) => isNumber(value) && value > 0)
export const notNegative = that('a number, 0 or more', (value) => isNumber(value) && value >= 0)
export const chance = that(
  'a number from 0 to 1',
  (value) => isNumber(value) && value >= 0 && value <= 1,
)
export const whole = that(
  `a whole number from 0 to ${2 ** 26}`,
  (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 2 ** 26,
)
export const seed = that(
  'a whole number from 0 to 4294967295',
  (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 32,
)
export const text = that(
  'a text that is not empty',
  (value) => typeof value === 'string' && value !== '',
)
export const flag = that('true or false', (value) => typeof value === 'boolean')
export const bounds = that('two numbers, the lower one first', (value) => {
  const [low, high, ...more] = Array.isArray(value) ? value : []
  return isNumber(low) && isNumber(high) && low <= high && more.length === 0
})

export const oneOf = (names: readonly string[]): Check =>
  that(`one of ${names.join(', ')}`, (value) => names.some((name) => name === value))

/** An object whose names are free and whose values are all alike. */
export const each =
  (check: Check): Check =>
  (place, value) => {
    mustBeFields(place, value)
    for (const [name, own] of Object.entries(value as object)) check(`${place}.${name}`, own)
  }

/** An object of these fields and no others; those of the second table may be missing. */
export const fields =
  (needed: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>>): Check =>
  (place, value) => {
    mustBeFields(place, value)
    const checks = { ...needed, ...optional }
    for (const [name, own] of Object.entries(value as object)) {
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined
      if (!check) {
        throw new UsageError(
          `${place} has ${unknownName(name, 'field of it', Object.keys(checks))}`,
        )
      }
      if (own !== undefined) check(`${place}.${name}`, own)
    }
    const missing = Object.keys(needed).find((name) => !(name in (value as object)))
    if (missing !== undefined) throw new UsageError(`${place} lacks ${missing}.`)
  }
