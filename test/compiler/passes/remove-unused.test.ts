/** What remove-unused does to a kernel. */
import { expect, test } from 'vitest'
import { removeUnused } from '../../../compiler/optimize/remove-unused.ts'
import { after, plain } from './after.ts'

test('drops lets that nothing needs, and the buffers that only they read', () => {
  const text = `
    shared  a, b
    reads   I
    keeps   u
    link
      k = a * 2
      r = b * 2
    each
      x = I * k
      y = x + 1
      u := r
  `

  expect(after(removeUnused, text)).toBe(
    plain(`
      shared  b
      keeps   u
      link
        r = b * 2
      each
        u := r
    `),
  )
})

test('drops stores of what is there already, and branches that do nothing', () => {
  const text = `
    keeps  u, v
    each
      when u > 0
        v := v
      when u > 1
        v := v
      otherwise
        u := 1
  `

  expect(after(removeUnused, text)).toBe(
    plain(`
      keeps  u
      each
        when not u > 1
          u := 1
    `),
  )
})
