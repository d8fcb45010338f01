/** How far a culture is from what it should be. */
import { expect, test } from 'vitest'
import type { Features } from '../../../runtime/tuning/features.ts'
import { costOf, errorsOf, isAlive, isMet, type Targets } from '../../../runtime/tuning/targets.ts'

const targets: Targets = { rates: { EXC: 2, INH: 4 }, isiCv: 0.9, activeFraction: 0.9 }

const wanted: Features = {
  rates: { EXC: 2, INH: 4 },
  isiCv: 0.9,
  activeFraction: 0.95,
  activeCells: 20,
  burstRate: 0.2,
  tailRate: 2.4,
  duration: 8000,
}

test('a culture as it should be costs nothing', () => {
  expect(costOf([wanted, wanted], targets)).toBe(0)
  expect(isMet([wanted], targets)).toBe(true)
})

test('half and twice the rate are equally far off', () => {
  const [slow, fast] = [1, 4.02].map((EXC) => {
    return errorsOf({ ...wanted, rates: { EXC, INH: 4 } }, targets).rate_EXC ?? 0
  })

  expect(slow).toBeCloseTo(fast ?? 0, 1)
  expect(slow).toBeGreaterThan(1)
})

test('more cells than asked for may be active', () => {
  expect(errorsOf({ ...wanted, activeFraction: 1 }, targets).active_fraction).toBe(0)
})

test('running away costs more than silence, and the sooner the more', () => {
  const silent = { ...wanted, rates: { EXC: 0, INH: 0 }, isiCv: 0, activeFraction: 0, tailRate: 0 }
  const late = { ...wanted, rates: { EXC: 90, INH: 90 }, tailRate: 90, duration: 5000 }
  const soon = { ...late, duration: 1000 }

  expect(costOf([late], targets)).toBeGreaterThan(costOf([silent], targets))
  expect(costOf([soon], targets)).toBeGreaterThan(costOf([late], targets))
})

test('a population that is not there has no target', () => {
  const { EXC } = wanted.rates

  expect(isMet([{ ...wanted, rates: { EXC: EXC ?? 0 } }], targets)).toBe(true)
})

test('bursts count only where they are asked for', () => {
  const bursting = { ...wanted, burstRate: 3 }

  expect(costOf([bursting], targets)).toBe(0)
  expect(costOf([bursting], { ...targets, burstRate: 0.2 })).toBeGreaterThan(1)
})

test.each([
  ['slower than 0.3 Hz', { rates: { EXC: 0.2 } }],
  ['faster than 10 Hz', { rates: { EXC: 11 } }],
  ['as regular as a clock', { isiCv: 0.2 }],
  ['of fewer than ten active cells', { activeCells: 9 }],
])('a culture %s is not alive', (_, change) => {
  expect(isAlive(wanted)).toBe(true)
  expect(isAlive({ ...wanted, ...change })).toBe(false)
})
