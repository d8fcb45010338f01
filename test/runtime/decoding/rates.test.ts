/** How much cells fire: rates, fractions of cells, and what is steady about them. Numbers of the original. */
import { expect, test } from 'vitest'
import { UsageError } from '../../../compiler/usage-error.ts'
import { ActiveFraction } from '../../../runtime/decoding/active-fraction.ts'
import { baks } from '../../../runtime/decoding/baks.ts'
import { ISICV } from '../../../runtime/decoding/isi-cv.ts'
import { MeanFiringRate } from '../../../runtime/decoding/mean-firing-rate.ts'
import { PerUnitFiringRate } from '../../../runtime/decoding/per-unit-firing-rate.ts'
import { PopulationActiveFraction } from '../../../runtime/decoding/population-active-fraction.ts'
import { PopulationFiringRates } from '../../../runtime/decoding/population-firing-rates.ts'
import { PopulationRateMetrics } from '../../../runtime/decoding/population-rate-metrics.ts'
import { PopulationSpikeDensity } from '../../../runtime/decoding/population-spike-density.ts'
import { Stability } from '../../../runtime/decoding/stability.ts'
import { culture, goldenRun, recordingCulture, runOf } from './golden-train.ts'

const duration = 1000

test('the train is the one the original was measured with', () => {
  const { times } = goldenRun.events()

  expect(times.length).toBe(260)
  expect(times.reduce((sum, t) => sum + t, 0)).toBeCloseTo(130648.17387, 5)
})

test('the mean rate is of all cells; the original has 26 Hz, of the ten that fired', () => {
  const rate = new MeanFiringRate({ duration }).decode(goldenRun, culture)

  expect(rate.activeRateHz).toBeCloseTo(26, 9)
  expect(rate.rateHz).toBeCloseTo(260 / 12, 12)
  expect(rate).toMatchObject({ totalSpikes: 260, nUnits: 12, nActive: 10, durationS: 1 })
})

test('a silent culture fires at 0 Hz', () => {
  const rate = new MeanFiringRate({ duration }).decode(runOf([]), culture)

  expect(rate).toMatchObject({ rateHz: 0, activeRateHz: 0, totalSpikes: 0 })
})

test('a rate is of the window that was recorded, not of the one that was planned', () => {
  const half = goldenRun.slice(0, 500)

  const rate = new MeanFiringRate({ duration }).decode(half, culture)

  expect(rate.durationS).toBe(0.5)
  expect(rate.rateHz).toBeCloseTo(rate.totalSpikes / 12 / 0.5, 12)
})

test('ten of twelve cells fired', () => {
  const activity = new ActiveFraction({ duration }).decode(goldenRun, culture)

  expect(activity.activeFraction).toBeCloseTo(0.833333, 6)
  expect(activity).toMatchObject({ activeUnits: 10, totalUnits: 12 })
})

test('cells that never fire are among the silent ones; the original names only those that fire too rarely', () => {
  const activity = new ActiveFraction({ duration, minSpikes: 27 }).decode(goldenRun, culture)

  expect(activity.activeFraction).toBeCloseTo(0.166667, 6)
  expect(activity.silentUnits.filter((gid) => gid < 10).length).toBe(8)
  expect(activity.silentUnits.filter((gid) => gid >= 10)).toEqual([10, 11])
})

test('counts of 50 ms vary as in the original', () => {
  const metrics = new PopulationRateMetrics({ duration, binSize: 50 }).decode(goldenRun)

  expect(metrics.meanCount).toBe(13)
  expect(metrics.stdCount).toBeCloseTo(5.347896783, 9)
  expect(metrics.coefficientOfVariation).toBeCloseTo(0.411376676, 9)
  expect(metrics.fanoFactor).toBeCloseTo(2.2, 9)
  expect(metrics.nBins).toBe(20)
})

test('intervals vary as in the original', () => {
  const irregularity = new ISICV({ duration }).decode(goldenRun)

  expect(irregularity.isiCv).toBeCloseTo(0.756431417, 9)
  expect(irregularity.nUnitsUsed).toBe(10)
})

test('a clock has no variation', () => {
  const clock = runOf(Array.from({ length: 10 }, (_, k) => [3, 10 + 50 * k] as const))

  expect(new ISICV({ duration }).decode(clock)).toEqual({ isiCv: 0, nUnitsUsed: 1 })
})

test('cells that fired have 26 Hz with a variation of 0.0769 as in the original; two more are silent', () => {
  const rates = new PerUnitFiringRate({ duration }).decode(goldenRun, culture)

  expect(rates.activeMeanRateHz).toBeCloseTo(26, 9)
  expect(rates.activeRateCv).toBeCloseTo(0.076923077, 9)
  expect(rates.meanRateHz).toBeCloseTo(260 / 12, 9)
  expect(rates).toMatchObject({ minRateHz: 0, nUnits: 12 })
  expect(rates.perUnitRatesHz[11]).toBe(0)
})

test('populations fire at 26.25 and 12.5 Hz', () => {
  const { ratesHz } = new PopulationFiringRates({ duration }).decode(goldenRun, culture)

  expect(ratesHz.EXC).toBeCloseTo(26.25, 9)
  expect(ratesHz.INH).toBeCloseTo(12.5, 9)
})

test('populations are active in bins as in the original', () => {
  const activity = new PopulationActiveFraction({ duration }).decode(goldenRun, culture)

  expect(activity.meanActiveFraction.EXC).toBeCloseTo(0.7625, 9)
  expect(activity.meanActiveFraction.INH).toBeCloseTo(0.3875, 9)
  expect(activity.stdActiveFraction.EXC).toBeCloseTo(0.152581945, 9)
  expect(activity.stdActiveFraction.INH).toBeCloseTo(0.12437343, 8)
})

test('a population without cells has no rate', () => {
  const populations = [...culture.populations, { name: 'PV', offset: 12, count: 0 }]

  const { ratesHz } = new PopulationFiringRates({ duration }).decode(goldenRun, {
    ...culture,
    populations,
  })

  expect(Object.keys(ratesHz)).toEqual(['EXC', 'INH'])
})

test('rates with a bandwidth of their own are those of the original', () => {
  const { rate, bandwidth } = baks([0.1, 0.12, 0.3], [0, 0.1, 0.2, 0.3])

  const expected = [2.79296533, 3.04943574, 3.09740585, 2.92476577]
  const widths = [0.37799101, 0.37494004, 0.37446729, 0.37652934]
  expected.forEach((value, k) => {
    expect(rate[k]).toBeCloseTo(value, 8)
    expect(bandwidth[k]).toBeCloseTo(widths[k] ?? 0, 8)
  })
})

test('no spikes have no rate', () => {
  expect(baks([], [0, 1]).rate).toEqual(Float64Array.of(0, 0))
})

test('spike density is that of the original', () => {
  const density = new PopulationSpikeDensity({
    duration,
    temporalResolution: 10,
    stabilityResolution: 50,
    activeThreshold: 20,
  }).decode(goldenRun, culture)

  expect(density.meanRate.EXC).toBeCloseTo(21.024936598, 8)
  expect(density.meanRate.INH).toBeCloseTo(20.010393606, 8)
  expect(density.meanFractionActivePerBin.EXC).toBeCloseTo(0.6375, 9)
  expect(density.meanFractionActivePerBin.INH).toBeCloseTo(0.2875, 9)
  expect(density.stdFractionActivePerBin.EXC).toBeCloseTo(0.395087016, 9)
  expect(density.stdFractionActivePerBin.INH).toBeCloseTo(0.240767004, 9)
  expect(density.rateCv.EXC).toBeCloseTo(0.619744338, 9)
  expect(density.rateCv.INH).toBeCloseTo(0.837450447, 9)
  expect(density.fractionActive).toEqual({ EXC: 1, INH: 0.5 })
  expect(density.nActive).toEqual({ EXC: 8, INH: 2 })
  expect(density.nTotal).toEqual({ EXC: 8, INH: 4 })
})

test('a threshold for a population that does not exist is refused', () => {
  const density = new PopulationSpikeDensity({ duration, activeThreshold: { EXE: 1 } })

  expect(() => density.decode(goldenRun, culture)).toThrow(
    'activeThreshold names EXE, which is no population; there is EXC, INH.',
  )
})

test('a window too short for two points has no density', () => {
  const density = new PopulationSpikeDensity({ duration: 2 })

  expect(() => density.decode(goldenRun.slice(0, 2), culture)).toThrow(UsageError)
})

test('limits are of a cell: 23.6 and 21.7 Hz; the original holds 283.3 and 260 Hz of all against them', () => {
  const stability = new Stability({ duration, tailWindow: 300, maxRateHz: 300 })

  const verdict = stability.decode(goldenRun, culture)

  expect(verdict.tailPopulationHz).toBeCloseTo(283.3333, 4)
  expect(verdict.globalPopulationHz).toBeCloseTo(260, 9)
  expect(verdict.tailMeanHz).toBeCloseTo(850 / 3 / 12, 9)
  expect(verdict.globalMeanHz).toBeCloseTo(260 / 12, 9)
  expect(verdict).toMatchObject({ isStable: true, isRunaway: false, isQuiescent: false })
})

test('a culture that fires faster in the end than it may has run away', () => {
  const stability = new Stability({ duration, tailWindow: 300, maxRateHz: 20 })

  expect(stability.decode(goldenRun, culture)).toMatchObject({ isStable: false, isRunaway: true })
})

test('a silent culture is quiescent', () => {
  expect(new Stability({ duration }).decode(runOf([]), culture)).toMatchObject({
    isStable: false,
    isQuiescent: true,
  })
})

test('a voltage that is no number makes a culture unstable', () => {
  const run = goldenRun.add('voltage', {
    kind: 'series',
    ids: Int32Array.of(0),
    values: Float64Array.of(-65, Number.NaN),
    samples: 2,
    dt: 500,
  })

  const verdict = new Stability({ duration, maxRateHz: 300 }).decode(run, culture)

  expect(verdict).toMatchObject({ isStable: false, hasNan: true, isRunaway: false })
})

test('whoever decodes spikes has them recorded', () => {
  const env = recordingCulture()

  new MeanFiringRate({ duration }).setup(env)

  expect(env.asked).toEqual(['spikes'])
})

test.each([
  [
    () => new MeanFiringRate({ duration: -1 }),
    'MeanFiringRate: duration is -1; it must be a time in ms above 0.',
  ],
  [
    () => new MeanFiringRate(JSON.parse('{}')),
    'MeanFiringRate: duration is missing; it must be a time in ms above 0.',
  ],
  [
    () => new ISICV({ duration, minSpikesPerUnit: 1 }),
    'ISICV: minSpikesPerUnit is 1; it must be a whole number from 2 on.',
  ],
  [
    () => new PopulationRateMetrics(JSON.parse('{"duration": 1, "binsize": 5}')),
    'PopulationRateMetrics has no binsize; it has duration, binSize.',
  ],
])('an option that makes no sense is refused with a sentence: %#', (make, sentence) => {
  expect(make).toThrow(new UsageError(sentence))
})
