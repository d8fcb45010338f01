/** What hoist-shared does to a kernel. */
import { expect, test } from 'vitest'
import { hoistShared } from '../../../compiler/optimize/hoist-shared.ts'
import { after, plain } from './after.ts'

test('moves a decay factor out of the loop', () => {
  const text = `
    shared  tau ms
    reads   dt
    keeps   g nS
    each
      g_new = g * exp(-dt / tau)
      g := g_new
  `

  expect(after(hoistShared, text)).toBe(
    plain(`
      shared  tau ms
      reads   dt
      keeps   g nS
      link
        g_decay = exp(-dt / tau)
      each
        g_new = g * g_decay
        g := g_new
    `),
  )
})

test('keeps the name of a let that moves as a whole', () => {
  const text = `
    shared  a, b
    keeps   u
    each
      t_peak = a * b / (a - b)
      u := u * t_peak
  `

  expect(after(hoistShared, text)).toBe(
    plain(`
      shared  a, b
      keeps   u
      link
        t_peak = a * b / (a - b)
      each
        u := u * t_peak
    `),
  )
})

test('computes what changes with time once per step, from what never changes', () => {
  const text = `
    shared  f, light (every step)
    reads   t
    keeps   u
    each
      u := u + light * sin(2 * f * t)
  `

  expect(after(hoistShared, text)).toBe(
    plain(`
      shared  f, light (every step)
      reads   t
      keeps   u
      link
        u_2 = 2 * f
      once
        u_1 = light * sin(u_2 * t)
      each
        u := u + u_1
    `),
  )
})

test('hoists out of branches, once for all of them', () => {
  const text = `
    shared  tau
    reads   dt
    keeps   u, w
    each
      when u > 0
        u := u * sqrt(dt) * (dt / tau)
      otherwise
        w := w * (dt / tau)
  `

  expect(after(hoistShared, text)).toBe(
    plain(`
      shared  tau
      reads   dt
      keeps   u, w
      link
        sqrt_dt    = sqrt(dt)
        dt_per_tau = dt / tau
      each
        when u > 0
          u := u * sqrt_dt * dt_per_tau
        otherwise
          w := w * dt_per_tau
    `),
  )
})

test('leaves bare names, their negatives and conditions where they are', () => {
  const text = `
    shared  a, b
    keeps   u
    each
      when a > b
        u := u * -a
  `

  expect(after(hoistShared, text)).toBe(plain(text))
})
