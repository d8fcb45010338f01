/** Light from fibres, and devices made of others. */
import { expect, test } from 'vitest'
import { ComposedIO } from '../../../runtime/io/composed-io.ts'
import { LightArray } from '../../../runtime/io/light-array.ts'
import { lightLaws } from '../../../runtime/io/light-laws.ts'
import { MEA } from '../../../runtime/io/mea.ts'
import { BiphasicPulsePolicy } from '../../../runtime/stimulus/biphasic-pulse-policy.ts'

const fiber = (options = {}): LightArray =>
  new LightArray({ fiberCoordinates: [[0, 0, 0, -100]], ...options })

const cells = [
  [0, 0, 0, 0],
  [1, 100, 0, 0],
  [2, 200, 0, 0],
  [3, 0, 0, 100],
  [4, 500, 0, 0],
]

test('1 mW 0.1 mm above a cell is 0.00879 mW/mm², and less beside and below', () => {
  const [reach = []] = fiber().reach(cells)

  expect([...reach].map((gain) => Number(gain.toPrecision(6)))).toEqual([
    0.00879057, 0.00552764, 0.00220182, 0.00194653, 0.000089169,
  ])
})

test('light is a stimulus of irradiance that knows its wavelength', () => {
  const stimulus = fiber({ wavelengthNm: 590 }).cellStimulus(cells, [[10]], { dt: 0.5 })

  expect([stimulus.mode, stimulus.unit]).toEqual(['irradiance', 'mW/mm^2'])
  expect(stimulus.meta).toEqual({ wavelengthNm: 590 })
  expect(stimulus.window()[0]?.[0]).toBeCloseTo(0.0879057, 7)
})

test('Kubelka and Munk’s light loses nothing across a plane without scattering', () => {
  const fibre = { numericalAperture: 0.37, radiusMm: 0.1, scattering: 0 }
  const dr = 0.001

  const power = Array.from({ length: 3000 }, (_, k) => (k + 0.5) * dr).reduce(
    (sum, across) =>
      sum + 2 * Math.PI * across * dr * lightLaws.kubelkaMunk(fibre, { along: 0.5, across }),
    0,
  )

  expect(power).toBeCloseTo(1, 5)
})

test('Kubelka and Munk’s light of a 0.37 fibre is a fiftieth at 1 mm of cortex or so', () => {
  const fibre = { numericalAperture: 0.37, radiusMm: 0.1, scattering: 11.2 }

  const ratio =
    lightLaws.kubelkaMunk(fibre, { along: 1, across: 0 }) /
    lightLaws.kubelkaMunk(fibre, { along: 0, across: 0 })

  expect(ratio).toBeCloseTo((0.1 / (0.1 + Math.tan(Math.asin(0.37 / 1.36)))) ** 2 / 12.2, 9)
})

test('a light array records nothing and says what would', () => {
  expect(() => fiber().potentialRecording()).toThrow(/new ComposedIO\(lightArray, mea\)/)
})

test('fibres understand mW, and not uA', () => {
  const pulse = new BiphasicPulsePolicy({ nChannels: 1, channels: [0] })

  expect(() => fiber().cellStimulus(cells, pulse)).toThrow(/commands uA and the device takes mW/)
})

test('two devices are one: light in, potentials out, actions for the fibres', () => {
  const io = new ComposedIO(fiber(), new MEA())

  expect([io.inputUnits, io.numChannels, io.inputSpace.shape]).toEqual(['mW', 16, [1]])
  expect(io.cellStimulus(cells, [[1]]).mode).toBe('irradiance')
  expect(io.distances(cells).channels.length).toBe(16)
})

test('each of two devices is changed by its name', () => {
  const mea = new MEA()
  const io = new ComposedIO(fiber(), mea)

  io.setParams({ 'outputs-volume_conductor-recording_gain': 1, 'outputs-output_radius': 9 })

  expect(mea.sourceGain(mea.distances([[0, 500, 500, 175]]))[0]).toBe(1)
  expect(mea.outputRadius).toBe(9)
  expect(() => io.setParams({ output_radius: 9 })).toThrow(/inputs-…, outputs-…/)
})

test('fibres are somewhere, and light follows a law that there is', () => {
  expect(() => new LightArray({})).toThrow(/one fibre or more/)
  expect(() => fiber().setParams({ law: 'straight' })).toThrow(/exponential, kubelkaMunk/)
})
