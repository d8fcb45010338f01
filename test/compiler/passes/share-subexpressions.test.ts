/** What share-subexpressions does to a kernel. */
import { expect, test } from 'vitest'
import { shareSubexpressions } from '../../../compiler/optimize/share-subexpressions.ts'
import { after, plain } from './after.ts'

test('computes once what two statements need', () => {
  const text = `
    shared  g, E
    keeps   u, w, v
    each
      u := g * (v - E)
      w := exp(v - E)
  `

  expect(after(shareSubexpressions, text)).toBe(
    plain(`
      shared  g, E
      keeps   u, w, v
      each
        v_minus_E = v - E
        u := g * v_minus_E
        w := exp(v_minus_E)
    `),
  )
})

test('takes the name that the model gave', () => {
  const text = `
    keeps  u, v
    each
      u := 1 + exp(v) * 2
      alpha = exp(v)
      beta  = exp(v)
      v := alpha + beta
  `

  expect(after(shareSubexpressions, text)).toBe(
    plain(`
      keeps  u, v
      each
        alpha = exp(v)
        u := 1 + alpha * 2
        v := alpha + alpha
    `),
  )
})

test('does not mistake a buffer after a store for the same buffer before', () => {
  const text = `
    keeps  u, v
    each
      u := exp(v)
      v := exp(v) + 1
      u := exp(v)
  `

  expect(after(shareSubexpressions, text)).toBe(
    plain(`
      keeps  u, v
      each
        exp_v = exp(v)
        u := exp_v
        v := exp_v + 1
        u := exp(v)
    `),
  )
})

test('does not compute ahead of a branch what only that branch may need', () => {
  const text = `
    keeps  u, v
    each
      when u > 0
        u := exp(v + 1) * exp(v + 1)
  `

  expect(after(shareSubexpressions, text)).toBe(
    plain(`
      keeps  u, v
      each
        when u > 0
          u_1 = exp(v + 1)
          u := u_1 * u_1
    `),
  )
})

test('looks into branches even where the block around them shares something too', () => {
  const text = `
    keeps  u, v
    each
      u := exp(v) + exp(v)
      when u > 0
        u := exp(v) * (sqrt(v + 1) + sqrt(v + 1))
  `

  expect(after(shareSubexpressions, text)).toBe(
    plain(`
      keeps  u, v
      each
        exp_v = exp(v)
        u := exp_v + exp_v
        when u > 0
          u_1 = sqrt(v + 1)
          u := exp_v * (u_1 + u_1)
    `),
  )
})

test('computes ahead of a branch what both sides need', () => {
  const text = `
    keeps  u, v
    each
      when u > 0
        a = v * v
        u := a
      otherwise
        b = v * v
        u := -b
  `

  expect(after(shareSubexpressions, text)).toBe(
    plain(`
      keeps  u, v
      each
        a = v * v
        when u > 0
          u := a
        otherwise
          u := -a
    `),
  )
})

test('remembers that a connection may lead from a cell to itself', () => {
  const text = `
    kernel pre over connections
      reads of source  pre.v
      keeps of target  post.v
      each
        post.v := pre.v * pre.v + 1
        post.v := pre.v * pre.v + 2
  `

  const body = text.slice(text.indexOf('reads'))
  expect(after(shareSubexpressions, text)).toBe(plain(`      ${body}`))
})
