/** Quantities on their way in: written values to kernel units, and the units they are shown in. */
import type { Unit, UnitFactor } from '../../../grammar/ast.ts'
import { dimensionOf, nameUnit, printUnit, scaleOf } from '../../../grammar/units.ts'
import { type Dimension, isNone, kernelExponent } from '../../ir/dimension.ts'

/** How values of a variable go in and come out. */
export interface Display {
  readonly unit: string
  /** Kernel value = value in `unit` × scale. */
  readonly scale: number
}

/** Multiplies by one power of ten, exactly as if the number had been written so. */
function shifted(value: number, exponent: number): number {
  if (!Number.isInteger(exponent)) return value * 10 ** exponent
  return exponent < 0 ? value / Number(`1e${-exponent}`) : value * Number(`1e${exponent}`)
}

/** A written value in kernel units (ms, mV, pA, um, amol, K). */
export function kernelValue(value: number, unit: Unit): number {
  const { factor, exponent } = scaleOf(unit)
  return shifted(value * factor, exponent + kernelExponent(dimensionOf(unit)))
}

/** The unit a variable is shown in: the one its user wrote, or a readable one. */
export function displayOf(dimension: Dimension | undefined, unit: Unit | undefined): Display {
  if (unit) return { unit: printUnit(unit), scale: kernelValue(1, unit) }
  if (!dimension || isNone(dimension)) return { unit: '1', scale: 1 }
  const key = dimension.join()
  const known = readable.get(key) ?? readableFor(dimension)
  if (readable.size > 1000) readable.clear()
  readable.set(key, known)
  return known
}

/** Readable units by dimension: there are few, and finding one takes a search. */
const readable = new Map<string, Display>()

function readableFor(dimension: Dimension): Display {
  const { text, factor, exponent } = nameUnit(dimension)
  return { unit: text, scale: shifted(factor, exponent + kernelExponent(dimension)) }
}

const one = (unit: Unit): UnitFactor => ({ name: '1', power: 1, divided: false, span: unit.span })

/** The unit of a product or quotient of two literals: `mM*cm^2/uA/ms`, `1/ms`. */
export function joinUnits(
  left: Unit | undefined,
  right: Unit | undefined,
  divided: boolean,
): Unit | undefined {
  if (!right) return left
  const turned = right.factors.map((f) => ({ ...f, divided: f.divided !== divided }))
  const start = left?.factors ?? (turned[0]?.divided ? [one(right)] : [])
  return { factors: [...start, ...turned], span: right.span }
}
