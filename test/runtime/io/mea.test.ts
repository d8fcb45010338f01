/** What electrodes do to cells and hear of them. */
import { expect, test } from 'vitest'
import { UsageError } from '../../../compiler/usage-error.ts'
import type { Coordinates } from '../../../runtime/io/coordinates.ts'
import { triplets } from '../../../runtime/io/distances.ts'
import { MEA } from '../../../runtime/io/mea.ts'
import { PointSourceModel } from '../../../runtime/io/volume-conductor.ts'
import { BiphasicPulsePolicy } from '../../../runtime/stimulus/biphasic-pulse-policy.ts'

/** One electrode at the origin, and cells along x. */
const alone = (options = {}): MEA => new MEA({ electrodeCoordinates: [[0, 0, 0, 0]], ...options })

const along = (...xs: number[]): Coordinates => ({
  gids: Int32Array.from(xs, (_, k) => k),
  xyz: Float64Array.from(xs.flatMap((x) => [x, 0, 0])),
})

const rounded = (values: Iterable<number>, digits: number): readonly number[] =>
  [...values].map((value) => Number(value.toFixed(digits)))

const places = [0, 10, 50, 100, 200, 250, 500, 1000]

test('1 uA makes 5.3355 mV at the electrode and 0.2781 mV at 1 mm', () => {
  const [reach = []] = alone().reach(along(...places))

  expect(rounded(reach, 5)).toEqual([
    5.3355, 5.24021, 3.85314, 2.46905, 1.34746, 1.09056, 0.55403, 0.27814,
  ])
})

test('1 uA of membrane current is 53 mV at the electrode, and nothing beyond the radius', () => {
  const mea = alone()

  const gains = mea.sourceGain(mea.distances(along(...places)))

  expect(rounded(gains, 2)).toEqual([53051.65, 17683.88, 4822.88, 2526.27, 1293.94, 1040.23, 0, 0])
})

test('the usual point source is 15 um wide below 50 um of culture', () => {
  const { fields } = new PointSourceModel()

  expect(fields.stimulationGain).toBeCloseTo(5.335497577, 9)
  expect(fields.recordingGain).toBeCloseTo(53051.6477, 4)
})

test('an electrode measures the sum of I/(r + 5 um)/(4 pi sigma)', () => {
  const mea = alone({ outputRadius: 100 })
  const currents = [Float64Array.of(1, 2), Float64Array.of(3, 0), Float64Array.of(100, 100)]

  const [potential] = mea.potentialRecording(mea.distances(along(10, 50, 101)), currents)

  const gain = (r: number): number => 1000 / (4 * Math.PI * 0.0003 * (r + 5))
  expect(potential?.[0]).toBeCloseTo(gain(10) + 3 * gain(50), 8)
  expect(potential?.[1]).toBeCloseTo(2 * gain(10), 8)
})

test('membrane currents may be in pA', () => {
  const mea = alone()

  const [potential] = mea.potentialRecording(mea.distances(along(0)), [[1e6]], 'pA')

  expect(potential?.[0]).toBeCloseTo(53051.6477, 4)
  expect(() => mea.potentialRecording(mea.distances(along(0)), [[1]], 'mV')).toThrow(/uA, nA, pA/)
})

test('currents of other rows than the coordinates have are refused', () => {
  const mea = alone()

  expect(() => mea.potentialRecording(mea.distances(along(0, 1)), [[1]])).toThrow(
    /1 rows of membrane current for 2 rows of coordinates/,
  )
})

test('a stimulus is the command times the reach, and linear in it', () => {
  const mea = new MEA({
    electrodeCoordinates: [
      [0, 0, 0, 0],
      [1, 100, 0, 0],
    ],
  })
  const command = [
    [1, 0],
    [2, -1],
  ]

  const stimulus = mea.cellStimulus(along(0, 50, 100), command, { dt: 0.5 })

  const [a = [], b = []] = mea.reach(along(0, 50, 100))
  expect([stimulus.mode, stimulus.unit, stimulus.dt]).toEqual(['extracellular', 'mV', 0.5])
  expect([...(stimulus.gids ?? [])]).toEqual([0, 1, 2])
  expect(stimulus.window()).toEqual([
    Float64Array.from(a),
    Float64Array.from(a, (gain, k) => 2 * gain - (b[k] ?? 0)),
  ])
})

test('a policy keeps its own dt', () => {
  const pulse = new BiphasicPulsePolicy({ nChannels: 1, channels: [0] })

  const stimulus = alone().cellStimulus(along(0), pulse)

  expect([stimulus.dt, stimulus.rows]).toEqual([0.05, 9])
  expect(stimulus.window()[0]?.[0]).toBeCloseTo(-1.5 * 5.335497577, 8)
  expect(stimulus.changeAfter(0)).toBeCloseTo(0.2, 12)
})

test('a command has one column for each channel', () => {
  const mea = new MEA()

  expect(() => mea.cellStimulus(along(0), [[1, 2]])).toThrow(/2 columns; the MEA has 16 channels/)
})

test('sections are stimulated each where they are', () => {
  const coordinates = { ...along(0, 108), gids: Int32Array.of(5, 5), sections: ['soma', 'dend'] }

  const stimulus = alone().cellStimulus(coordinates, [[1]])

  expect(stimulus.sections).toEqual(['soma', 'dend'])
  expect(rounded(stimulus.section('dend').window()[0] ?? [], 4)).toEqual([2.3219])
})

test('other coordinates have other gains', () => {
  const mea = alone()

  const near = mea.cellStimulus([[0, 0, 0, 0]], [[1]])
  const far = mea.cellStimulus([[0, 1000, 0, 0]], [[1]])

  expect(
    rounded(
      [near, far].map((s) => s.window()[0]?.[0] ?? 0),
      4,
    ),
  ).toEqual([5.3355, 0.2781])
})

test('every channel hears the cells within its radius, some cells are heard twice', () => {
  const mea = new MEA({
    electrodeCoordinates: [
      [3, 0, 0, 0],
      [8, 100, 0, 0],
      [9, 5000, 0, 0],
    ],
    outputRadius: 60,
  })

  const [ids, times] = mea.channelRecording(
    along(0, 50, 100),
    [0, 1, 2, 1],
    Float64Array.of(1, 2, 3, 4),
  )

  expect([...ids]).toEqual([
    [3, Int32Array.of(0, 1, 1)],
    [8, Int32Array.of(1, 2, 1)],
    [9, new Int32Array(0)],
  ])
  expect(times.get(3)).toEqual(Float64Array.of(1, 2, 4))
})

test('without ids each channel tells which cells it hears', () => {
  const mea = alone({ outputRadius: 60 })

  const [cells] = mea.channelRecording(along(0, 50, 100), null)

  expect(cells.get(0)).toEqual(Int32Array.of(0, 1))
})

test('a cell is heard once, with however many sections', () => {
  const coordinates = { ...along(0, 30), gids: Int32Array.of(5, 5) }

  const [cells] = alone().channelRecording(coordinates, null)

  expect(cells.get(0)).toEqual(Int32Array.of(5))
})

test('distances are from each channel to each cell', () => {
  const mea = new MEA({
    electrodeCoordinates: [
      [0, 0, 0, 0],
      [1, 0, 30, 40],
    ],
  })

  expect([...triplets(mea.distances([[7, 0, 0, 0]]))]).toEqual([
    [0, 7, 0],
    [1, 7, 50],
  ])
})

test('a channel tells how much each cell contributes, the nearest first', () => {
  const mea = alone({ outputRadius: 60 })

  const rows = mea.channelContribution(along(100, 5, 15), 0)

  expect(rows.map(({ gid }) => gid)).toEqual([1, 2, 0])
  expect(
    rounded(
      rows.map(({ contribution }) => contribution),
      6,
    ),
  ).toEqual([66.666667, 33.333333, 0])
})

test('parameters change by name, parts and all, and what is stimulated then knows', () => {
  const mea = alone()
  const before = mea.cellStimulus(along(0), [[1]])

  mea.setParams({ output_radius: 10, 'volume_conductor-stimulation_gain': 1 })

  expect(mea.outputRadius).toBe(10)
  expect(mea.reach(along(0))[0]?.[0]).toBe(1)
  expect(before.window()[0]?.[0]).toBeCloseTo(5.335, 3)
  expect(() => mea.setParams({ gain: 1 })).toThrow(/MEA has no gain; it has/)
  expect(() => mea.setParams({ 'volume_conductor-gain': 1 })).toThrow(
    /has no gain; it has stimulationGain/,
  )
})

test('a copy changes alone', () => {
  const mea = alone()
  const copy = mea.clone().setParams({ outputRadius: 1 })

  expect([mea.outputRadius, copy.outputRadius]).toEqual([250, 1])
})

test('electrodes have an id and a place', () => {
  expect(() => new MEA({ electrodeCoordinates: [[0, 1, 2]] })).toThrow(UsageError)
  expect(() => new MEA({ outputRadius: -1 })).toThrow(/must be a distance in µm/)
})
