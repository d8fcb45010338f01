/** Numbers as text, with a readable unit where they have a dimension. */
import { nameUnit } from '../../grammar/units.ts'
import { type Dimension, isNone, kernelExponent, none, over } from './dimension.ts'

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
  if (unit === '' || unit === '1') return text
  return unit.startsWith('1/') ? text + unit.slice(1) : `${text} ${unit}`
}

/** A value in kernel units. */
export function printQuantity(value: number, dimension: Dimension): string {
  if (isNone(dimension)) return printNumber(value)
  const unit = inKernelUnits(dimension)
  if (!unit.text.includes('*')) return printInUnit(value / unit.scale, unit.text)
  const inverse = inKernelUnits(over(none, dimension))
  if (/[*/]/.test(inverse.text)) return printInUnit(value / unit.scale, unit.text)
  return printInUnit(value * inverse.scale, `1/${inverse.text}`)
}

/** A readable unit for a dimension, and how much one of it is in kernel units. */
function inKernelUnits(dimension: Dimension): { readonly text: string; readonly scale: number } {
  const { text, factor, exponent } = nameUnit(dimension)
  return { text, scale: factor * 10 ** (exponent + kernelExponent(dimension)) }
}
