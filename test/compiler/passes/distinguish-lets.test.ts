/** What distinguish-lets does to a kernel. */
import { expect, test } from 'vitest'
import { distinguishLets } from '../../../compiler/optimize/distinguish-lets.ts'
import { after, plain } from './after.ts'

test('gives a let of the second branch a name of its own', () => {
  const text = `
    reads  I
    keeps  u
    each
      when I > 0
        k = I
        u := k
      otherwise
        k = 2
        u := k * k
  `

  expect(after(distinguishLets, text)).toBe(
    plain(`
      reads  I
      keeps  u
      each
        when I > 0
          k = I
          u := k
        otherwise
          k_2 = 2
          u := k_2 * k_2
    `),
  )
})
