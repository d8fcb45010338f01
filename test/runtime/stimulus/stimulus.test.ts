/** What a stimulus holds, for whom, and until when. */
import { expect, test } from 'vitest'
import { UsageError } from '../../../compiler/usage-error.ts'
import { noPortFor } from '../../../runtime/stimulus/modes.ts'
import { Stimulus } from '../../../runtime/stimulus/stimulus.ts'

const ramp = [
  [0, 10],
  [1, 11],
  [2, 12],
]

const at = (stimulus: Stimulus, t: number): readonly number[] => {
  const values = new Float64Array(stimulus.width)
  stimulus.read(t, values)
  return [...values]
}

test('a stimulus is extracellular, in mV, a row each ms, unless told', () => {
  const stimulus = new Stimulus(ramp)

  expect([stimulus.mode, stimulus.unit, stimulus.dt]).toEqual(['extracellular', 'mV', 1])
  expect([stimulus.rows, stimulus.width, stimulus.length, stimulus.duration]).toEqual([3, 2, 2, 3])
})

test('every mode has its factory, its unit and 0.1 ms', () => {
  const made = [
    Stimulus.fromConductance(ramp),
    Stimulus.fromCurrent(ramp),
    Stimulus.fromCurrentDensity(ramp),
    Stimulus.fromExtracellular(ramp),
    Stimulus.fromIrradiance(ramp),
  ]

  expect(made.map(({ mode, unit, dt }) => `${mode} ${unit} ${dt}`)).toEqual([
    'conductance uS 0.1',
    'current nA 0.1',
    'current_density mA/cm^2 0.1',
    'extracellular mV 0.1',
    'irradiance mW/mm^2 0.1',
  ])
})

test('a row holds until the next', () => {
  const stimulus = new Stimulus(ramp, { dt: 0.5 })

  expect([0, 0.49, 0.5, 1.49].map((t) => at(stimulus, t)[0])).toEqual([0, 0, 1, 2])
})

test('times that are whole rows but for the last bit are whole rows', () => {
  const stimulus = Stimulus.fromCurrent([[0], [1], [2], [3]])

  expect(at(stimulus, 3 * 0.1)).toEqual([3])
  expect(at(stimulus, 0.1 + 0.2)).toEqual([3])
})

test('a stimulus ends when it ends', () => {
  const stimulus = new Stimulus(ramp)
  const values = new Float64Array([7, 7])

  const isThere = stimulus.read(3, values)

  expect(isThere).toBe(false)
  expect([...values]).toEqual([0, 0])
  expect(stimulus.changeAfter(3)).toBe(Number.POSITIVE_INFINITY)
})

test('before it begins there is nothing, until it begins', () => {
  const stimulus = new Stimulus(ramp)

  expect(stimulus.read(-1, new Float64Array(2))).toBe(false)
  expect(stimulus.changeAfter(-1)).toBe(0)
})

test('an engine need not look before something changes', () => {
  const stimulus = new Stimulus([[1], [1], [1], [2], [2]], { dt: 0.5 })

  expect(stimulus.changeAfter(0)).toBe(1.5)
  expect(stimulus.changeAfter(0.7)).toBe(1.5)
  expect(stimulus.changeAfter(1.5)).toBe(2.5)
})

test('rows can be read in blocks, as many as there are', () => {
  const stimulus = new Stimulus(ramp)
  const block = new Float64Array(8)

  const rows = stimulus.readRows(1, 4, block)

  expect(rows).toBe(2)
  expect([...block]).toEqual([1, 11, 2, 12, 0, 0, 0, 0])
})

test('what is given in another unit is converted to that of the mode', () => {
  const stimulus = Stimulus.fromCurrent([[300]], { unit: 'pA' })

  expect(stimulus.unit).toBe('nA')
  expect(at(stimulus, 0)[0]).toBeCloseTo(0.3, 12)
})

test('a flat array is one column, or rows of a width', () => {
  const flat = new Float32Array([1, 2, 3, 4, 5, 6])

  expect(new Stimulus(flat).width).toBe(1)
  expect(new Stimulus(flat, { width: 3 }).rows).toBe(2)
})

test('columns come with their cell and section', () => {
  const stimulus = new Stimulus(ramp, { gids: [4, 4], sections: ['soma', 'dend'] })

  expect([...stimulus]).toEqual([
    [4, 'soma', Float64Array.of(0, 1, 2)],
    [4, 'dend', Float64Array.of(10, 11, 12)],
  ])
})

test('whatever else is known is kept', () => {
  const stimulus = Stimulus.fromIrradiance([[1]], { meta: { wavelengthNm: 590 } })

  expect(stimulus.delayed(1).meta).toEqual({ wavelengthNm: 590 })
})

test('a stimulus for a named port is in the unit of the port', () => {
  const stimulus = Stimulus.toPort('laser', [[1]], { gids: [0] })

  expect([stimulus.mode, stimulus.unit]).toEqual(['laser', ''])
  expect(stimulus.alignGids([0, 1]).mode).toBe('laser')
})

test('a stimulus that is meant as an argument is found in each of its forms', () => {
  const stimulus = new Stimulus(ramp)

  expect(Stimulus.from(stimulus)).toBe(stimulus)
  expect(Stimulus.from(ramp).width).toBe(2)
  expect(Stimulus.from({ values: ramp, mode: 'current', dt: 0.5 }).duration).toBe(1.5)
})

test.each([
  [
    'a mode that there is not',
    () => new Stimulus(ramp, { mode: 'curent' }),
    /conductance, current,/,
  ],
  ['a unit of another mode', () => Stimulus.fromCurrent(ramp, { unit: 'mV' }), /give it in nA, pA/],
  ['no time between rows', () => new Stimulus(ramp, { dt: 0 }), /a time in ms above 0/],
  ['a time between rows that is none', () => new Stimulus(ramp, { dt: Number.NaN }), /dt is NaN/],
  ['fewer cells than columns', () => new Stimulus(ramp, { gids: [1] }), /1 gids for 2 columns/],
  ['one wave for many cells', () => new Stimulus([1, 2], { gids: [0, 1] }), /spread\(gids\)/],
  ['sections of nobody', () => new Stimulus(ramp, { sections: ['a', 'b'] }), /need gids/],
  ['rows of unequal length', () => new Stimulus([[1, 2], [1]]), /Row 1 has 1 values/],
  ['what is no number', () => new Stimulus([[1, Number.NaN]]), /Value 1 of row 0 is NaN/],
  [
    'rows that are not filled',
    () => new Stimulus([1, 2, 3], { width: 2 }),
    /do not fill rows of 2/,
  ],
])('%s is a wrong call that says what would be right', (_, make, message) => {
  expect(make).toThrow(UsageError)
  expect(make).toThrow(message)
})

test('a cell without a port says what to declare, or what to give instead', () => {
  const { message } = noPortFor('LIF', 'extracellular', ['current'])

  expect(message).toBe(
    'LIF has no port for extracellular stimulation; it takes current. ' +
      'Add `input V_ext : mV from extracellular` or use Stimulus.fromCurrent.',
  )
})

test('5 mW/mm² of blue light are 1.19e16 photons in a second on a mm², and back', () => {
  const light = Stimulus.fromIrradiance([[5]])

  const photons = light.convertTo('photon_flux')

  expect((at(photons, 0)[0] ?? 0) / 1.18976e16).toBeCloseTo(1, 2)
  expect(at(photons.convertTo('mW/mm^2'), 0)[0]).toBeCloseTo(5, 12)
  expect(() => Stimulus.fromCurrent([[1]]).convertTo('photon_flux')).toThrow(UsageError)
})
