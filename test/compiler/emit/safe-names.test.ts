/** How names of a model become identifiers. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SafeNames, toIdentifier } from '../../../compiler/emit/safe-names.ts'

test.each([
  ['v', 'v'],
  ['dend.Ca', 'dend_Ca'],
  ['soma.Na.m', 'soma_Na_m'],
  ['τ_m', 'tau_m'],
  ['Δ', 'Delta'],
  ['é', 'e'],
  ['__proto__', 'proto'],
  ['$out', 'out'],
  ['3rd', 'n3rd'],
])('%s is called %s', (name, identifier) => {
  expect(toIdentifier(name)).toBe(identifier)
})

test('shortens a name of ten thousand letters and still tells it from another', () => {
  const [a, b] = [toIdentifier('x'.repeat(10_000)), toIdentifier(`${'x'.repeat(9_999)}y`)]

  expect(a.length).toBeLessThan(50)
  expect(a).not.toBe(b)
})

test('gives every name an identifier of its own that is no word of the language', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 40 }), (wishes) => {
      const names = new SafeNames(['await', 'n'])

      const given = wishes.map((name) => names.give(name))

      expect(new Set([...given, 'await', 'n']).size).toBe(given.length + 2)
      for (const identifier of given) expect(identifier).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/)
    }),
  )
})

test('lets a block use a name again that another block has used', () => {
  const outer = new SafeNames([])
  outer.give('x')
  const [left, right] = [outer.inner(), outer.inner()]

  expect([left.give('y'), right.give('y'), right.give('x')]).toEqual(['y', 'y', 'x_'])
  expect(outer.find('y')).toBeUndefined()
})
