/** What multiply-by-reciprocals does to a kernel. */
import { expect, test } from 'vitest'
import { multiplyByReciprocals } from '../../../compiler/optimize/multiply-by-reciprocals.ts'
import { after, plain } from './after.ts'

test('divides by a shared value once', () => {
  const text = `
    shared  tau
    reads   R
    keeps   v
    each
      v := (v - 1) / tau + v / R + v / 4
  `

  expect(after(multiplyByReciprocals, text)).toBe(
    plain(`
      shared  tau
      reads   R
      keeps   v
      each
        v := (v - 1) * (1 / tau) + v / R + v * 0.25
    `),
  )
})

test('leaves divisions alone that are hoisted as a whole', () => {
  const text = `
    shared  tau
    reads   dt
    keeps   v
    each
      v := v * (dt / tau)
  `

  expect(after(multiplyByReciprocals, text)).toBe(plain(text))
})

test('moves a sign into the reciprocal', () => {
  const text = `
    keeps  v
    each
      v := exp(-(v + 65) / 20)
  `

  expect(after(multiplyByReciprocals, text)).toBe(
    plain(`
      keeps  v
      each
        v := exp((v + 65) * -0.05)
    `),
  )
})
