/** Numbers as text, with a readable unit where they have a dimension. */
import { type Dimension, isNone } from './dimension.ts'

/** The shortest text that reads back as the same value. */
export function printNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (Object.is(value, -0)) return '-0'
  return String(value).replace('e+', 'e')
}

/** A value already in a unit; what conversion left in the last digits is rounded away. */
export function printInUnit(value: number, unit: string): string {
  const text = printNumber(Number(value.toPrecision(15)))
  return unit === '' || unit === '1' ? text : `${text} ${unit}`
}

/** A value in kernel units. */
export function printQuantity(value: number, dimension: Dimension): string {
  if (isNone(dimension)) return printNumber(value)
  return printNumber(value)
}
