/** The longest step of 0.1, 0.05 and 0.025 ms at which a cell spikes as often as with a fine one. */
import { expect, test } from 'vitest'
import { clamp } from './clamp.ts'

const total = (spikes: readonly (readonly number[])[]): number => spikes.flat().length

/**
 * Cell, step, currents between silence and its fastest, and how far the counts may be apart. When RenshawPerry spikes
 * depends on the last bits after a second, so a spike in forty is chance.
 */
test.each([
  ['LIF', 0.1, { I: [210, 300, 600] }, 0.02],
  ['CultureLIF', 0.1, { I: [160, 300, 800] }, 0.02],
  ['GLIF1', 0.1, { I: [130, 200, 300] }, 0.02],
  ['GLIF2', 0.05, { I: [130, 200, 300] }, 0.02],
  ['GLIF3', 0.1, { I: [150, 250, 400] }, 0.02],
  ['GLIF4', 0.1, { I: [150, 250, 400] }, 0.02],
  ['GLIF5', 0.1, { I: [150, 250, 400] }, 0.02],
  ['Izhikevich', 0.1, { I: [5, 10, 20] }, 0.02],
  ['AdEx', 0.1, { I: [700, 1000, 1500] }, 0.02],
  ['ExponentialIF', 0.1, { I: [5, 10, 20] }, 0.02],
  ['QuadraticIF', 0.1, { I: [80, 150, 300] }, 0.02],
  ['AdaptiveThreshold', 0.1, { I: [400, 600, 1000] }, 0.02],
  ['HodgkinHuxley', 0.1, { I: [70, 150, 300] }, 0.02],
  ['TraubMiles', 0.1, { I: [5, 20, 80] }, 0.02],
  ['WangBuzsaki', 0.1, { I: [2, 10, 40] }, 0.02],
  ['ConnorStevens', 0.1, { I: [85, 100, 250] }, 0.02],
  ['MorrisLecar', 0.1, { I: [950, 1200, 2000] }, 0.02],
  ['FitzHughNagumo', 0.1, { I: [0.4, 0.7, 1.2] }, 0.02],
  ['HindmarshRose', 0.05, { I: [1.5, 2.5, 4] }, 0.02],
  ['BoothRinzelKiehn', 0.1, { 'soma.I': [20, 60, 150] }, 0.02],
  ['RenshawInVitro', 0.1, { I: [15, 50, 100] }, 0.02],
  ['RenshawPerry', 0.1, { I: [40, 100, 200] }, 0.03],
  ['CA1PVBasket', 0.025, { 'soma.I': [30, 200, 600] }, 0.02],
  ['CA1OLM', 0.1, { 'soma.I': [30, 200, 600] }, 0.02],
] as const)(
  '%s spikes as often at %f ms as at 0.005 ms: currents %o, to a share of %f',
  async (name, dt, inputs, share) => {
    const coarse = await clamp(name, { dt, duration: 2000, inputs })
    const fine = await clamp(name, { dt: 0.005, duration: 2000, inputs })

    expect(Math.abs(total(coarse.spikes) / total(fine.spikes) - 1)).toBeLessThan(share)
  },
)
