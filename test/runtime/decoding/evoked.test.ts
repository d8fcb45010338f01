/** What a stimulus evokes: responses, recruitment, histograms around onsets. Numbers of the original. */
import { expect, test } from 'vitest'
import { UsageError } from '../../../compiler/usage-error.ts'
import { responders, stimulusResponse } from '../../../runtime/decoding/evoked-response.ts'
import { PeriStimulusHistogram } from '../../../runtime/decoding/peri-stimulus-histogram.ts'
import { RecruitmentCurve } from '../../../runtime/decoding/recruitment-curve.ts'
import { recruitmentThreshold } from '../../../runtime/decoding/recruitment-threshold.ts'
import { StimulusResponse } from '../../../runtime/decoding/stimulus-response.ts'
import { culture, goldenRun, runOf, type SpikePair } from './golden-train.ts'

const duration = 1000

test('the response at 500 ms is that of the original', () => {
  const windows = { onsetMs: 500, preMs: 400, postMs: 200, tailMs: 400 }

  const response = new StimulusResponse({ duration, ...windows }).decode(goldenRun, culture)

  expect(response.evokedRateHz).toBeCloseTo(0, 9)
  expect(response.responseGain).toBeCloseTo(1, 9)
  expect(response.responsePeakHz).toBeCloseTo(116.666667, 6)
  expect(response.responseLatencyMs).toBe(5)
  expect(response.responseDurationMs).toBe(10)
  expect(response.responseProbability).toBeCloseTo(0.083333333, 9)
})

test('where nothing was before there is no gain, and where nothing is after no latency', () => {
  const windows = { onset: 500, pre: 100, post: 100, tail: 100, binSize: 10, thresholdK: 3 }

  const response = stimulusResponse(runOf([]), culture, windows)

  expect(response).toEqual({
    evokedRateHz: 0,
    responseGain: Number.NaN,
    responsePeakHz: 0,
    responseLatencyMs: Number.NaN,
    responseDurationMs: Number.NaN,
    responseProbability: 0,
  })
})

test('a response that goes on until the window ends has no duration', () => {
  const pairs = Array.from({ length: 500 }, (_, k): SpikePair => [k % 12, 500 + k])
  const windows = { onsetMs: 500, preMs: 400, postMs: 200 }

  const response = new StimulusResponse({ duration, ...windows }).decode(runOf(pairs), culture)

  expect(response.responseDurationMs).toBeNaN()
  expect(response.responseProbability).toBe(1)
})

test('cells respond that fire by more than one spike more than before', () => {
  const pairs: readonly SpikePair[] = [
    [0, 50],
    [0, 110],
    [0, 120],
    [0, 130],
    [1, 110],
    [1, 120],
    [2, 110],
  ]

  expect(responders(runOf(pairs), { onset: 100, pre: 100, post: 100 })).toEqual([0, 1])
})

test.each([
  [
    { onsetMs: 100, preMs: 200, postMs: 100 },
    'A pulse at 100 ms is looked at from -100 to 200 ms; the run is from 0 to 1000 ms.',
  ],
  [
    { onsetMs: 900, preMs: 200, postMs: 200 },
    'A pulse at 900 ms is looked at from 700 to 1100 ms; the run is from 0 to 1000 ms.',
  ],
])('windows beyond the run are refused: %#', (windows, sentence) => {
  expect(() => new StimulusResponse({ duration, ...windows })).toThrow(new UsageError(sentence))
})

test('a third of the cells answer both amplitudes, as in the original', () => {
  const curve = new RecruitmentCurve({
    duration,
    schedule: [
      [300, 10],
      [500, 20],
      [700, 20],
    ],
    preMs: 100,
    postMs: 50,
  }).decode(goldenRun, culture)

  expect(curve.probabilities[0]).toBeCloseTo(0.333333333, 9)
  expect(curve.probabilities[1]).toBeCloseTo(0.333333333, 9)
  expect(curve).toMatchObject({
    amplitudes: [10, 20],
    censored: 'above',
    below: 20,
    above: null,
    highestTested: 20,
  })
})

test('a threshold lies between two amplitudes, or beyond all of them', () => {
  const bracketed = recruitmentThreshold([
    [10, 0.1],
    [20, 0.4],
    [30, 0.6],
    [40, 0.3],
  ])
  const below = recruitmentThreshold([
    [10, 0.5],
    [20, 0.9],
  ])

  expect(bracketed).toMatchObject({ censored: null, below: 20, above: 30 })
  expect(below).toMatchObject({ censored: 'below', below: null, above: 10 })
})

test('of several pulses of one amplitude the median counts', () => {
  const { curve } = recruitmentThreshold([
    [10, 0.9],
    [10, 0.1],
    [10, 0.2],
    [20, 1],
  ])

  expect(curve).toEqual({ 10: 0.2, 20: 1 })
})

test('one amplitude makes no curve', () => {
  const make = () =>
    new RecruitmentCurve({ duration, schedule: [[300, 10]], preMs: 100, postMs: 50 })

  expect(make).toThrow('A curve needs two amplitudes or more; the schedule has 10.')
})

test('populations fire around onsets as in the original', () => {
  const histogram = new PeriStimulusHistogram({
    duration,
    onsets: [300, 500, 700],
    preMs: 20,
    postMs: 30,
  }).decode(goldenRun, culture)

  const exc = [1.333333, 0.666667, 0.333333, 0.666667, 9.333333, 2.666667, 0.666667, 1, 1, 0.333333]
  const inh = [0, 0.333333, 0.333333, 0, 2, 0.666667, 0, 0.333333, 0, 0.333333]
  expect(rounded(histogram.counts.EXC)).toEqual(exc)
  expect(rounded(histogram.counts.INH)).toEqual(inh)
  expect(histogram).toMatchObject({ nTrials: 3, nUnits: { EXC: 8, INH: 4 } })
  expect([...histogram.edges]).toEqual([-20, -15, -10, -5, 0, 5, 10, 15, 20, 25, 30])
  expect(histogram.spikeTimes.EXC?.length).toBe(54)
})

const rounded = (counts: Float64Array | undefined): readonly number[] =>
  [...(counts ?? [])].map((count) => Number(count.toFixed(6)))

test('a population that does not exist has no histogram', () => {
  const histogram = new PeriStimulusHistogram({ duration, onsets: [300], populations: ['PV'] })

  expect(() => histogram.decode(goldenRun, culture)).toThrow(
    'There is no population PV; there is EXC, INH.',
  )
})
