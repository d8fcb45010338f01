/** What is found out about a neuron by trying it. */
import { expect, test } from 'vitest'
import { neuronResponse, stepAt } from '../../../runtime/cli/responses/neuron-response.ts'
import { neuronFigure, neuronSentence } from '../../../runtime/cli/responses/neuron-figure.ts'
import { subjectFrom, subjectOf } from './subject-of.ts'

test('a leaky cell spikes from g_L (V_th - E_L) on, 200 pA, within 2 %', async () => {
  const { rheobase } = await neuronResponse(subjectOf('LIF'))

  expect(rheobase?.first).toBeGreaterThan(200)
  expect(rheobase?.first).toBeLessThan(204)
})

test('its rate against the current is that of the closed form, within 1 %', async () => {
  const { frequencies } = await neuronResponse(subjectOf('LIF'))

  const strong = frequencies.filter(({ amplitude }) => amplitude > 300)
  expect(strong.length).toBeGreaterThan(10)
  for (const { amplitude, rate } of strong)
    expect(Math.abs(rate / lifRate(amplitude) - 1)).toBeLessThan(0.01)
})

test('currents are tried that lie around the threshold, whatever it is', async () => {
  const small = subjectFrom(leaky(0.002, 0.0001), 'Leaky')
  const large = subjectFrom(leaky(200_000, 10_000), 'Leaky')

  const [tiny, huge] = [await neuronResponse(small), await neuronResponse(large)]

  expect((tiny.rheobase?.first ?? 0) / 0.002).toBeCloseTo(1, 1)
  expect((huge.rheobase?.first ?? 0) / 200_000).toBeCloseTo(1, 1)
  expect(tiny.steps.map(({ spikes }) => spikes.length > 0)).toEqual([false, false, true, true])
  expect(huge.steps.map(({ spikes }) => spikes.length > 0)).toEqual([false, false, true, true])
})

test('a cell that spikes by itself has no threshold', async () => {
  const response = await neuronResponse(subjectFrom(pacemaker, 'Pacemaker'))

  expect(response.rheobase).toBeUndefined()
  expect(neuronSentence(response)).toBe('It spikes without a current.')
})

test('a cell that no current reaches is watched as it is', async () => {
  const response = await neuronResponse(subjectOf('RegularSource'))

  expect(neuronSentence(response)).toMatch(/^No current reaches it/)
  expect(neuronFigure(response).drawing).toContain('Spikes by cell')
})

test('a cell that some current destroys is drawn with those that it bears', async () => {
  const { steps, rheobase } = await neuronResponse(subjectFrom(fragile, 'Fragile'))

  expect(rheobase?.first).toBeGreaterThan(1)
  expect(steps.every(({ voltage }) => voltage.every(Number.isFinite))).toBe(true)
})

test('a step is seen before, during and after the current', async () => {
  const { steps } = await stepAt(subjectOf('LIF'), 100)

  const at = (ms: number): number => steps[0]?.voltage[Math.round(ms / 0.1)] ?? Number.NaN
  expect([at(45), at(349), at(449)].map(Math.round)).toEqual([-70, -60, -70])
})

/** Hz, of the library's LIF at I pA: refractory time and the way from reset to threshold. */
function lifRate(current: number): number {
  const [C, g, rest, threshold, reset, refractory] = [200, 10, -70, -50, -58, 2]
  const goal = rest + current / g
  return 1000 / (refractory + (C / g) * Math.log((goal - reset) / (goal - threshold)))
}

/** A leaky cell of so many nS, so many pA from rest to threshold 20 mV above. */
const leaky = (rheobase: number, g: number): string => `neuron Leaky {
  input I : pA from current
  dv/dt = (${g} nS * (-70 mV - v) + I) / ${g * 10} pF : mV
  v(0) = -70 mV
  threshold v > -70 mV + ${rheobase / g} mV
  reset { v = -70 mV }
}
`

const pacemaker = `neuron Pacemaker {
  input I : pA from current
  dv/dt = (1.5 + I / pA - v) / 10 ms : 1
  threshold v > 1
  reset { v = 0 }
}
`

const fragile = `neuron Fragile {
  input I : pA from current
  dv/dt = (I / pA - v) / 10 ms + v^3 / 1e6 / ms : 1
  threshold v > 1
  reset { v = 0 }
}
`
