/** What the reduced cells of CA1 do: rest where they were fitted to rest, spike where they should, and how fast. */
import { expect, test } from 'vitest'
import { clamp } from './clamp.ts'

/** Rest, and a current in pA that each answers with spikes. */
const cells = [
  ['CA1PVBasket', -60, 100],
  ['PinskyRinzelPVBasket', -60, 100],
  ['CA1CCKBasket', -60, 100],
  ['CA1OLM', -65, 100],
  ['CA1Ivy', -65, 100],
  ['CA1AxoAxonic', -64, 300],
  ['CA1Bistratified', -64, 500],
  ['CA1InterneuronSelective', -65, 100],
  ['CA1Neurogliaform', -75, 100],
  ['CA1SchafferCollateral', -65, 100],
] as const

test.each(cells)('%s rests at %f mV', async (name, rest) => {
  const { value, spikes } = await clamp(name, { dt: 0.1, duration: 500 })
  expect(spikes[0]).toEqual([])
  expect(value('soma.v')).toBeCloseTo(rest, 6)
  expect(value('dend.v')).toBeCloseTo(rest, 6)
})

test.each(cells)(
  '%s spikes under a current, and comes back to rest',
  async (name, rest, current) => {
    const run = { dt: 0.025, duration: 4000, from: 100, until: 600, inputs: { 'soma.I': current } }
    const { value, spikes } = await clamp(name, run)

    expect(spikes[0]?.length).toBeGreaterThan(1)
    expect(Math.abs(value('soma.v') - rest)).toBeLessThan(1)
  },
)

test.each(cells)(
  '%s spikes as often at 0.025 ms as with a tenth of it',
  async (name, _, current) => {
    const run = { duration: 1000, inputs: { 'soma.I': [current, 2 * current] } }
    const coarse = await clamp(name, { ...run, dt: 0.025 })
    const fine = await clamp(name, { ...run, dt: 0.0025 })

    for (const [k, times] of coarse.spikes.entries()) {
      const exact = fine.spikes[k]?.length ?? 0
      expect(Math.abs(times.length - exact)).toBeLessThanOrEqual(Math.max(1, 0.03 * exact))
    }
  },
)

test('the potassium channels that calcium opens end the spikes of a basket cell', async () => {
  const run = { dt: 0.025, duration: 60, inputs: { 'soma.I': 30 }, watch: 'soma.v' }
  const whole = await clamp('CA1PVBasket', run)
  const without = await clamp('CA1PVBasket', { ...run, set: { g_KCa: 0 } })

  const lowest = (v: readonly number[]): number => Math.min(...v.slice(v.indexOf(Math.max(...v))))
  expect(lowest([...(whole.trace[0] ?? [])])).toBeLessThan(-70)
  expect(lowest([...(without.trace[0] ?? [])])).toBeGreaterThan(-50)
})
