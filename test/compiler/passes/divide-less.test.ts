/** What divide-less does to a kernel. */
import { expect, test } from 'vitest'
import { divideLess } from '../../../compiler/optimize/divide-less.ts'
import { after, plain } from './after.ts'

test('divides by the same once', () => {
  const text = `
    reads  a, b, c
    keeps  v
    each
      x = a / (c + v)
      y = b / (c + v)
      z = a / b
      v := x + y + z
  `

  expect(after(divideLess, text)).toBe(
    plain(`
      reads  a, b, c
      keeps  v
      each
        x = a * (1 / (c + v))
        y = b * (1 / (c + v))
        z = a / b
        v := x + y + z
    `),
  )
})

test('multiplies where a time constant is a quotient', () => {
  const text = `
    reads  rate, v_inf
    keeps  v
    each
      tau   = 4 / (1 + rate)
      v_new = v + (v_inf - v) / tau
      v := v_new
  `

  expect(after(divideLess, text)).toBe(
    plain(`
      reads  rate, v_inf
      keeps  v
      each
        tau   = 4 / (1 + rate)
        v_new = v + (v_inf - v) * ((1 + rate) * 0.25)
        v := v_new
    `),
  )
})

test('lets the inverse of exprel join the product that it divides', () => {
  const text = `
    reads  a
    keeps  v
    each
      x = a / exprel(v) * 3
      v := x
  `

  expect(after(divideLess, text)).toBe(
    plain(`
      reads  a
      keeps  v
      each
        x = a * (1 / exprel(v)) * 3
        v := x
    `),
  )
})

test('leaves alone what may have changed in between, and what not every cell computes', () => {
  const text = `
    reads  a, b
    keeps  v
    each
      x = a / v
      v := b
      y = b / v
      when y > 1
        z = a / b
        w = x / b
        v := z + w
  `

  expect(after(divideLess, text)).toBe(plain(text))
})
