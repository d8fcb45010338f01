/** Decodings that hand over what was recorded: parts of it, by channel, or all of it. */
import { expect, test } from 'vitest'
import { UsageError } from '../../../compiler/usage-error.ts'
import { ChannelRecording } from '../../../runtime/decoding/channel-recording.ts'
import { GatherAndMerge } from '../../../runtime/decoding/gather-and-merge.ts'
import { Slice } from '../../../runtime/decoding/slice.ts'
import { coordinatesOf } from '../../../runtime/io/coordinates.ts'
import { MEA } from '../../../runtime/io/mea.ts'
import { Run } from '../../../runtime/run.ts'
import type { Channel } from '../../../runtime/signals/channel.ts'
import { goldenRun, recordingCulture } from './golden-train.ts'

test('a slice is the part of the run between two times, and the run lasts until the second', () => {
  const slice = new Slice({ start: 100, stop: 300 })

  const part = slice.decode(goldenRun)

  expect(slice.duration).toBe(300)
  expect(part.duration).toBe(200)
  expect(part.spikeTimes).toEqual(goldenRun.slice(100, 300).spikeTimes)
})

test.each([
  [{ start: 300, stop: 100 }, 'Slice: start is 300 and stop is 100; it must start before.'],
  [{ start: -1, stop: 100 }, 'Slice: start is -1; it must be a time in ms, 0 or more.'],
])('a slice that is none is refused: %#', (options, sentence) => {
  expect(() => new Slice(options)).toThrow(new UsageError(sentence))
})

test('a slice that does not fall on samples is refused', () => {
  const series = { kind: 'series', samples: 10, dt: 0.1 } as const
  const voltage = { ...series, ids: Int32Array.of(0), values: new Float64Array(10) }
  const run = new Run({ duration: 1, channels: new Map([['voltage', voltage]]) })

  expect(() => new Slice({ start: 0.025, stop: 1 }).decode(run)).toThrow(
    'start = 0.025 ms does not align with samples every 0.1 ms.',
  )
})

/** A run with all three signals; two cells 10 µm and 1000 µm away from an electrode. */
const full = new Run({
  duration: 2,
  channels: new Map<string, Channel>([
    ['spikes', { kind: 'events', ids: Int32Array.of(0, 1), times: Float64Array.of(0.5, 1) }],
    ['voltage', seriesOf(-60, -61, -62, -63)],
    ['current', seriesOf(1, 2, 3, 4)],
  ]),
})

function seriesOf(...values: readonly number[]) {
  const ids = Int32Array.of(0, 1)
  return { kind: 'series', ids, values: Float64Array.from(values), samples: 2, dt: 1 } as const
}

const coordinates = coordinatesOf([
  [0, 10, 0, 0],
  [1, 1000, 0, 0],
])
const mea = new MEA({ electrodeCoordinates: [[5, 0, 0, 0]] })

const array = {
  io: mea,
  channelRecording: mea.channelRecording.bind(mea, coordinates) as never,
  potentialRecording: (currents: readonly ArrayLike<number>[]) =>
    mea.potentialRecording(mea.distances(coordinates), currents),
}

test('an array shows who is heard where, and what is measured there', () => {
  const decoding = new ChannelRecording({ duration: 2, voltages: true, membraneCurrents: true })

  const [ids, times, voltageIds, voltages, channelIds, potentials] = decoding.decode(full, array)

  expect(ids).toEqual(new Map([[5, Int32Array.of(0)]]))
  expect(times).toEqual(new Map([[5, Float64Array.of(0.5)]]))
  expect(voltageIds).toEqual(Int32Array.of(0, 1))
  expect(voltages?.[1]).toEqual(Float64Array.of(-62, -63))
  expect(channelIds).toEqual(Int32Array.of(5))
  // 1 uA at 10 µm: 1000 / (4π · 0.0003 · 15) = 17683.88 uV; the cell at 1000 µm is out of reach.
  expect(potentials?.[0]?.[0]).toBeCloseTo(17683.88, 2)
  expect(potentials?.[0]?.[1]).toBeCloseTo(2 * 17683.88257, 3)
})

test('what was not asked for is null, though it was recorded', () => {
  const recording = new ChannelRecording({ duration: 2, spikes: false }).decode(full, array)

  expect(recording).toEqual([null, null, null, null, null, null])
})

test('a merged run has the signals asked for and no others', () => {
  const run = new GatherAndMerge({ duration: 2, voltages: true }).decode(full)

  expect([...run.channels.keys()]).toEqual(['spikes', 'voltage'])
})

test('what is asked for is recorded, as it is asked for', () => {
  const env = recordingCulture()
  const voltage = { voltageDt: 0.5, voltageGids: [3], voltageSections: ['dend'] }

  new GatherAndMerge({ duration: 2, voltages: true, membraneCurrents: true, ...voltage }).setup(env)

  expect(env.asked).toEqual([
    'spikes',
    'voltage {"dt":0.5,"gids":[3],"sections":["dend"]}',
    'current',
  ])
})
