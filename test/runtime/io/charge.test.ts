/** What commands do to electrodes, said before they are sent. */
import { expect, test } from 'vitest'
import { chargeOf } from '../../../runtime/io/charge.ts'
import { MEA } from '../../../runtime/io/mea.ts'
import { BiphasicPulsePolicy } from '../../../runtime/stimulus/biphasic-pulse-policy.ts'
import { MonophasicPulsePolicy } from '../../../runtime/stimulus/monophasic-pulse-policy.ts'
import { PulseSweepPolicy } from '../../../runtime/stimulus/pulse-sweep-policy.ts'

const on = { nChannels: 16, channels: [3] }

const codes = (policy: BiphasicPulsePolicy | MonophasicPulsePolicy | PulseSweepPolicy) =>
  new MEA().warnings(policy).map(({ code }) => code)

test('a phase of 1.5 uA and 0.2 ms is 0.3 nC, and the next takes it back', () => {
  const charge = chargeOf(new BiphasicPulsePolicy(on).waveform())

  expect(charge.phase[3]).toBeCloseTo(0.3, 12)
  expect(charge.net[3]).toBeCloseTo(0, 12)
})

test('pulses apart are phases apart', () => {
  const charge = chargeOf(new MonophasicPulsePolicy({ ...on, pulseTimes: [0, 5] }).waveform())

  expect(charge.phase[3]).toBeCloseTo(1.5, 12)
  expect(charge.net[3]).toBeCloseTo(3, 12)
})

test('balanced pulses that platinum bears need no warning', () => {
  expect(codes(new BiphasicPulsePolicy({ ...on, pulseTimes: [0, 0.7, 3] }))).toEqual([])
})

test('a pulse of one polarity leaves its charge at the electrode', () => {
  const [warning] = new MEA().warnings(
    new MonophasicPulsePolicy({ ...on, pulseWidth: 0.2, dt: 0.1 }),
  )

  expect(warning?.message).toBe(
    'The command leaves 0.3 nC at electrode 3. Electrodes polarize unless each pulse is followed by its opposite, as BiphasicPulsePolicy does.',
  )
})

test('600 uA through an electrode of 30 um are more than platinum bears', () => {
  expect(codes(new PulseSweepPolicy({ ...on, repeats: 1 }))).toEqual(['dense-charge'])
  expect(new MEA().warnings(new PulseSweepPolicy({ ...on, repeats: 1 }))[0]?.message).toContain(
    'A phase of 60 nC at electrode 3 is 8490 µC/cm² of an electrode 30 µm wide',
  )
})
