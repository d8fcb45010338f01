/** What spikes look like: cut around their peaks, and measured. */
import { expect, test } from 'vitest'
import { spikeWaveforms, waveformShape } from '../../../runtime/decoding/spike-waveforms.ts'
import { Waveforms } from '../../../runtime/decoding/waveforms.ts'
import { Run } from '../../../runtime/run.ts'
import type { Channel } from '../../../runtime/signals/channel.ts'
import { culture, recordingCulture } from './golden-train.ts'

/** 1 mV is the height of a sample above -60 mV; a spike rises within 1 ms and falls below rest. */
const spike = [0, 0, 0, 40, 80, 30, -10, -5]

/** 100 samples of 0.5 ms at -60 mV, with spikes that begin where they are told to. */
function voltageWith(...starts: readonly number[]): Float64Array {
  const voltage = new Float64Array(100).fill(-60)
  for (const start of starts) {
    spike.forEach((mV, k) => {
      voltage[start + k] = -60 + mV
    })
  }
  return voltage
}

test('a spike is cut with its peak at the same place, wherever it was detected', () => {
  const cut = { dt: 0.5, pre: 2, post: 2 }

  const [early] = spikeWaveforms(voltageWith(20), [11.5], cut)
  const [late] = spikeWaveforms(voltageWith(20), [12.5], cut)

  expect(early).toEqual(Float64Array.of(-60, -60, -60, -20, 20, -30, -70, -65))
  expect(late).toEqual(early)
})

test('a spike too near to an end is left out', () => {
  const cut = { dt: 0.5, pre: 4, post: 10 }

  expect(spikeWaveforms(voltageWith(2), [3], cut)).toEqual([])
  expect(spikeWaveforms(voltageWith(90), [47], cut)).toEqual([])
})

test('the shape of a spike is read off its samples', () => {
  const cuts = spikeWaveforms(voltageWith(20), [12], { dt: 0.5, pre: 4, post: 4 })

  expect(waveformShape(cuts, 0.5)).toEqual({
    thresholdMV: -60,
    peakMV: 20,
    amplitudeMV: 80,
    halfWidthMs: 0.5,
    ahpMV: -10,
    nSpikes: 1,
  })
})

test('no spike has no shape', () => {
  expect(waveformShape([], 0.5)).toBeNull()
})

function recorded(sections?: readonly string[]): Run {
  const voltage: Channel = {
    kind: 'series',
    ids: Int32Array.of(0, 9),
    values: Float64Array.of(...voltageWith(20, 60), ...voltageWith(40)),
    samples: 100,
    dt: 0.5,
    ...(sections ? { sections } : {}),
  }
  const spikes: Channel = {
    kind: 'events',
    ids: Int32Array.of(0, 9, 0),
    times: Float64Array.of(12, 22, 32),
  }
  return new Run({
    duration: 50,
    channels: new Map<string, Channel>([
      ['voltage', voltage],
      ['spikes', spikes],
    ]),
  })
}

test('spikes are sorted by population', () => {
  const { waveforms, shape } = new Waveforms({ duration: 50 }).decode(recorded(), culture)

  expect(waveforms.EXC?.length).toBe(2)
  expect(waveforms.INH?.length).toBe(1)
  expect(shape.INH?.amplitudeMV).toBe(80)
})

test('the first spikes are enough', () => {
  const { shape } = new Waveforms({ duration: 50, maxSpikes: 1 }).decode(recorded(), culture)

  expect(shape.EXC?.nSpikes).toBe(1)
})

test('of several sections the one asked for is looked at', () => {
  const run = recorded(['soma', 'dend'])

  const { waveforms } = new Waveforms({ duration: 50 }).decode(run, culture)

  expect(waveforms.EXC?.length).toBe(2)
  expect(waveforms.INH).toEqual([])
  expect(() => new Waveforms({ duration: 50, section: 'axon' }).decode(run, culture)).toThrow(
    'No voltage was recorded in axon; it was in soma, dend.',
  )
})

test('spikes and voltage are recorded, the voltage finely', () => {
  const env = recordingCulture()

  new Waveforms({ duration: 50, voltageGids: [0, 9] }).setup(env)

  expect(env.asked).toEqual(['spikes', 'voltage {"dt":0.025,"gids":[0,9]}'])
})
