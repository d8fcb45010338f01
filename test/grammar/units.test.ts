/** Units have the names neuroscientists write, and leave short names free for variables. */
import { expect, test } from 'vitest'
import { parse } from '../../grammar/parse.ts'
import { probableUnit } from '../../grammar/unit-spelling.ts'
import { dimensionOf, nameUnit, scaleOf, unitNamed } from '../../grammar/units.ts'

/** The unit behind a colon, as the grammar reads it. */
function unit(text: string) {
  const { file, diagnostics } = parse({ path: 'x.livn', text: `neuron X { x : ${text} }` })
  const [declaration] = file.declarations
  const statement = declaration?.kind === 'neuron' ? declaration.body.statements[0] : undefined
  if (diagnostics.length > 0 || statement?.kind !== 'param' || !statement.unit) {
    throw new Error(diagnostics[0]?.message ?? 'no unit')
  }
  return statement.unit
}

const sizeOf = (text: string): number => {
  const { factor, exponent } = scaleOf(unit(text))
  return factor * 10 ** exponent
}

test.each([
  ['mvolt', 'mV'],
  ['siemens', 'amp/volt'],
  ['ohm', 'volt/amp'],
  ['farad', 'coulomb/volt'],
  ['molar', 'mole/liter'],
  ['joule', 'watt*second'],
  ['pascal', 'newton/meter**2'],
  ['weber', 'tesla*metre^2'],
  ['henry', 'ohm*second'],
  ['hertz', '1/second'],
])('%s and %s are the same unit', (one, other) => {
  expect(dimensionOf(unit(one))).toEqual(dimensionOf(unit(other)))
  expect(sizeOf(one)).toBeCloseTo(sizeOf(other), 12)
})

test('u, µ and μ are the same prefix', () => {
  expect([unitNamed('µF'), unitNamed('μF')]).toEqual([unitNamed('uF'), unitNamed('uF')])
})

test('a square centimetre is 1e-4 square metres', () => {
  expect(scaleOf(unit('cm^2'))).toEqual({ factor: 1, exponent: -4 })
})

test('powers may be fractions', () => {
  expect(dimensionOf(unit('second^(-1/2)'))).toEqual(dimensionOf(unit('second**-.5')))
})

test('single letters are names, not units', () => {
  const letters = [...'AVSFCWJKMNTHmsghlLRIvwabcdefijknopqrtuxyz']

  expect(letters.filter((letter) => unitNamed(letter))).toEqual([])
})

test('what people call their variables is no unit', () => {
  const names = ['damp', 'camp', 'Pa', 'cd', 'pm', 'fs', 'dA', 'nK', 'gK', 'kS', 'Ca', 'am', 'ah']

  expect(names.filter((name) => unitNamed(name))).toEqual([])
})

test('names of every object are no units', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']

  expect(names.filter((name) => unitNamed(name))).toEqual([])
})

test.each([
  ['mV', 'mV'],
  ['volt', 'mV'],
  ['uA/cm^2', 'pA/um^2'],
  ['mS/cm^2', 'nS/um^2'],
  ['uF/cm^2', 'pF/um^2'],
  ['mM', 'mM'],
])('%s is named %s in kernels', (written, name) => {
  expect(nameUnit(dimensionOf(unit(written))).text).toBe(name)
})

test('a unit that nobody named is a product of powers', () => {
  expect(nameUnit(dimensionOf(unit('mV*kelvin^2'))).text).toContain('kelvin^2')
})

test.each([
  ['mv', 'mV'],
  ['msec', 'ms'],
  ['MOhm', 'Mohm'],
  ['um2', 'um^2'],
  ['mvolts', 'mvolt'],
  ['V', 'volt'],
])('who writes %s means %s', (written, meant) => {
  expect(probableUnit(written)).toBe(meant)
})
