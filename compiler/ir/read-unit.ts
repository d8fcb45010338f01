/** A unit from its text, such as `mA/cm^2`: what kind of quantity, and how much of it inside kernels. */
import { dimensionOf, scaleOf, unitNamed, type Written } from '../../grammar/units.ts'
import { type Dimension, kernelExponent } from './dimension.ts'

export interface UnitMeaning {
  readonly dimension: Dimension
  /** Kernel value = value in this unit × scale. */
  readonly scale: number
}

const factor = /^([a-zA-Zµμ1]\w*)(?:\^(-?\d+(?:\.\d+)?))?$/

/** Few units are written, again and again. */
const known = new Map<string, UnitMeaning | undefined>()
const most = 256

/** Undefined where it is none. */
export function readUnit(text: string): UnitMeaning | undefined {
  if (known.has(text)) return known.get(text)
  const meaning = read(text)
  if (known.size < most) known.set(text, meaning)
  return meaning
}

function read(text: string): UnitMeaning | undefined {
  const parts = text.split(/([*/])/)
  const factors: Written['factors'][number][] = []
  for (let k = 0; k < parts.length; k += 2) {
    const [, name = '', power = '1'] = factor.exec(parts[k]?.trim() ?? '') ?? []
    if (!unitNamed(name)) return undefined
    factors.push({ name, power: Number(power), divided: parts[k - 1] === '/' })
  }
  const unit = { factors }
  const dimension = dimensionOf(unit)
  const { factor: times, exponent } = scaleOf(unit)
  return { dimension, scale: times * 10 ** (exponent + kernelExponent(dimension)) }
}
