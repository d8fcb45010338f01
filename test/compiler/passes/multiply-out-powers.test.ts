/** What multiply-out-powers does to a kernel. */
import { expect, test } from 'vitest'
import { multiplyOutPowers } from '../../../compiler/optimize/multiply-out-powers.ts'
import { after, plain } from './after.ts'

test('writes whole powers as products that share their squares', () => {
  const text = `
    keeps  m, n
    each
      m := m^3 + n^4
      n := n^-2 + m^0.5 + m^17
  `

  expect(after(multiplyOutPowers, text)).toBe(
    plain(`
      keeps  m, n
      each
        m := m * m * m + n * n * (n * n)
        n := 1 / (n * n) + m^0.5 + m^17
    `),
  )
})
