/** Words for what was found: quantities by their name and unit, expressions by their own text. */
import type { Expr, Unit } from '../../../grammar/ast.ts'
import type { Span } from '../../../grammar/diagnostics.ts'
import { type Dimension, equal, isNone, over, time } from '../../ir/dimension.ts'
import { displayOf } from './quantities.ts'
import type { Typed } from './typed.ts'

/** Powers of metre, kilogram, second, ampere, kelvin, mole, candela. */
const nouns: readonly (readonly [Dimension, string])[] = [
  [[2, 1, -3, -1, 0, 0, 0], 'a voltage'],
  [[0, 0, 0, 1, 0, 0, 0], 'a current'],
  [[-2, -1, 3, 2, 0, 0, 0], 'a conductance'],
  [[2, 1, -3, -2, 0, 0, 0], 'a resistance'],
  [[-2, -1, 4, 2, 0, 0, 0], 'a capacitance'],
  [[-2, 0, 0, 1, 0, 0, 0], 'a current density'],
  [[-4, -1, 3, 2, 0, 0, 0], 'a conductance per area'],
  [[-4, -1, 4, 2, 0, 0, 0], 'a capacitance per area'],
  [[0, 0, 1, 1, 0, 0, 0], 'a charge'],
  [[0, 0, 1, 0, 0, 0, 0], 'a time'],
  [[0, 0, -1, 0, 0, 0, 0], 'a rate'],
  [[1, 0, 0, 0, 0, 0, 0], 'a length'],
  [[2, 0, 0, 0, 0, 0, 0], 'an area'],
  [[3, 0, 0, 0, 0, 0, 0], 'a volume'],
  [[0, 0, 0, 0, 1, 0, 0], 'a temperature'],
  [[-3, 0, 0, 0, 0, 1, 0], 'a concentration'],
  [[0, 0, 0, 0, 0, 1, 0], 'an amount'],
  [[0, 1, -3, 0, 0, 0, 0], 'an irradiance'],
]

export const unitText = (dimension: Dimension, unit?: Unit): string =>
  displayOf(dimension, unit).unit

/** `a current in pA`, `a pure number`; dimensions without a name are `in um^3/ms`. */
export function quantity(dimension: Dimension, unit?: Unit): string {
  if (isNone(dimension)) return 'a pure number'
  return `${nounOf(dimension)} in ${unitText(dimension, unit)}`
}

export const nounOf = (dimension: Dimension): string =>
  nouns.find(([known]) => equal(known, dimension))?.[1] ?? 'a quantity'

/** The same for a variable of Dynamics, whose unit is text already. */
export function quantityNamed({
  dimension,
  unit,
}: {
  readonly dimension: Dimension
  readonly unit: string
}): string {
  if (isNone(dimension)) return 'a pure number'
  return `${nounOf(dimension)} in ${unit}`
}

/** What a value turned out to be. */
export function describe({ dimension, type, unit }: Typed): string {
  if (type === 'boolean') return 'true or false'
  return dimension ? quantity(dimension, unit) : 'of unknown unit'
}

/** The unit alone: `nS`, or `a pure number`. */
export function found({ dimension, type, unit }: Typed): string {
  if (type === 'boolean') return 'true or false'
  if (!dimension) return 'of unknown unit'
  return isNone(dimension) ? 'a pure number' : unitText(dimension, unit)
}

/** What has been asked for: `mV`, or `a pure number`. */
export const wanted = (dimension: Dimension, unit?: Unit): string =>
  isNone(dimension) ? 'a pure number' : unitText(dimension, unit)

const writtenOut =
  /volt|amp|siemens|ohm|farad|second|metre|meter|gram|kelvin|mole|molar|watt|coulomb|joule|hertz/

/** The unit of dx/dt for an x in this unit: `mV/ms`, `volt/second`, `1/ms`. */
export function rateUnit(dimension: Dimension, unit?: Unit): string {
  const text = isNone(dimension) ? '1' : unitText(dimension, unit)
  const per = writtenOut.test(text) ? 'second' : 'ms'
  return `${text}/${per}`
}

export const rateOf = (dimension: Dimension): Dimension => over(dimension, time)

export const textAt = ({ source, start, end }: Span): string =>
  source.text
    .slice(start, end)
    .replace(/#[^\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Whether one pair of parentheses is around all of a text. */
export function isEnclosed(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false
  let open = 0
  for (let k = 0; k < text.length - 1; k++) {
    if (text[k] === '(') open += 1
    if (text[k] === ')') open -= 1
    if (open === 0) return false
  }
  return true
}

/** An expression as it was written, or a stand-in where that is too long to repeat. */
export function textOf({ span }: Expr, standIn: string): string {
  const text = textAt(span)
  const bare = isEnclosed(text) ? text.slice(1, -1).trim() : text
  return bare.length > 60 ? standIn : bare
}

/** `a, b and c`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
