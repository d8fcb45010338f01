/** Pulses for electrodes: what is sent when, and that it is balanced. */
import { expect, test } from 'vitest'
import { UsageError } from '../../../compiler/usage-error.ts'
import { BiphasicPulsePolicy } from '../../../runtime/stimulus/biphasic-pulse-policy.ts'
import { customPolicy } from '../../../runtime/stimulus/custom-policy.ts'
import { MonophasicPulsePolicy } from '../../../runtime/stimulus/monophasic-pulse-policy.ts'
import {
  commandsOf,
  commandWindow,
  mustFit,
  type Policy,
  unitsMustAgree,
} from '../../../runtime/stimulus/policy.ts'
import { PulseSweepPolicy } from '../../../runtime/stimulus/pulse-sweep-policy.ts'

const one = { nChannels: 1, channels: [0] }

const channel = (policy: Policy, k = 0): readonly number[] =>
  commandsOf(policy).map((row) => row[k] ?? Number.NaN)

test('a biphasic pulse is 0.2 ms of -1.5 uA, a gap of 0.05 ms, and 0.2 ms of 1.5 uA', () => {
  const pulse = new BiphasicPulsePolicy(one)

  expect(channel(pulse)).toEqual([-1.5, -1.5, -1.5, -1.5, 0, 1.5, 1.5, 1.5, 1.5])
  expect(pulse.extentMs).toBeCloseTo(0.45, 12)
})

test('the anodic phase comes first where it is asked for', () => {
  const pulse = new BiphasicPulsePolicy({ ...one, cathodicFirst: false, amplitude: 3 })

  expect(channel(pulse)[0]).toBe(3)
})

test('a train of five pulses 10 ms apart lasts 40.45 ms and leaves no charge', () => {
  const train = new BiphasicPulsePolicy({ ...one, pulseTimes: [0, 10, 20, 30, 40] })

  const values = channel(train)

  expect(values.length).toBe(809)
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(0)
  expect(values.filter((value) => value !== 0).length).toBe(40)
})

test('pulses at times in any order are the same pulses', () => {
  const train = new BiphasicPulsePolicy({ ...one, pulseTimes: [10, 0] })

  expect(train.extentMs).toBeCloseTo(10.45, 12)
  expect(channel(train)[200]).toBe(-1.5)
})

test('only the channels named are driven', () => {
  const pulse = new BiphasicPulsePolicy({ nChannels: 4, channels: [1, 3] })

  expect(commandsOf(pulse)[0]).toEqual(Float64Array.of(0, -1.5, 0, -1.5))
})

test('between the edges of pulses nothing changes', () => {
  const train = new BiphasicPulsePolicy({ ...one, pulseTimes: [0, 100] })

  const waveform = train.waveform()

  expect(waveform.changeAfter(0)).toBe(4)
  expect(waveform.changeAfter(4)).toBe(5)
  expect(waveform.changeAfter(9)).toBe(2000)
})

test('a block of commands is the same as its rows', () => {
  const waveform = new BiphasicPulsePolicy({ ...one, pulseTimes: [0, 0.6, 2] }).waveform()
  const block = new Float64Array(20)
  const row = new Float64Array(1)

  waveform.render(3, 20, block)

  const rows = Array.from(block, (_, k) => {
    waveform.render(3 + k, 1, row)
    return row[0]
  })
  expect([...block]).toEqual(rows)
})

test('a monophasic pulse of 0.2 ms at 0.05 ms has 4 rows', () => {
  const pulse = new MonophasicPulsePolicy({ ...one, pulseWidth: 0.2, dt: 0.05 })

  expect(channel(pulse)).toEqual([1.5, 1.5, 1.5, 1.5])
})

test('each channel may have its amplitude, and none', () => {
  const pulse = new MonophasicPulsePolicy({
    nChannels: 3,
    channels: [0, 1, 2],
    amplitude: [2, 0, -1],
    pulseTimes: [1],
  })

  expect(commandsOf(pulse)).toEqual([Float64Array.of(0, 0, 0), Float64Array.of(2, 0, -1)])
})

test('a sweep goes through its amplitudes again and again', () => {
  const sweep = new PulseSweepPolicy({ repeats: 2 })

  expect(sweep.schedule().map(([, amplitude]) => amplitude)).toEqual([
    300, 400, 500, 600, 300, 400, 500, 600,
  ])
  expect(sweep.schedule(5000)[1]).toEqual([8000, 400])
  expect([sweep.nTrials, sweep.durationMs, sweep.extentMs]).toEqual([8, 16_000, 16_000])
})

test('a sweep follows an order where it has one', () => {
  const sweep = new PulseSweepPolicy({ amplitudes: [1, 2], repeats: 2, order: [1, 1, 0, 0] })

  expect(sweep.schedule().map(([, amplitude]) => amplitude)).toEqual([2, 2, 1, 1])
})

test('a sweep of one trial of 200 ms is 2000 rows, -300 and then 300 uA, and balanced', () => {
  const sweep = new PulseSweepPolicy({
    nChannels: 8,
    channels: [2],
    amplitudes: [300],
    repeats: 1,
    trialMs: 200,
    onsetMs: 100,
  })

  const commands = commandsOf(sweep)

  expect([commands.length, commands[0]?.length]).toEqual([2000, 8])
  expect(commands.slice(999, 1003).map((row) => row[2])).toEqual([0, -300, 300, 0])
})

test('a pulse that does not fit into the sweep is refused', () => {
  const sweep = new PulseSweepPolicy({ ...one, totalMs: 5000 })

  expect(() => sweep.waveform()).toThrow(/The pulse at 5000 ms does not fit into 5000 ms/)
})

test('commands beyond the last are zero', () => {
  const pulse = new BiphasicPulsePolicy(one)

  expect(commandWindow(pulse, 0.4, 0.6).map(([value]) => value)).toEqual([1.5, 0, 0, 0])
})

test('a policy of one’s own is a function of times and of what was observed', () => {
  const policy = customPolicy({
    nChannels: 2,
    dt: 1,
    extentMs: 3,
    source: (start, stop, seen) => Array.from({ length: stop - start }, () => [Number(seen), 0]),
  })

  expect(commandsOf(policy, 4)).toEqual([
    Float64Array.of(4, 0),
    Float64Array.of(4, 0),
    Float64Array.of(4, 0),
  ])
})

test('policies come back from their files as they were', () => {
  const sweep = new PulseSweepPolicy({ ...one, amplitudes: [1, 2], startMs: 50 })
  const train = new BiphasicPulsePolicy({ ...one, pulseTimes: [1, 2] })
  const pulse = new MonophasicPulsePolicy({ ...one, amplitude: [4] })

  expect(PulseSweepPolicy.fromJSON(JSON.stringify(sweep))).toEqual(sweep)
  expect(BiphasicPulsePolicy.fromJSON(JSON.stringify(train))).toEqual(train)
  expect(MonophasicPulsePolicy.fromJSON(JSON.stringify(pulse))).toEqual(pulse)
  expect(Object.keys(train.toJSON())).toContain('pulse_times')
})

test('a policy is set for an array when the array is known', () => {
  const pulse = new BiphasicPulsePolicy({ amplitude: 9 })

  expect(() => pulse.waveform()).toThrow(/forArray/)
  expect(commandsOf(pulse.forArray(3, [2]))[0]).toEqual(Float64Array.of(0, 0, -9))
})

test.each([
  [
    'an unknown field',
    () => BiphasicPulsePolicy.fromJSON({ amplitud: 1 }),
    /has no amplitud; it has/,
  ],
  [
    'a channel outside',
    () => new BiphasicPulsePolicy({ nChannels: 4, channels: [4] }),
    /channels are 0 to 3/,
  ],
  ['an array of nothing', () => new BiphasicPulsePolicy({ nChannels: 0 }), /1 or more/],
  ['no pulse', () => new BiphasicPulsePolicy({ ...one, pulseTimes: [] }), /there must be times/],
  [
    'a phase that is cut short',
    () => new BiphasicPulsePolicy({ ...one, dt: 0.15 }),
    /dt 0.1 would do/,
  ],
  ['a phase shorter than dt', () => new BiphasicPulsePolicy({ ...one, dt: 1 }), /dt 0.2 would do/],
  [
    'amplitudes without channels',
    () => new MonophasicPulsePolicy({ ...one, amplitude: [1, 2] }),
    /2 amplitudes for 1 channels/,
  ],
  ['no amplitude', () => new PulseSweepPolicy({ amplitudes: [] }), /one amplitude or more/],
  [
    'a pulse beyond its trial',
    () => new PulseSweepPolicy({ onsetMs: 2000 }),
    /does not fit into a trial/,
  ],
  [
    'an order of other length',
    () => new PulseSweepPolicy({ order: [0] }),
    /names 1 trials; there are 32/,
  ],
  [
    'an amplitude that there is not',
    () => new PulseSweepPolicy({ amplitudes: [1], repeats: 1, order: [1] }),
    /names amplitude 1/,
  ],
  [
    'pulses into each other',
    () => new BiphasicPulsePolicy({ ...one, pulseTimes: [0, 0.3] }).waveform(),
    /before the last is over/,
  ],
])('%s is refused with what would be right', (_, make, message) => {
  expect(make).toThrow(UsageError)
  expect(make).toThrow(message)
})

test('a policy fits into the run and speaks the unit of the device', () => {
  const pulse = new BiphasicPulsePolicy(one)

  expect(() => mustFit(pulse, 0.45)).not.toThrow()
  expect(() => mustFit(pulse, 0.4)).toThrow(/run for longer/)
  expect(() => unitsMustAgree(pulse, 'mW')).toThrow(/commands uA and the device takes mW/)
})
