/** A mistyped name finds the one that was meant, and a different name finds none. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { didYouMean } from '../../grammar/did-you-mean.ts'

const names = fc.stringMatching(/^[A-Za-z_]\w{4,30}$/)

test('one wrong letter is forgiven', () => {
  expect(didYouMean('V_tt', ['C', 'V_th', 'g_L'])).toBe('V_th')
})

test('two neighbouring letters in the wrong order are one mistake', () => {
  expect(didYouMean('tua', ['C', 'tau'])).toBe('tau')
})

test('Vth is V_th spoken aloud', () => {
  expect(didYouMean('Vth', ['VthX', 'V_th'])).toBe('V_th')
})

test('the nearest of several is meant', () => {
  expect(didYouMean('tau_men', ['tau_mem', 'tau_max'])).toBe('tau_mem')
})

test('of several equally near the first is meant', () => {
  expect(didYouMean('gNa', ['gCa', 'gKa'])).toBe('gCa')
})

test('another name is no misspelling', () => {
  expect(didYouMean('membrane', ['C', 'g_L', 'E_rev'])).toBeUndefined()
})

test('a name of one letter is never a misspelling', () => {
  expect(didYouMean('x', ['y', 'v'])).toBeUndefined()
})

test('a name does not stand for itself', () => {
  expect(didYouMean('tau', ['tau'])).toBeUndefined()
})

test('nobody mistypes a name of a thousand letters', () => {
  expect(didYouMean('a'.repeat(1000), ['a'.repeat(999)])).toBeUndefined()
})

test('a long name with one letter too few is always found', () => {
  fc.assert(
    fc.property(names, fc.nat(), (name, k) => {
      const at = k % name.length

      const meant = didYouMean(name.slice(0, at) + name.slice(at + 1), [name])

      expect(meant).toBe(name)
    }),
  )
})
