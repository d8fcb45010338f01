/** What gather-factors does to a kernel. */
import { expect, test } from 'vitest'
import { gatherFactors } from '../../../compiler/optimize/gather-factors.ts'
import { after, plain } from './after.ts'

test('brings the shared factors of a product together', () => {
  const text = `
    shared  C, g
    reads   I, dt
    keeps   v
    each
      v := v + dt * (g * (I - v) * (1 / C))
  `

  expect(after(gatherFactors, text)).toBe(
    plain(`
      shared  C, g
      reads   I, dt
      keeps   v
      each
        v := v + dt * (g / C) * (I - v)
    `),
  )
})

test('leaves a product with one shared factor as it was written', () => {
  const text = `
    shared  g
    keeps   m, h, v
    each
      v := g * m * h * v
  `

  expect(after(gatherFactors, text)).toBe(plain(text))
})
