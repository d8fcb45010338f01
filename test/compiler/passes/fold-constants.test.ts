/** What fold-constants does to a kernel. */
import { expect, test } from 'vitest'
import { foldConstants } from '../../../compiler/optimize/fold-constants.ts'
import { after, plain } from './after.ts'

test('computes what depends on nothing, through lets', () => {
  const text = `
    keeps  u
    each
      half = 1 / 2
      u := u * (half + exp(0))
  `

  expect(after(foldConstants, text)).toBe(
    plain(`
      keeps  u
      each
        half = 0.5
        u := u * 1.5
    `),
  )
})

test('takes the branch that is decided and drops the other', () => {
  const text = `
    reads  I
    keeps  u
    each
      when 1 > 2 or true
        k = I
        u := if false then 0 else k
      otherwise
        u := 1
  `

  expect(after(foldConstants, text)).toBe(
    plain(`
      reads  I
      keeps  u
      each
        k = I
        u := k
    `),
  )
})

test('keeps what is not decided of a condition', () => {
  const text = `
    reads  lit boolean
    keeps  u
    each
      when lit and 1 < 2
        u := int(1 < 2)
  `

  expect(after(foldConstants, text)).toBe(
    plain(`
      reads  lit boolean
      keeps  u
      each
        when lit
          u := 1
    `),
  )
})
