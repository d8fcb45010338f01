/** Encodings: numbers from outside as pulses, latencies, policies and spikes. */
import { expect, test } from 'vitest'
import { UsageError } from '../../../compiler/usage-error.ts'
import { sameContent } from '../../../runtime/decoding/content.ts'
import { ElectrodeStimulus } from '../../../runtime/encoding/electrode-stimulus.ts'
import { encodeWith } from '../../../runtime/encoding/encoding.ts'
import { RateEncoding } from '../../../runtime/encoding/rate-encoding.ts'
import { SpikeTrainInput } from '../../../runtime/encoding/spike-train-input.ts'
import { TemporalEncoding } from '../../../runtime/encoding/temporal-encoding.ts'
import { coordinatesOf } from '../../../runtime/io/coordinates.ts'
import { noIO } from '../../../runtime/io/io.ts'
import { MEA } from '../../../runtime/io/mea.ts'
import { BiphasicPulsePolicy } from '../../../runtime/stimulus/biphasic-pulse-policy.ts'
import { commandsOf, type Policy } from '../../../runtime/stimulus/policy.ts'
import { PulseSweepPolicy } from '../../../runtime/stimulus/pulse-sweep-policy.ts'

/** Two electrodes; both cells are at the second. */
const env = {
  io: new MEA({
    electrodeCoordinates: [
      [0, 0, 0, 0],
      [1, 500, 0, 0],
    ],
  }),
  populations: [
    { name: 'EXC', offset: 0, count: 2 },
    { name: 'INH', offset: 2, count: 2 },
  ],
  stimulusCoordinates: () =>
    coordinatesOf([
      [0, 490, 0, 0],
      [1, 510, 0, 0],
    ]),
}

/** When phases of a sign begin on a channel, in ms. */
function onsets(policy: Policy, channel: number, sign = -1): readonly number[] {
  const values = commandsOf(policy).map((row) => row[channel] ?? 0)
  const begins = values.flatMap((value, k) =>
    Math.sign(value) === sign && Math.sign(values[k - 1] ?? 0) !== sign ? [k * policy.dt] : [],
  )
  return begins.map((t) => Number(t.toFixed(6)))
}

test('a feature of 1 pulses a hundred times a second, one of 0.5 fifty times, one of 0 never', () => {
  const policy = new RateEncoding().encode(env, 1000, [1, 0.5])
  const silent = new RateEncoding().encode(env, 1000, [0, 0])

  expect(onsets(policy, 0).length).toBe(100)
  expect(onsets(policy, 1).length).toBe(50)
  expect(silent.extentMs).toBe(0)
})

test('pulses come at equal distances, the first after half of one', () => {
  const policy = new RateEncoding().encode(env, 40, [1, 0.5])

  expect(onsets(policy, 0)).toEqual([5, 15, 25, 35])
  expect(onsets(policy, 1)).toEqual([10, 30])
})

test('pulses are balanced, and none is cut off by the end of the run', () => {
  const policy = new RateEncoding({ amplitude: 3 }).encode(env, 35.2, [1, 1])

  const values = commandsOf(policy).map((row) => row[0] ?? 0)

  expect(onsets(policy, 0)).toEqual([5, 15, 25])
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(0)
  expect(Math.max(...values)).toBe(3)
  expect(policy.extentMs).toBeLessThanOrEqual(35.2)
})

test('only the channels named are driven', () => {
  const encoding = new RateEncoding({ channels: [1] })

  const policy = encoding.encode(env, 40, [1])

  expect(onsets(policy, 0)).toEqual([])
  expect(onsets(policy, 1).length).toBe(4)
  expect(encoding.inputSpace(env)).toEqual({ low: 0, high: 1, shape: [1] })
  expect(new RateEncoding().inputSpace(env).shape).toEqual([2])
})

test('the larger a feature, the sooner its pulse', () => {
  const policy = new TemporalEncoding({ windowMs: 50.45 }).encode(env, 100, [1, 0.8])

  expect(onsets(policy, 0)).toEqual([0])
  expect(onsets(policy, 1)).toEqual([10])
})

test('a feature of 0 has no pulse, and without a window the run is one', () => {
  const policy = new TemporalEncoding().encode(env, 100.45, [0, 0.5])

  expect(onsets(policy, 0)).toEqual([])
  expect(onsets(policy, 1)).toEqual([50])
})

test.each([
  [[0.5], 'There are 1 features for 2 channels; each has one.'],
  [[0.5, 1.2], 'Feature 1 is 1.2; it must be a number from 0 to 1.'],
  [[Number.NaN, 0], 'Feature 0 is NaN; it must be a number from 0 to 1.'],
])('features that are none are refused: %#', (features, sentence) => {
  expect(() => new RateEncoding().encode(env, 100, features)).toThrow(new UsageError(sentence))
  expect(() => new TemporalEncoding().encode(env, 100, features)).toThrow(new UsageError(sentence))
})

test.each([
  [
    () => new RateEncoding({ maxRateHz: 4000 }),
    'RateEncoding: pulses last 0.45 ms and begin every 0.25 ms at maxRateHz 4000; they must end before the next.',
  ],
  [
    () => new RateEncoding({ channels: [2] }).encode(env, 10, [1]),
    'There is no channel 2; channels are 0 to 1.',
  ],
  [
    () => new RateEncoding().encode({ io: noIO }, 10, []),
    'There are no electrodes to encode for; give env an io, such as new MEA().',
  ],
  [
    () => new TemporalEncoding({ windowMs: 200 }).encode(env, 100, [1, 1]),
    'TemporalEncoding: a pulse of 0.45 ms must fit into the window of 200 ms, and the window into the run of 100 ms.',
  ],
  [
    () => new RateEncoding(JSON.parse('{"maxRate": 5}')),
    'RateEncoding has no maxRate; it has amplitude, phaseDuration, interphaseGap, cathodicFirst, dt, maxRateHz, channels.',
  ],
])('an encoding that makes no sense is refused with a sentence: %#', (encode, sentence) => {
  expect(encode).toThrow(new UsageError(sentence))
})

test('a policy is sent through the electrode that reaches most', () => {
  const encoding = new ElectrodeStimulus(new BiphasicPulsePolicy({ amplitude: 7 }))

  const policy = encoding.encode(env, 100)

  expect(policy.fields).toMatchObject({ nChannels: 2, channels: [1], amplitude: 7 })
  expect(encoding.resolved).toBe(policy)
})

test('a policy is sent through the electrode that is named', () => {
  const encoding = new ElectrodeStimulus(new BiphasicPulsePolicy(), 0)

  expect(encoding.encode(env, 100).fields.channels).toEqual([0])
})

test('the inputs may be the policy', () => {
  const encoding = new ElectrodeStimulus()

  const policy = encoding.encode(env, 100, new BiphasicPulsePolicy({ amplitude: 2 }))

  expect(policy.fields).toMatchObject({ amplitude: 2 })
})

test('a sweep fills the run', () => {
  const sweep = new PulseSweepPolicy({ amplitudes: [1, 2], repeats: 1, trialMs: 100, onsetMs: 50 })

  const policy = new ElectrodeStimulus(sweep).encode(env, 500)

  expect(policy.extentMs).toBe(500)
})

test.each([
  [
    () => new ElectrodeStimulus().encode(env, 100),
    'There is no policy; give ElectrodeStimulus one, or give it as inputs, such as new BiphasicPulsePolicy().',
  ],
  [
    () => new ElectrodeStimulus(new BiphasicPulsePolicy()).encode({ ...env, io: noIO }, 100),
    'There are no electrodes to stimulate with; give env an io, such as new MEA().',
  ],
  [
    () => new ElectrodeStimulus(null, -1),
    'The channel is -1; it must be a whole number from 0 on.',
  ],
  [
    () => new ElectrodeStimulus(new BiphasicPulsePolicy(), 9).encode(env, 100),
    'There is no channel 9; channels are 0 to 1.',
  ],
])('what cannot be sent through electrodes is refused: %#', (encode, sentence) => {
  expect(encode).toThrow(new UsageError(sentence))
})

test('trains are played to the cells of a population, later, and not after the run', () => {
  const encoding = new SpikeTrainInput({ population: 'INH', onset: 10 })

  const trains = encoding.encode(env, 100, { 0: [1, 95], 1: [5] })

  expect(trains.toJSON()).toEqual({ 2: [11], 3: [15] })
})

test('without a population cells are named by their gids', () => {
  expect(new SpikeTrainInput().encode(env, 100, { 3: [1] }).toJSON()).toEqual({ 3: [1] })
})

test.each([
  [{ population: 'PV' }, 'There is no population PV; there is EXC, INH.'],
  [{ population: 'INH' }, 'INH has 2 cells; there is no cell 5.'],
])('trains for cells that do not exist are refused: %#', (options, sentence) => {
  const encode = () => new SpikeTrainInput(options).encode(env, 100, { 5: [1] })

  expect(encode).toThrow(new UsageError(sentence))
})

test('a function is an encoding too', async () => {
  const pulse = (_env: unknown, _duration: number, amplitude: number) =>
    new BiphasicPulsePolicy({ nChannels: 2, channels: [0], amplitude })

  const made = await encodeWith(pulse, { env, duration: 100, inputs: 3 })
  const same = await encodeWith(new RateEncoding(), { env, duration: 100, inputs: [0, 1] })

  expect(made).toMatchObject({ fields: { amplitude: 3 } })
  expect(same).toMatchObject({ inputUnits: 'uA' })
})

test('what can do neither is no encoding', async () => {
  const encoded = encodeWith('rate' as never, { env, duration: 100, inputs: null })

  await expect(encoded).rejects.toThrow(
    'The encoding is rate; it must have encode(env, duration, inputs), or be such a function.',
  )
})

test('encodings with the same options are the same, though one was used', () => {
  const used = new ElectrodeStimulus(new BiphasicPulsePolicy())
  used.encode(env, 100)

  expect(sameContent(used, new ElectrodeStimulus(new BiphasicPulsePolicy()))).toBe(true)
  expect(sameContent(new RateEncoding({ amplitude: 1 }), new RateEncoding({ amplitude: 2 }))).toBe(
    false,
  )
})
