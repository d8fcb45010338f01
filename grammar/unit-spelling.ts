/** The unit somebody meant who wrote one that does not exist. */
import { didYouMean } from './did-you-mean.ts'
import { unitNames } from './units.ts'

/** What other notations call them; single letters stay free for variables. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['V', 'volt'],
  ['A', 'amp'],
  ['S', 'siemens'],
  ['F', 'farad'],
  ['s', 'second'],
  ['sec', 'second'],
  ['seconds', 'second'],
  ['m', 'meter'],
  ['M', 'molar'],
  ['g', 'gram'],
  ['W', 'watt'],
  ['J', 'joule'],
  ['C', 'coulomb'],
  ['K', 'kelvin'],
  ['Ohm', 'ohm'],
  ['msec', 'ms'],
  ['usec', 'us'],
  ['volts', 'volt'],
  ['amps', 'amp'],
  ['MOhm', 'Mohm'],
  ['GOhm', 'Gohm'],
  ['kOhm', 'kohm'],
  ['micron', 'um'],
  ['microns', 'um'],
  ['degC', 'kelvin'],
  ['celsius', 'kelvin'],
])

export function probableUnit(name: string): string | undefined {
  const known = elsewhere.get(name)
  if (known) return known
  const [, root = '', power] = /^(.+)([23])$/.exec(name) ?? []
  if (unitNames.has(root)) return `${root}^${power}`
  const sameLetters = [...unitNames].find((unit) => unit.toLowerCase() === name.toLowerCase())
  return sameLetters ?? (name.length > 2 ? didYouMean(name, [...unitNames]) : undefined)
}
