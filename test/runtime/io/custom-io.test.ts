/** Devices of one's own, and none at all. */
import { expect, test } from 'vitest'
import {
  coordinatesOf,
  coordinatesOfPopulations,
  withSections,
} from '../../../runtime/io/coordinates.ts'
import { customIO, noIO } from '../../../runtime/io/io.ts'
import { Stimulus } from '../../../runtime/stimulus/stimulus.ts'

test('a device does what it is told how to, and says what it cannot', () => {
  const pump = customIO({
    kind: 'Pump',
    channelIds: Int32Array.of(0, 1),
    inputUnits: 'uM',
    cellStimulus: () => Stimulus.toPort('drug', [[1]]),
  })

  expect(pump.numChannels).toBe(2)
  expect(pump.inputSpace).toEqual({ low: 0, high: 1, shape: [2] })
  expect(pump.cellStimulus([], [[0, 0]]).mode).toBe('drug')
  expect(() => pump.distances([])).toThrow('Pump cannot tell distances. Give env an io that can')
})

test('an instance with a state of its own is a device as well', () => {
  class Counter {
    readonly kind = 'Counter'
    readonly channelIds = Int32Array.of(0)
    readonly inputUnits = 'uA'
    private asked = 0

    cellStimulus(): Stimulus {
      this.asked++
      return Stimulus.fromCurrent([this.asked])
    }
  }

  const io = customIO(new Counter())

  io.cellStimulus([], [[0]])
  expect(io.cellStimulus([], [[0]]).window()[0]?.[0]).toBe(2)
})

test('without a device there are no channels, and every question says so', () => {
  expect(noIO.numChannels).toBe(0)
  expect(() => noIO.cellStimulus([], [])).toThrow(/No IO cannot stimulate cells.*new MEA\(\)/)
})

test('cells of populations are where their populations say', () => {
  const coordinates = coordinatesOfPopulations([
    { name: 'EXC', offset: 0, count: 2, coordinates: Float64Array.of(1, 2, 3, 4, 5, 6) },
    { name: 'INH', offset: 2, count: 1, coordinates: Float64Array.of(7, 8, 9) },
  ])

  expect([...coordinates.gids]).toEqual([0, 1, 2])
  expect([...coordinates.xyz]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(() => coordinatesOfPopulations([{ name: 'EXC', offset: 0, count: 1 }])).toThrow(
    /cells of EXC have no places/,
  )
})

test('sections are rows of their own, one cell after another', () => {
  const coordinates = withSections(
    coordinatesOf([
      [4, 10, 0, 0],
      [5, 20, 0, 0],
    ]),
    [
      { section: 'soma', at: [0, 0, 0] },
      { section: 'dend', at: [108, 0, 0] },
    ],
  )

  expect([...coordinates.gids]).toEqual([4, 4, 5, 5])
  expect(coordinates.sections).toEqual(['soma', 'dend', 'soma', 'dend'])
  expect([...coordinates.xyz].filter((_, k) => k % 3 === 0)).toEqual([10, 118, 20, 128])
})
