/** Transforms, filters and spectra against scipy 1.17.1, and the field potentials made with them. */
import { expect, test } from 'vitest'
import { autocovariance, fourierOf } from '../../../runtime/decoding/fourier.ts'
import { LFP } from '../../../runtime/decoding/lfp.ts'
import { everyNth, lowPass } from '../../../runtime/decoding/low-pass.ts'
import { bandPower, welch } from '../../../runtime/decoding/power-spectrum.ts'
import { gammaRatio } from '../../../runtime/decoding/statistics.ts'
import { noIO } from '../../../runtime/io/io.ts'
import { Run } from '../../../runtime/run.ts'

/** 6 Hz, 40 Hz at half the amplitude, and something in between, sampled at 1000 Hz. */
const signal = Float64Array.from({ length: 1000 }, (_, k) => {
  const slow = Math.sin((2 * Math.PI * 6 * k) / 1000)
  const fast = 0.5 * Math.sin((2 * Math.PI * 40 * k) / 1000)
  return slow + fast + (0.1 * (((k * 7919) % 101) - 50)) / 50
})

test('a transform of 30 points is the one numpy.fft has', () => {
  const { re, im } = fourierOf(signal.subarray(0, 30))

  expect(re[0]).toBeCloseTo(15.853119122015798, 12)
  expect(im[0]).toBeCloseTo(0, 12)
  expect(re[1]).toBeCloseTo(3.2716336636778776, 12)
  expect(im[1]).toBeCloseTo(-0.5481670628493795, 12)
  expect(re[7]).toBeCloseTo(-0.7699908727486757, 12)
  expect(im[7]).toBeCloseTo(0.7965112681396171, 12)
  expect(re[15]).toBeCloseTo(-0.7354130624398018, 12)
})

test('64 points are transformed as the definition says', () => {
  const values = signal.subarray(0, 64)
  const at = (k: number): readonly [number, number] => {
    const angle = (n: number): number => (-2 * Math.PI * k * n) / 64
    return [
      values.reduce((sum, x, n) => sum + x * Math.cos(angle(n)), 0),
      values.reduce((sum, x, n) => sum + x * Math.sin(angle(n)), 0),
    ]
  }

  const { re, im } = fourierOf(values)

  expect(re[5]).toBeCloseTo(at(5)[0], 11)
  expect(im[5]).toBeCloseTo(at(5)[1], 11)
  expect(re[63]).toBeCloseTo(at(63)[0], 11)
})

test('the autocovariance is the sum of products of what is a lag apart', () => {
  const covariance = autocovariance([1, 2, 4, 1])

  const expected = [6, -2, -2, 1]
  expected.forEach((value, lag) => {
    expect(covariance[lag]).toBeCloseTo(value, 12)
  })
})

test.each([
  [1000, 500, 0.49999961436611373, 5.6290480757980536e-5, 0.12444357622453235, 0.627779898369879],
  [256, 128, 0.251846262953098, 1.5708885684957848e-4, 0.12462251968931665, 0.7075434483705139],
  [300, 100, 0.31615059689750935, 1.47883902473839e-4, 0.12463522723251508, 0.6501362692110082],
])('power in windows of %i samples that share %i', (nperseg, noverlap, ...expected) => {
  const spectrum = welch(signal, { rate: 1000, nperseg, noverlap })

  const powers = [
    bandPower(spectrum, [4, 8]),
    bandPower(spectrum, [13, 30]),
    bandPower(spectrum, [30, 80]),
    bandPower(spectrum),
  ]

  expected.forEach((power, k) => {
    expect((powers[k] ?? 0) / power).toBeCloseTo(1, 10)
  })
})

test('a band with a single frequency in it has the power of one bin', () => {
  const spectrum = { frequencies: Float64Array.of(0, 2, 4), density: Float64Array.of(1, 3, 5) }

  expect(bandPower(spectrum, [1, 3])).toBe(6)
  expect(bandPower(spectrum, [0.5, 1])).toBe(0)
})

test.each([
  [
    4,
    [
      -0.09969003928137654, 0.09786481046092714, 0.6505168886263673, 0.015591260692755859,
      -0.15275558043330661,
    ],
  ],
  [
    3,
    [
      -0.10089636364343038, 0.09854749819597058, 0.6510675639765804, 0.015871929090074045,
      -0.14984514076836933,
    ],
  ],
])('a low-pass of order %i at 100 Hz is the one of scipy.signal.sosfiltfilt', (order, expected) => {
  const filtered = lowPass(signal, { rate: 1000, cutoff: 100, order })

  const places = [0, 1, 10, 500, 999]
  places.forEach((place, k) => {
    expect(filtered[place]).toBeCloseTo(expected[k] ?? 0, 10)
  })
})

test('a low-pass above half the sampling rate is refused', () => {
  const filter = () => lowPass(signal, { rate: 1000, cutoff: 500, order: 4 })

  expect(filter).toThrow(
    'A low-pass at 500 Hz needs more than 1000 samples in a second; there are 1000.',
  )
})

test('every third of seven samples are three', () => {
  expect(everyNth(Float64Array.of(0, 1, 2, 3, 4, 5, 6), 3)).toEqual(Float64Array.of(0, 3, 6))
})

test.each([
  [4.77, 5.27, 0.4700035279210269],
  [0.5, 1, Math.sqrt(Math.PI)],
  [200, 201, 1 / 200],
])('the ratio of Γ(%d) and Γ(%d) is that of scipy.special', (a, b, ratio) => {
  expect(gammaRatio(a, b) / ratio).toBeCloseTo(1, 12)
})

/** Two electrodes; each current is potential: of the first row at channel 3, of the second at 7. */
const array = {
  io: { ...noIO, channelIds: Int32Array.of(3, 7) },
  potentialRecording: (rows: readonly ArrayLike<number>[]) =>
    rows.map((row) => Float64Array.from(row)),
}

/** 100 ms at 10 kHz. */
const currents = new Run({
  duration: 100,
  channels: new Map([
    [
      'current',
      {
        kind: 'series',
        ids: Int32Array.of(0, 1),
        values: Float64Array.from({ length: 2000 }, (_, k) => k % 1000),
        samples: 1000,
        dt: 0.1,
      },
    ],
  ]),
})

test('10 kHz become 1 kHz', () => {
  const { lfp, ...rest } = new LFP({ duration: 100 }).decode(currents, array)

  expect(rest).toEqual({ sampleRateHz: 1000, nChannels: 2, nSamples: 100 })
  expect([...(lfp[0] ?? [])].slice(0, 3)).toEqual([0, 10, 20])
})

test('only the channels named are decoded', () => {
  const field = new LFP({ duration: 100, channels: [7] }).decode(currents, array)

  expect(field.nChannels).toBe(1)
  expect(() => new LFP({ duration: 100, channels: [1] }).decode(currents, array)).toThrow(
    'There is no channel 1; there is 3, 7.',
  )
})

test('without currents there is no potential', () => {
  const field = new LFP({ duration: 100 }).decode(new Run({ duration: 100 }), array)

  expect(field).toEqual({ lfp: [], sampleRateHz: 0, nChannels: 0, nSamples: 0 })
})

/** One electrode that measures the signal above for a second. */
const rhythm = new Run({
  duration: 1000,
  channels: new Map([
    ['current', { kind: 'series', ids: Int32Array.of(0), values: signal, samples: 1000, dt: 1 }],
  ]),
})

test('rhythms have the power that scipy.signal.welch finds', () => {
  const one = { ...array, io: { ...noIO, channelIds: Int32Array.of(0) } }

  const field = new LFP({ duration: 1000, computeBandPower: true }).decode(rhythm, one)

  expect(Object.keys(field.bandPower ?? {})).toEqual(['delta', 'theta', 'alpha', 'beta', 'gamma'])
  expect(field.bandPower?.theta).toBeCloseTo(0.49999961436611373, 10)
  expect(field.broadband).toBeCloseTo(0.627779898369879, 10)
  expect(field.relativeBandPower?.theta).toBeCloseTo(0.49999961436611373 / 0.627779898369879, 10)
})

test("one's own bands take the place of the usual ones", () => {
  const bands = { slow: [5, 7] } as const

  const field = new LFP({ duration: 1000, computeBandPower: bands, channels: [3] }).decode(
    rhythm,
    array,
  )

  expect(Object.keys(field.bandPower ?? {})).toEqual(['slow'])
})
