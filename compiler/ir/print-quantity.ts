/** Numbers as text: the shortest that reads back as the same value. */
import type { Dimension } from './dimension.ts'

export function printNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (Object.is(value, -0)) return '-0'
  return String(value).replace('e+', 'e')
}

export function printQuantity(value: number, _dimension: Dimension): string {
  return printNumber(value)
}
