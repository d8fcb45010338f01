/** Every unit the language knows, with its dimension and scale: the only unit table. */
import type { Unit, UnitFactor } from './ast.ts'

/** Powers of metre, kilogram, second, ampere, kelvin, mole, candela. */
export type Dimension = readonly [number, number, number, number, number, number, number]

/** A named unit: one of it is `factor * 10^exponent` in SI base units. Factor is 1 for nearly all. */
export interface NamedUnit {
  readonly name: string
  readonly dimension: Dimension
  readonly factor: number
  readonly exponent: number
}

/** How many SI units one unit is: `factor * 10^exponent`. */
export interface Scale {
  readonly factor: number
  readonly exponent: number
}

/**
 * Written-out names, the symbol and the prefixes it takes, dimension, decimal exponent. Short forms
 * are few, so that names such as `nK`, `kS` or `MM` stay free for variables.
 */
type Row = readonly [
  names: readonly string[],
  symbol: string,
  short: string,
  dimension: Dimension,
  exponent: number,
]

const rows: readonly Row[] = [
  [['metre', 'meter'], 'm', 'numck', [1, 0, 0, 0, 0, 0, 0], 0],
  [['gram', 'gramme'], 'g', 'num', [0, 1, 0, 0, 0, 0, 0], -3],
  [['second'], 's', 'nump', [0, 0, 1, 0, 0, 0, 0], 0],
  [['amp', 'ampere'], 'A', 'fpnumk', [0, 0, 0, 1, 0, 0, 0], 0],
  [['kelvin'], 'K', '', [0, 0, 0, 0, 1, 0, 0], 0],
  [['mole'], 'mol', 'afpnum', [0, 0, 0, 0, 0, 1, 0], 0],
  [['candela'], 'cd', '', [0, 0, 0, 0, 0, 0, 1], 0],
  [['volt'], 'V', 'pnumkM', [2, 1, -3, -1, 0, 0, 0], 0],
  [['siemens'], 'S', 'fpnum', [-2, -1, 3, 2, 0, 0, 0], 0],
  [['ohm'], 'ohm', 'mkMG', [2, 1, -3, -2, 0, 0, 0], 0],
  [['farad'], 'F', 'fpnum', [-2, -1, 4, 2, 0, 0, 0], 0],
  [['coulomb'], 'C', 'fpnu', [0, 0, 1, 1, 0, 0, 0], 0],
  [['watt'], 'W', 'pnumk', [2, 1, -3, 0, 0, 0, 0], 0],
  [['joule'], 'J', 'fpnumk', [2, 1, -2, 0, 0, 0, 0], 0],
  [['newton'], 'N', '', [1, 1, -2, 0, 0, 0, 0], 0],
  [['pascal'], 'Pa', '', [-1, 1, -2, 0, 0, 0, 0], 0],
  [['hertz'], 'Hz', 'mkMG', [0, 0, -1, 0, 0, 0, 0], 0],
  [['molar'], 'M', 'fpnum', [-3, 0, 0, 0, 0, 1, 0], 3],
  [['liter', 'litre'], 'l', '', [3, 0, 0, 0, 0, 0, 0], -3],
  [['weber'], 'Wb', '', [2, 1, -2, -1, 0, 0, 0], 0],
  [['tesla'], 'T', '', [0, 1, -2, -1, 0, 0, 0], 0],
  [['henry'], 'H', '', [2, 1, -2, -2, 0, 0, 0], 0],
]

const prefixes: readonly (readonly [string, number])[] = [
  ['a', -18],
  ['f', -15],
  ['p', -12],
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['c', -2],
  ['d', -1],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
]

/** `damp` and `camp` are words: centi goes with metres, deci with litres only. */
const isUsual = (prefix: string, symbol: string): boolean =>
  prefix === 'c' ? symbol === 'm' : prefix === 'd' ? symbol === 'l' : true

const none: Dimension = [0, 0, 0, 0, 0, 0, 0]

function makeTable(): ReadonlyMap<string, NamedUnit> {
  const table = new Map<string, NamedUnit>()
  const add = (name: string, dimension: Dimension, exponent: number): void => {
    table.set(name, { name, dimension, factor: 1, exponent })
  }
  for (const [names, symbol, short, dimension, exponent] of rows) {
    for (const name of names) add(name, dimension, exponent)
    for (const [prefix, power] of prefixes) {
      if (isUsual(prefix, symbol)) {
        for (const name of names) add(prefix + name, dimension, exponent + power)
      }
      if (short.includes(prefix)) add(prefix + symbol, dimension, exponent + power)
    }
  }
  add('Hz', [0, 0, -1, 0, 0, 0, 0], 0)
  add('mol', [0, 0, 0, 0, 0, 1, 0], 0)
  add('kilogram', [0, 1, 0, 0, 0, 0, 0], 0)
  add('kg', [0, 1, 0, 0, 0, 0, 0], 0)
  for (const name of ['1', 'boolean', 'integer', 'radian']) add(name, none, 0)
  return table
}

const table = makeTable()

/** µ (micro sign) and μ (Greek letter) stand for u. */
const plain = (name: string): string => name.replace(/^[µμ]/, 'u')

export const unitNamed = (name: string): NamedUnit | undefined => table.get(plain(name))

export const unitNames: ReadonlySet<string> = new Set(table.keys())

/** Powers are kept as multiples of 1/60 so that fractions such as 1/2 and 1/3 add up exactly. */
const settle = (power: number): number => Math.round(power * 60) / 60 + 0

/** A unit, wherever it was written. */
export interface Written {
  readonly factors: readonly Omit<UnitFactor, 'span'>[]
}

/** The dimension of a unit as written; unknown names count as pure numbers (the parser reports them). */
export function dimensionOf(unit: Written): Dimension {
  const sum = [0, 0, 0, 0, 0, 0, 0]
  for (const factor of unit.factors) {
    const sign = factor.divided ? -factor.power : factor.power
    unitNamed(factor.name)?.dimension.forEach((p, k) => {
      sum[k] = settle((sum[k] ?? 0) + sign * p)
    })
  }
  const [m = 0, kg = 0, s = 0, a = 0, k = 0, mol = 0, cd = 0] = sum
  return [m, kg, s, a, k, mol, cd]
}

/** How many SI units one such unit is. */
export function scaleOf(unit: Written): Scale {
  let factor = 1
  let exponent = 0
  for (const { name, power, divided } of unit.factors) {
    const sign = divided ? -power : power
    const known = unitNamed(name)
    factor *= known ? known.factor ** sign : /^\d/.test(name) ? Number(name) ** sign : 1
    exponent = settle(exponent + sign * (known?.exponent ?? 0))
  }
  return { factor, exponent }
}

/** A unit as written: `uS/cm^2`, `second^(-1/2)`. */
export function printUnit(unit: Unit): string {
  return unit.factors
    .map(
      ({ name, power, divided }, k) =>
        `${k === 0 ? '' : divided ? '/' : '*'}${name}${printPower(power)}`,
    )
    .join('')
}

function printPower(power: number): string {
  if (power === 1) return ''
  if (Number.isInteger(power)) return `^${power}`
  for (let n = 2; n <= 12; n++) {
    if (Number.isInteger(settle(power * n))) return `^(${settle(power * n)}/${n})`
  }
  return `^${power}`
}

/** Units of the kernel system by preference: each is exactly 1 inside kernels. */
const coherent = [
  'mV',
  'pA',
  'nS',
  'pF',
  'ms',
  'Gohm',
  'um',
  'mM',
  'kHz',
  'fC',
  'amol',
  'kelvin',
  'mV/ms',
  'pA/ms',
  'nS/ms',
  'mM/ms',
  'pA/um^2',
  'nS/um^2',
  'pF/um^2',
  'um^2',
  'um^3',
  'pA/mV',
  'second^(-1/2)',
]

const parts = ['um', 'kilogram', 'ms', 'pA', 'kelvin', 'amol', 'candela']

/** A readable unit for a dimension, with its scale; in the kernel system wherever that has names. */
export function nameUnit(dimension: Dimension): { readonly text: string } & Scale {
  for (const text of coherent) {
    const unit = readUnit(text)
    if (dimensionOf(unit).every((p, k) => p === dimension[k])) return { text, ...scaleOf(unit) }
  }
  const factors = dimension.flatMap((p, k) => (p === 0 ? [] : [`${parts[k]}${printPower(p)}`]))
  const text = factors.join('*') || '1'
  return { text, ...scaleOf(readUnit(text)) }
}

const nowhere = { source: { path: '', text: '' }, start: 0, end: 0 }

/** Reads the compact texts of this file. */
function readUnit(text: string): Unit {
  const factors = [...text.matchAll(/([*/]?)([A-Za-z]+|1)(?:\^\(?(-?\d+)(?:\/(\d+))?\)?)?/g)]
  return {
    span: nowhere,
    factors: factors.map(([, sign, name = '', top, bottom]) => ({
      name,
      power: Number(top ?? 1) / Number(bottom ?? 1),
      divided: sign === '/',
      span: nowhere,
    })),
  }
}
