/** The longest step of 0.1, 0.05 and 0.025 ms at which a cell spikes as often as with a fine one. */
import { expect, test } from 'vitest'
import { clamp, fivefold } from './clamp.ts'

const total = (spikes: readonly (readonly number[])[]): number => spikes.flat().length

/** Cell, step, and currents between silence and its fastest. */
test.each([
  ['LIF', 0.1, { I: [210, 300, 600] }],
  ['CultureLIF', 0.1, { I: [160, 300, 800] }],
  ['GLIF1', 0.1, { I: [130, 200, 300] }],
  ['GLIF2', 0.05, { I: [130, 200, 300] }],
  ['GLIF3', 0.1, { I: [150, 250, 400] }],
  ['GLIF4', 0.1, { I: [150, 250, 400] }],
  ['GLIF5', 0.1, { I: [150, 250, 400] }],
  ['Izhikevich', 0.1, { I: [5, 10, 20] }],
  ['AdEx', 0.1, { I: [700, 1000, 1500] }],
  ['ExponentialIF', 0.1, { I: [5, 10, 20] }],
  ['QuadraticIF', 0.1, { I: [80, 150, 300] }],
  ['AdaptiveThreshold', 0.1, { I: [400, 600, 1000] }],
  ['HodgkinHuxley', 0.1, { I: [70, 150, 300] }],
  ['TraubMiles', 0.1, { I: [5, 20, 80] }],
  ['WangBuzsaki', 0.1, { I: [2, 10, 40] }],
  ['ConnorStevens', 0.1, { I: [85, 100, 250] }],
  ['MorrisLecar', 0.1, { I: [950, 1200, 2000] }],
  ['FitzHughNagumo', 0.1, { I: [0.4, 0.7, 1.2] }],
  ['HindmarshRose', 0.05, { I: [1.5, 2.5, 4] }],
  ['BoothRinzelKiehn', 0.1, { 'soma.I': [20, 60, 150] }],
  ['RenshawInVitro', 0.1, { I: [15, 50, 100] }],
  ['RenshawPerry', 0.1, { I: [40, 100, 200] }],
  ['CA1PVBasket', 0.025, { 'soma.I': [30, 200, 600] }],
  ['CA1OLM', 0.1, { 'soma.I': [30, 200, 600] }],
] as const)(
  '%s spikes as often at %f ms as at 0.005 ms, to 2 per cent',
  async (name, dt, inputs) => {
    const [[port, currents] = ['', []]] = Object.entries(inputs)
    const duration = 2000
    const coarse = await clamp(name, { dt, duration, inputs: { [port]: fivefold(currents) } })
    const fine = await clamp(name, { dt: 0.005, duration, inputs })

    const share = total(coarse.spikes) / 5 / total(fine.spikes)
    expect(Math.abs(share - 1)).toBeLessThan(0.02)
  },
)
