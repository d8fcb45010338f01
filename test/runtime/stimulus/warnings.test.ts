/** What is probably not meant is said, and nothing stops. */
import { expect, test } from 'vitest'
import { parse } from '../../../grammar/parse.ts'
import { modes, photonFlux } from '../../../runtime/stimulus/modes.ts'
import { Stimulus } from '../../../runtime/stimulus/stimulus.ts'
import { mustStayWithin, warningsOf } from '../../../runtime/stimulus/stimulus-warnings.ts'

test('300 nA are hardly meant, 300 pA are', () => {
  const wrong = Stimulus.fromCurrent([0, 300])
  const right = Stimulus.fromCurrent([0, 300], { unit: 'pA' })

  expect(warningsOf(wrong).map(({ message }) => message)).toEqual([
    'The current stimulus is 300 nA at 0.1 ms; more than 100 nA is hardly meant. ' +
      'If the values are in pA or uA, say so with unit.',
  ])
  expect(warningsOf(right)).toEqual([])
})

test('there is no light below 0', () => {
  const light = Stimulus.fromIrradiance([1, -1])

  expect(warningsOf(light).map(({ code }) => code)).toEqual(['negative-light'])
})

test('a model that holds within bounds names the worst value', () => {
  const field = Stimulus.fromExtracellular([0, 500, -1200])

  expect(() => mustStayWithin(field, [-1000, 1000])).toThrow(
    'The extracellular stimulus is -1200 mV at 0.2 ms; the model holds from -1000 to 1000 mV.',
  )
  expect(() => mustStayWithin(field, [-1200, 500])).not.toThrow()
})

test('every mode is in a unit that equations can be written in', () => {
  const units = [...Object.values(modes).map(({ unit }) => unit), photonFlux]
  const text = units.map((unit, k) => `  param p${k} = 1 ${unit}`).join('\n')

  const { diagnostics } = parse({ path: 'units.livn', text: `neuron N {\n${text}\n}\n` })

  expect(diagnostics).toEqual([])
})
